"""What each module of models provides."""

from dataclasses import dataclass
from typing import Callable, Protocol

from pydantic import BaseModel

from model_server.bundle import Bundle
from model_server.prediction import Prediction


class Model(Protocol):
    """A model that is in memory."""

    def predict(self, question: BaseModel) -> Prediction: ...


@dataclass(frozen=True)
class Kind:
    """One kind of model."""

    question: type[BaseModel]
    load: Callable[[Bundle], Model]
