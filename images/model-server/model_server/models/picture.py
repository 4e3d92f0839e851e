"""Pictures of 28 × 28 grey pixels, row by row, each from 0 for black to 255 for white."""

from functools import partial
from typing import Annotated

from pydantic import BaseModel, Field

from model_server.models.kind import Kind
from model_server.models.scikit import ScikitModel

SIDE = 28

Pixel = Annotated[float, Field(ge=0, le=255, allow_inf_nan=False)]
Row = Annotated[list[Pixel], Field(min_length=SIDE, max_length=SIDE)]


class Picture(BaseModel):
    """What is asked."""

    image: Annotated[list[Row], Field(min_length=SIDE, max_length=SIDE)]


def _pixels(question: Picture) -> list[float]:
    return [pixel / 255 for row in question.image for pixel in row]


PICTURE = Kind(Picture, partial(ScikitModel, row=_pixels))
