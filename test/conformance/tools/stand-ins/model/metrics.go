package main

import (
	"fmt"
	"io"
	"net/http"
	"sort"
	"strconv"
)

type histogram struct {
	bounds []float64
	counts []uint64
	count  uint64
	sum    float64
}

func newHistogram(bounds ...float64) *histogram {
	return &histogram{bounds: bounds, counts: make([]uint64, len(bounds))}
}

func (h *histogram) observe(value float64) {
	for at, bound := range h.bounds {
		if value <= bound {
			h.counts[at]++
		}
	}
	h.count++
	h.sum += value
}

func (h *histogram) write(out io.Writer, name, model string) {
	fmt.Fprintf(out, "# TYPE %s histogram\n", name)
	for at, bound := range h.bounds {
		label := strconv.FormatFloat(bound, 'g', -1, 64)
		fmt.Fprintf(out, "%s_bucket{model=%q,le=%q} %d\n", name, model, label, h.counts[at])
	}
	fmt.Fprintf(out, "%s_bucket{model=%q,le=\"+Inf\"} %d\n", name, model, h.count)
	fmt.Fprintf(out, "%s_sum{model=%q} %g\n%s_count{model=%q} %d\n", name, model, h.sum, name, model, h.count)
}

func (m *model) metrics(answer http.ResponseWriter, _ *http.Request) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	answer.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	counter(answer, "model_predictions_total", m.name, "class_name", classes, m.predictions)
	counter(answer, "model_prediction_errors_total", m.name, "reason", []string{"input", "model"}, m.errors)
	m.durations.write(answer, "model_inference_duration_seconds", m.name)
	m.confidences.write(answer, "model_prediction_confidence", m.name)
	gauge(answer, "model_accuracy", m.name, m.accuracy)
	gauge(answer, "model_baseline_accuracy", m.name, baseline)
}

func counter(out io.Writer, name, model, label string, values []string, counts map[string]uint64) {
	fmt.Fprintf(out, "# TYPE %s counter\n", name)
	sorted := append([]string(nil), values...)
	sort.Strings(sorted)
	for _, value := range sorted {
		fmt.Fprintf(out, "%s{model=%q,%s=%q} %d\n", name, model, label, value, counts[value])
	}
}

func gauge(out io.Writer, name, model string, value float64) {
	fmt.Fprintf(out, "# TYPE %s gauge\n%s{model=%q} %g\n", name, name, model, value)
}
