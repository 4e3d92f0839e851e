"""Metrics of requests, for services of tenants."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from model_server.bundle import Bundle
from model_server.prediction import Prediction

_buckets = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)


class RequestMetrics:
    """Requests by path and status, their seconds, and whether there is a model."""

    def __init__(self, _model: str) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "http_requests_total", "Answered requests.", ["handler", "method", "status"], registry=self.registry
        )
        self._seconds = Histogram(
            "http_request_duration_seconds",
            "Seconds until a request was answered.",
            ["handler", "method"],
            buckets=_buckets,
            registry=self.registry,
        )
        self._model = Gauge("model_loaded", "Whether the model is there.", registry=self.registry)
        self._vectorizer = Gauge(
            "vectorizer_loaded", "Whether what turns a text into numbers is there.", registry=self.registry
        )
        # A counter that begins with its first failure has no increase then.
        for status in ("2xx", "4xx", "5xx"):
            self._requests.labels("/predict", "POST", status)
        self._seconds.labels("/predict", "POST")

    def loaded(self, bundle: Bundle) -> None:
        # Both are one file, so neither is there without the other.
        self._model.set(1)
        self._vectorizer.set(1)

    def predicted(self, prediction: Prediction, seconds: float) -> None:
        pass

    def failed(self, reason: str) -> None:
        pass

    def judged(self, accuracy: float) -> None:
        pass

    def answered(self, handler: str, method: str, status: int, seconds: float) -> None:
        self._requests.labels(handler, method, f"{status // 100}xx").inc()
        self._seconds.labels(handler, method).observe(seconds)
