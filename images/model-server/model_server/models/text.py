"""Texts, turned into frequencies of words."""

from functools import partial
from typing import Annotated

from pydantic import BaseModel, Field

from model_server.models.kind import Kind
from model_server.models.scikit import ScikitModel

MOST_CHARACTERS = 10_000


class Text(BaseModel):
    """What is asked."""

    text: Annotated[str, Field(min_length=1, max_length=MOST_CHARACTERS, pattern=r"\S")]


def _text(question: Text) -> str:
    return question.text


TEXT = Kind(Text, partial(ScikitModel, row=_text))
