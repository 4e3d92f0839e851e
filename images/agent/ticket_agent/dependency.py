"""Others that the agent asks, and how it goes on without them."""

import logging
import time

from ticket_agent.metrics import Metrics

REST = 5.0
"""Seconds for which one that has failed is left alone, so that it slows nobody down."""

_log = logging.getLogger(__name__)


class NoAnswer(Exception):
    """A question that came to nothing. Says why in words of our own, never in those of an answer."""


class Dependency:
    """One of them: whether it rests, and what came to nothing. A question that it is spared is one that came to nothing, too."""

    def __init__(self, name: str, metrics: Metrics) -> None:
        self.name = name
        self._metrics = metrics
        self._rests_until = 0.0
        self._well = True

    @property
    def rests(self) -> bool:
        return time.monotonic() < self._rests_until

    def answered(self) -> None:
        if not self._well:
            _log.info("answers again", extra={"told": {"dependency": self.name}})
        self._well = True
        self._rests_until = 0.0

    def failed(self, why: str, *, rest: bool = True, times: int = 1) -> None:
        self._metrics.failed(self.name, times)
        if rest:
            self._rests_until = time.monotonic() + REST
        # Once, and not for every ticket: the metric tells how often.
        level = logging.WARNING if self._well else logging.DEBUG
        _log.log(level, "no answer", extra={"told": {"dependency": self.name, "why": why}})
        self._well = False

    def spared(self) -> None:
        self._metrics.failed(self.name)
