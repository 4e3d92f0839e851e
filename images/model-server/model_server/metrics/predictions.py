"""Metrics of predictions, alike for models near their users and for classifiers of tickets but for their names."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from model_server.bundle import Bundle
from model_server.prediction import Prediction


class PredictionMetrics:
    """Predictions, failures, seconds and confidence of one model."""

    def __init__(self, model: str, names: dict[str, str], buckets: dict[str, tuple[float, ...]]) -> None:
        self.registry = CollectorRegistry()
        self._model = model
        self._predictions = Counter(
            names["predictions"], "Answered predictions.", ["model", "class_name"], registry=self.registry
        )
        self._errors = Counter(
            names["errors"], "Requests without a prediction.", ["model", "reason"], registry=self.registry
        )
        self._seconds = self._histogram(names["seconds"], "Seconds that the model took.", buckets["seconds"])
        self._confidence = self._histogram(
            names["confidence"], "Probability of the predicted class.", buckets["confidence"]
        )
        # A counter that begins with its first failure has no increase then.
        for reason in ("input", "model"):
            self._errors.labels(model, reason)

    def _histogram(self, name: str, told: str, buckets: tuple[float, ...]) -> Histogram:
        return Histogram(name, told, ["model"], buckets=buckets, registry=self.registry).labels(self._model)

    def loaded(self, bundle: Bundle) -> None:
        for name in bundle.classes:
            self._predictions.labels(self._model, name)

    def predicted(self, prediction: Prediction, seconds: float) -> None:
        self._predictions.labels(self._model, prediction.class_name).inc()
        self._seconds.observe(seconds)
        self._confidence.observe(prediction.confidence)

    def failed(self, reason: str) -> None:
        self._errors.labels(self._model, reason).inc()

    def judged(self, accuracy: float) -> None:
        pass

    def answered(self, handler: str, method: str, status: int, seconds: float) -> None:
        pass


class ModelMetrics(PredictionMetrics):
    """The contract of models near their users."""

    def __init__(self, model: str) -> None:
        super().__init__(
            model,
            {
                "predictions": "model_predictions_total",
                "errors": "model_prediction_errors_total",
                "seconds": "model_inference_duration_seconds",
                "confidence": "model_prediction_confidence",
            },
            {
                "seconds": (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1),
                "confidence": (0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1),
            },
        )
        self._accuracy = Gauge(
            "model_accuracy", "Share of correct predictions.", ["model"], registry=self.registry
        )
        self._baseline = Gauge(
            "model_baseline_accuracy", "The same share in training.", ["model"], registry=self.registry
        )

    def loaded(self, bundle: Bundle) -> None:
        super().loaded(bundle)
        self._baseline.labels(self._model).set(bundle.baseline_accuracy)

    def judged(self, accuracy: float) -> None:
        self._accuracy.labels(self._model).set(accuracy)


class TicketMetrics(PredictionMetrics):
    """The contract of classifiers of tickets."""

    def __init__(self, model: str) -> None:
        super().__init__(
            model,
            {
                "predictions": "ticket_predictions_total",
                "errors": "ticket_prediction_errors_total",
                "seconds": "ticket_prediction_duration_seconds",
                "confidence": "ticket_prediction_confidence",
            },
            {
                "seconds": (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
                "confidence": (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1),
            },
        )
