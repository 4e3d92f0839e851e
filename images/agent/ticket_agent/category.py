"""What a model says, taken for nothing else than a class and how sure it is."""

import re
from dataclasses import dataclass
from typing import Any

from ticket_agent.pii.masking import masked

_name = re.compile(r"[^\W\d_][\w &/-]{0,63}")


@dataclass(frozen=True)
class Category:
    """The class of a ticket."""

    name: str
    confidence: float


def category_of(told: Any) -> Category | None:
    """Nothing where it is not one: it is kept and logged, so a text that was given back must not pass for a class."""
    if not isinstance(told, dict):
        return None
    name, confidence = told.get("class_name"), told.get("confidence")
    if not isinstance(name, str) or not _name.fullmatch(name) or masked(name).found:
        return None
    if type(confidence) not in (int, float) or not 0 <= confidence <= 1:
        return None
    return Category(name, float(confidence))
