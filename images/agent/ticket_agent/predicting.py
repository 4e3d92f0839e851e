"""How a ticket is answered: masked, looked up, weighed, classified."""

import time
from dataclasses import dataclass

from ticket_agent.cache import Cache
from ticket_agent.category import Category
from ticket_agent.complexity import complexity_of, model_for
from ticket_agent.groq import Groq
from ticket_agent.metrics import Metrics
from ticket_agent.models import Models
from ticket_agent.pii.masking import masked


@dataclass(frozen=True)
class Prediction:
    """What is answered, and what is told of it."""

    model: str
    category: Category
    complexity: float | None
    found: int


class Predicting:
    """From here on nobody sees the ticket as it came."""

    def __init__(self, *, cache: Cache, groq: Groq, models: Models, metrics: Metrics, timeout: float) -> None:
        self._cache = cache
        self._groq = groq
        self._models = models
        self._metrics = metrics
        self._timeout = timeout

    async def predict(self, ticket: str) -> Prediction:
        """Raises NoAnswer where neither model answers."""
        end = time.monotonic() + self._timeout
        safe = masked(ticket)
        found = sum(safe.found.values())
        for kind, times in safe.found.items():
            self._metrics.masked(kind, times)
        kept = await self._cache.get(safe.text)
        if kept is not None:
            return Prediction("cache", kept, None, found)
        complexity = complexity_of(safe.text)
        # Half of the time is for the models.
        said = await self._groq.complexity(safe.text, self._timeout / 2)
        complexity = complexity if said is None else said
        self._metrics.scored(complexity)
        model, category = await self._models.classify(safe.text, model_for(complexity), end - time.monotonic())
        await self._cache.put(safe.text, category)
        return Prediction(model, category, complexity, found)
