"""What a service tells its metrics, whichever these are."""

from typing import Protocol

from prometheus_client import CollectorRegistry, disable_created_metrics

from model_server.bundle import Bundle
from model_server.prediction import Prediction

# They would be series that no contract names.
disable_created_metrics()


class Watch(Protocol):
    """Is told what happens, and keeps the metrics of one contract."""

    registry: CollectorRegistry

    def loaded(self, bundle: Bundle) -> None:
        """The model is in memory."""

    def predicted(self, prediction: Prediction, seconds: float) -> None:
        """A question was answered."""

    def failed(self, reason: str) -> None:
        """A question was not answered: `input` is the caller's mistake, `model` the server's."""

    def judged(self, accuracy: float) -> None:
        """So many of the latest predictions were right, from 0 to 1."""

    def answered(self, handler: str, method: str, status: int, seconds: float) -> None:
        """A request was answered, whatever it was for."""
