"""Figures of answers in MLflow, told behind them. https://mlflow.org/docs/latest/rest-api.html"""

import asyncio
import time
from collections import Counter, deque
from dataclasses import dataclass

from ticket_agent.dependency import Dependency, NoAnswer
from ticket_agent.run import Run

EVERY = 2.0
"""Seconds from one report to the next."""

AT_ONCE = 150
"""Answers in a report: MLflow takes a thousand figures at once."""

MOST = 1000
"""Answers that wait to be reported."""

MOST_CATEGORIES = 50


@dataclass(frozen=True)
class Answer:
    """What is kept of an answer: figures, and the name of a class."""

    model: str
    category: str
    confidence: float
    complexity: float | None
    seconds: float
    found: int


class Tracking:
    """Takes answers at any time. What cannot be told in time is forgotten, and counted."""

    def __init__(self, run: Run, dependency: Dependency) -> None:
        self._run = run
        self._dependency = dependency
        self._waiting: deque[tuple[int, Answer]] = deque()
        self._totals: Counter[str] = Counter()
        self._ending = asyncio.Event()

    def tell(self, answer: Answer) -> None:
        self._totals[f"answered_by_{answer.model}"] += 1
        if len(self._totals) < MOST_CATEGORIES or f"tickets/{answer.category}" in self._totals:
            self._totals[f"tickets/{answer.category}"] += 1
        if len(self._waiting) == MOST:
            self._dependency.failed("too many wait")
            return
        self._waiting.append((int(time.time() * 1000), answer))

    async def work(self) -> None:
        """Until it is to end; then it tells what is left, once."""
        while not self._ending.is_set():
            try:
                await asyncio.wait_for(self._ending.wait(), EVERY)
            except TimeoutError:
                pass
            while self._waiting and await self._report(2.0):
                pass
        try:
            await self._run.finish(1.0)
        except NoAnswer:
            pass

    def end(self) -> None:
        self._ending.set()

    async def _report(self, seconds: float) -> bool:
        answers = [self._waiting.popleft() for _ in range(min(AT_ONCE, len(self._waiting)))]
        figures = [figure for at, answer in answers for figure in _figures(at, answer)]
        now = int(time.time() * 1000)
        figures += [(name, float(count), now) for name, count in self._totals.items()]
        try:
            await self._run.log(figures, seconds)
        except NoAnswer as error:
            # Each of them counts: a report stands for many answers.
            self._dependency.failed(str(error), times=len(answers))
            return False
        self._dependency.answered()
        return True


def _figures(at: int, answer: Answer) -> list[tuple[str, float, int]]:
    figures = {"confidence": answer.confidence, "seconds": answer.seconds, "pii_found": float(answer.found)}
    if answer.complexity is not None:
        figures["complexity"] = answer.complexity
    return [(name, value, at) for name, value in figures.items()]
