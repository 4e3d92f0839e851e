// Stands in for an image of a model: keeps the contract that lib/components/edge-models/ states, and learns nothing.
//
//	MODEL_NAME, MODEL_VERSION  what it says it is
//	MODEL_LOAD                 how long it takes to load, "2s"
//	MODEL_WORK                 how much CPU a prediction burns, "20ms"
//
// POST /fault/accuracy?share=0.5, /fault/memory?mib=600, /fault/hang and /fault/exit break it on purpose.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	model := newModel(os.Getenv("MODEL_NAME"), os.Getenv("MODEL_VERSION"), span("MODEL_WORK", 20*time.Millisecond))
	time.AfterFunc(span("MODEL_LOAD", 2*time.Second), func() { model.loaded.Store(true) })

	routes := http.NewServeMux()
	routes.HandleFunc("GET /health", model.health)
	routes.HandleFunc("POST /predict", model.predict)
	routes.HandleFunc("GET /metrics", model.metrics)
	routes.HandleFunc("POST /fault/{kind}", model.fault)
	server := &http.Server{Addr: ":8080", Handler: routes, ReadHeaderTimeout: 10 * time.Second}

	// What it has begun to answer it answers; a pod that must take more while it leaves says so by a hook.
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

func span(variable string, otherwise time.Duration) time.Duration {
	text, set := os.LookupEnv(variable)
	if !set {
		return otherwise
	}
	value, err := time.ParseDuration(text)
	if err != nil {
		log.Fatalf("%s: is %q, must be a duration such as 20ms", variable, text)
	}
	return value
}
