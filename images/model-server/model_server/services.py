"""The services that this program can be. WHERE A NEW MODEL GOES: one row."""

from dataclasses import dataclass
from typing import Callable

from model_server.metrics.predictions import ModelMetrics, TicketMetrics
from model_server.metrics.requests import RequestMetrics
from model_server.metrics.watch import Watch
from model_server.models.kind import Kind
from model_server.models.measurements import measurements
from model_server.models.picture import PICTURE
from model_server.models.text import TEXT
from model_server.models.transformer import TRANSFORMER


@dataclass(frozen=True)
class Service:
    """One service: its model, what it emits, and where it listens."""

    kind: Kind
    port: int
    metrics: Callable[[str], Watch]

    model: str
    """What its metrics and its model call it."""

    well_without_model: bool = True
    """Whether `/health` says that all is well while the model loads; `/ready` never does."""

    tells_tenant: bool = False
    """Whether an answer names the tenant."""


def _near_users(model: str, kind: Kind) -> Service:
    return Service(kind, 8080, ModelMetrics, model, well_without_model=False)


SERVICES = {
    "iris-classifier": _near_users("iris-classifier", measurements(4)),
    "wine-quality": _near_users("wine-quality", measurements(13)),
    "fashion-mnist": _near_users("fashion-mnist", PICTURE),
    "sentiment": Service(TEXT, 8000, RequestMetrics, "sentiment", tells_tenant=True),
    "callcenter-tfidf": Service(TEXT, 8001, TicketMetrics, "tfidf"),
    "callcenter-transformer": Service(TRANSFORMER, 8002, TicketMetrics, "transformer"),
}
