"""Flowers and wines: a fixed count of measured values."""

from functools import partial
from typing import Annotated

from pydantic import BaseModel, Field, create_model

from model_server.models.kind import Kind
from model_server.models.scikit import ScikitModel

Value = Annotated[float, Field(allow_inf_nan=False)]


def measurements(count: int) -> Kind:
    """A classifier of `count` values, in the order of its training data."""
    features = Annotated[list[Value], Field(min_length=count, max_length=count)]
    question = create_model(f"Measurements{count}", features=(features, ...))
    return Kind(question, partial(ScikitModel, row=_features))


def _features(question: BaseModel) -> list[float]:
    return list(getattr(question, "features"))
