"""Counts and logs tickets outside of everything that may answer them."""

import logging
import time
import uuid
from dataclasses import dataclass, field
from typing import Any, MutableMapping

from fastapi.responses import JSONResponse

from ticket_agent.bounded import Application, Receive, Scope, Send
from ticket_agent.log import described
from ticket_agent.metrics import Metrics
from ticket_agent.readiness import Readiness

MOST_AT_ONCE = 200
"""Tickets that are being answered. More would only wait for each other, each with a text in memory."""

PATH = "/predict"

_log = logging.getLogger(__name__)


@dataclass
class Told:
    """What the path knows of its answer; figures and names of classes alone."""

    model: str = "none"
    figures: dict[str, Any] = field(default_factory=dict)


class Observed:
    """An application that answers whatever happens in it. While the program ends, connections do so with their answers."""

    def __init__(self, application: Application, metrics: Metrics, readiness: Readiness) -> None:
        self._application = application
        self._metrics = metrics
        self._readiness = readiness
        self._now = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        begun, status, told, request = time.perf_counter(), 0, Told(), uuid.uuid4().hex
        scope["told"] = told

        async def sent(message: MutableMapping[str, Any]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                more = [(b"x-request-id", request.encode())]
                if self._readiness.ending:
                    more.append((b"connection", b"close"))
                message = {**message, "headers": [*message.get("headers", ()), *more]}
            await send(message)

        error: Exception | None = None
        self._now += 1
        try:
            await self._answered(scope, receive, sent)
        except Exception as raised:
            error = raised
            if status == 0:
                await JSONResponse({"detail": "the agent cannot answer"}, 500)(scope, receive, sent)
        finally:
            self._now -= 1
            if scope["path"] == PATH:
                seconds = time.perf_counter() - begun
                self._metrics.answered(told.model, _outcome(status), seconds)
                line = {"request": request, "status": status, "seconds": round(seconds, 4), "model": told.model, **told.figures}
                _log.info("answered", extra={"told": line})
            if error is not None:
                _log.error("failed", extra={"told": {"request": request, "error": described(error)}})

    async def _answered(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == PATH and self._now > MOST_AT_ONCE:
            await JSONResponse({"detail": "too many tickets at once"}, 503)(scope, receive, send)
            return
        await self._application(scope, receive, send)


def _outcome(status: int) -> str:
    if 200 <= status < 300:
        return "success"
    return "input" if 400 <= status < 500 else "failed"
