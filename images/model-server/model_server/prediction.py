"""What models say."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Prediction:
    """The class that a model gave, and how sure it is of it, from 0 to 1."""

    index: int
    class_name: str
    confidence: float
