"""What the construct says that the image emits, and nothing else."""

from prometheus_client import CollectorRegistry, Counter, Histogram, disable_created_metrics

from ticket_agent.pii.masking import KINDS

DEPENDENCIES = ("groq", "mlflow", "redis", "tfidf", "transformer")
MODELS = ("cache", "none", "tfidf", "transformer")
STATUSES = ("success", "input", "failed")

# They would be series that no contract names.
disable_created_metrics()


class Metrics:
    """Is told what happens. Every series is there from the start: a counter that begins with its first rise has none then."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "agent_requests_total", "Answered tickets.", ["endpoint", "model_used", "status"], registry=self.registry
        )
        self._seconds = Histogram(
            "agent_request_duration_seconds",
            "Seconds from a ticket to its answer.",
            ["model_used"],
            buckets=(0.05, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 10, 30, 60),
            registry=self.registry,
        )
        self._complexity = Histogram(
            "agent_complexity_score",
            "How complex a ticket is, by which its model is chosen.",
            buckets=(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1),
            registry=self.registry,
        )
        self._pii = Counter("agent_pii_detected_total", "Personal data that was masked.", ["kind"], registry=self.registry)
        self._cache = Counter("agent_cache_requests_total", "Answers of the cache.", ["result"], registry=self.registry)
        self._errors = Counter(
            "agent_dependency_errors_total",
            "Questions to others that came to nothing.",
            ["dependency"],
            registry=self.registry,
        )
        for model in MODELS:
            self._seconds.labels(model)
            for status in STATUSES:
                self._requests.labels("/predict", model, status)
        for kind in KINDS:
            self._pii.labels(kind)
        for result in ("hit", "miss"):
            self._cache.labels(result)
        for dependency in DEPENDENCIES:
            self._errors.labels(dependency)

    def answered(self, model: str, status: str, seconds: float) -> None:
        self._requests.labels("/predict", model, status).inc()
        self._seconds.labels(model).observe(seconds)

    def scored(self, complexity: float) -> None:
        self._complexity.observe(complexity)

    def masked(self, kind: str, times: int) -> None:
        self._pii.labels(kind).inc(times)

    def cache_said(self, result: str) -> None:
        self._cache.labels(result).inc()

    def failed(self, dependency: str, times: int = 1) -> None:
        self._errors.labels(dependency).inc(times)
