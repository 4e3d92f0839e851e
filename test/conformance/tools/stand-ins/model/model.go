package main

import (
	"encoding/json"
	"hash/fnv"
	"io"
	"net/http"
	"os"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

var classes = []string{"one", "two", "three"}

const baseline = 0.96

type model struct {
	name, version string
	work          time.Duration
	loaded, hangs atomic.Bool

	mutex       sync.Mutex
	accuracy    float64
	predictions map[string]uint64
	errors      map[string]uint64
	durations   *histogram
	confidences *histogram
	ballast     [][]byte
}

func newModel(name, version string, work time.Duration) *model {
	return &model{
		name:        name,
		version:     version,
		work:        work,
		accuracy:    0.95,
		predictions: map[string]uint64{},
		errors:      map[string]uint64{},
		durations:   newHistogram(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1),
		confidences: newHistogram(0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1),
	}
}

func (m *model) health(answer http.ResponseWriter, request *http.Request) {
	if m.hangs.Load() {
		<-request.Context().Done()
		return
	}
	if !m.loaded.Load() {
		http.Error(answer, "the model is not loaded", http.StatusServiceUnavailable)
		return
	}
	answer.Write([]byte("ok\n"))
}

func (m *model) predict(answer http.ResponseWriter, request *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(answer, request.Body, 1<<20))
	var input any
	if err == nil {
		err = json.Unmarshal(body, &input)
	}
	if err != nil {
		m.refuse("input")
		http.Error(answer, "the body must be JSON", http.StatusBadRequest)
		return
	}
	if !m.loaded.Load() {
		m.refuse("model")
		http.Error(answer, "the model is not loaded", http.StatusServiceUnavailable)
		return
	}

	started := time.Now()
	burn(m.work)
	sum := fnv.New32a()
	sum.Write(body)
	class := classes[sum.Sum32()%uint32(len(classes))]
	confidence := 0.7 + float64(sum.Sum32()%30)/100

	m.mutex.Lock()
	m.predictions[class]++
	m.durations.observe(time.Since(started).Seconds())
	m.confidences.observe(confidence)
	m.mutex.Unlock()
	answer.Header().Set("Content-Type", "application/json")
	json.NewEncoder(answer).Encode(map[string]any{
		"model": m.name, "version": m.version, "prediction": class, "confidence": confidence,
	})
}

func (m *model) refuse(reason string) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.errors[reason]++
}

// burn uses CPU, not time: with a limit in force it takes longer, as a real prediction does.
func burn(work time.Duration) {
	runtime.LockOSThread() // it is the time of this thread that is counted
	defer runtime.UnlockOSThread()
	begin := threadTime()
	for threadTime()-begin < work {
		for range 10_000 {
		}
	}
}

func (m *model) fault(answer http.ResponseWriter, request *http.Request) {
	switch request.PathValue("kind") {
	case "accuracy":
		share, err := strconv.ParseFloat(request.URL.Query().Get("share"), 64)
		if err != nil || share < 0 || share > 1 {
			http.Error(answer, "share: must be a number from 0 to 1", http.StatusBadRequest)
			return
		}
		m.mutex.Lock()
		m.accuracy = share
		m.mutex.Unlock()
	case "memory":
		mebibytes, err := strconv.Atoi(request.URL.Query().Get("mib"))
		if err != nil || mebibytes < 1 {
			http.Error(answer, "mib: must be a number above 0", http.StatusBadRequest)
			return
		}
		m.grow(mebibytes)
	case "hang":
		m.hangs.Store(true)
	case "exit":
		os.Exit(1)
	default:
		http.NotFound(answer, request)
	}
}

func (m *model) grow(mebibytes int) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	for range mebibytes {
		block := make([]byte, 1<<20)
		for at := 0; at < len(block); at += 4096 {
			block[at] = 1 // only what is written is taken
		}
		m.ballast = append(m.ballast, block)
	}
}

func threadTime() time.Duration {
	var usage syscall.Rusage
	const thread = 1 // RUSAGE_THREAD
	if err := syscall.Getrusage(thread, &usage); err != nil {
		panic(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
