// A certificate authority as Let's Encrypt is one, played by Pebble under the path of Let's Encrypt. Pebble's own program
// has another one, and its own way to say whom it signs as.
package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"runtime/debug"

	"github.com/letsencrypt/pebble/v2/ca"
	"github.com/letsencrypt/pebble/v2/db"
	"github.com/letsencrypt/pebble/v2/va"
	"github.com/letsencrypt/pebble/v2/wfe"
)

const (
	module    = "github.com/letsencrypt/pebble/v2"
	directory = "/directory"
	validity  = 90 * 24 * 60 * 60 // seconds, as Let's Encrypt has it
)

func main() {
	address := flag.String("address", "", "where it listens")
	certificate := flag.String("certificate", "", "file of what it shows")
	key := flag.String("key", "", "file of the key of that")
	root := flag.String("root", "", "file into which it writes the certificate that all of its chains end in")
	version := flag.Bool("version", false, "say the version and end")
	flag.Parse()
	if *version {
		fmt.Println(pinned())
		return
	}

	logger := log.New(os.Stdout, "", log.LstdFlags)
	store := db.NewMemoryStore()
	profiles := map[string]ca.Profile{"default": {Description: "the only one", ValidityPeriod: validity}}
	signer := ca.New(logger, store, "", "ecdsa", 0, 1, profiles)
	if err := os.WriteFile(*root, signer.GetRootCert(0).PEM(), 0o644); err != nil {
		log.Fatal(err)
	}
	validator := va.New(logger, 80, 443, false, "", store)
	// Seconds after which it is asked again for an authorization and for an order.
	front := wfe.New(logger, store, validator, signer, []string{"letsencrypt.org"}, false, false, 1, 1)
	log.Fatal(http.ListenAndServeTLS(*address, *certificate, *key, renamed(front.Handler())))
}

// renamed answers for the directory under the name that Let's Encrypt gives it; all other paths are said in there.
func renamed(front http.Handler) http.Handler {
	return http.HandlerFunc(func(answer http.ResponseWriter, request *http.Request) {
		if request.URL.Path == directory {
			request.URL.Path = wfe.DirectoryPath
		}
		front.ServeHTTP(answer, request)
	})
}

// pinned is the version of the module: the program that has a word for it is another.
func pinned() string {
	build, _ := debug.ReadBuildInfo()
	for _, dependency := range build.Deps {
		if dependency.Path == module {
			return dependency.Version
		}
	}
	return ""
}
