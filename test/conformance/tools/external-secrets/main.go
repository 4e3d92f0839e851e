// External Secrets with the stores that need no cloud: given values, another cluster, a server that is asked.
package main

import (
	"fmt"
	"os"
	"runtime/debug"

	"github.com/external-secrets/external-secrets/cmd/controller"
)

const module = "github.com/external-secrets/external-secrets"

func main() {
	if len(os.Args) == 2 && os.Args[1] == "--version" {
		fmt.Println(version())
		return
	}
	controller.Execute()
}

// version is that of the module which is pinned: the program itself has no word for it.
func version() string {
	build, _ := debug.ReadBuildInfo()
	for _, dependency := range build.Deps {
		if dependency.Path == module {
			return dependency.Version
		}
	}
	return ""
}
