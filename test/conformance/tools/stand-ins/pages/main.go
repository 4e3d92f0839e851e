// Stands in for a program whose image cannot be had: answers its probes, its metrics and its pages with fixed text.
//
//	PAGES_ADDRESS  where it listens, ":3000"
//	PAGES          a JSON object: what each path answers; "/" is for every other path
package main

import (
	"context"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
)

func main() {
	var pages map[string]string
	if err := json.Unmarshal([]byte(os.Getenv("PAGES")), &pages); err != nil {
		log.Fatalf("PAGES: is no JSON object of texts: %v", err)
	}
	server := &http.Server{Addr: os.Getenv("PAGES_ADDRESS"), Handler: handler(pages), ReadHeaderTimeout: 10 * time.Second}

	stopping, cancel := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer cancel()
	ended := make(chan error, 1)
	go func() {
		<-stopping.Done()
		ended <- server.Shutdown(context.Background())
	}()
	if err := server.ListenAndServe(); err != http.ErrServerClosed {
		log.Fatal(err)
	}
	if err := <-ended; err != nil {
		log.Fatal(err)
	}
}

func handler(pages map[string]string) http.HandlerFunc {
	return func(answer http.ResponseWriter, request *http.Request) {
		text, known := pages[request.URL.Path]
		if !known {
			if text, known = pages["/"]; !known {
				http.NotFound(answer, request)
				return
			}
		}
		answer.Header().Set("Content-Type", typeOf(text))
		answer.Write([]byte(text))
	}
}

func typeOf(text string) string {
	switch {
	case strings.HasPrefix(text, "{"):
		return "application/json"
	case strings.HasPrefix(text, "<"):
		return "text/html; charset=utf-8"
	}
	return "text/plain; version=0.0.4; charset=utf-8"
}
