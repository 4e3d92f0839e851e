// Bento with the components that the pipelines of this platform are made of, and none that reaches out to a cloud.
package main

import (
	"context"
	"runtime/debug"
	"strings"

	_ "github.com/warpstreamlabs/bento/public/components/io"
	_ "github.com/warpstreamlabs/bento/public/components/prometheus"
	_ "github.com/warpstreamlabs/bento/public/components/pure"
	_ "github.com/warpstreamlabs/bento/public/components/pure/extended"
	"github.com/warpstreamlabs/bento/public/service"
)

func main() {
	service.RunCLI(context.Background(), service.CLIOptSetVersion(version(), ""), service.CLIOptSetShowRunCommand(true))
}

// version is that of the module which is pinned, so nobody has to say it twice.
func version() string {
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		if module.Path == "github.com/warpstreamlabs/bento" {
			return strings.TrimPrefix(module.Version, "v")
		}
	}
	return ""
}
