"""Lines of JSON that hold nothing of a ticket: libraries speak of what they were given, so what they say is masked."""

import asyncio
import json
import logging
import traceback
from typing import Any

from ticket_agent.pii.masking import masked

# Of these even the quietest lines repeat addresses and headers of requests, and with them the key for Groq.
_loud = ("httpx", "httpcore", "redis", "asyncio", "uvicorn")
_own = "ticket_agent"


class Lines(logging.Formatter):
    """A line for each record. Of an error it has the type and the place: its words may be those of a ticket."""

    def format(self, record: logging.LogRecord) -> str:
        message = record.getMessage()
        line: dict[str, Any] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S") + f".{int(record.msecs):03}",
            "level": record.levelname,
            "from": record.name,
            "message": message if record.name.split(".")[0] == _own else masked(message).text,
            **getattr(record, "told", {}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = described(record.exc_info[1])
        return json.dumps(line)


def described(error: BaseException) -> str:
    """`ValueError at ticket_agent/app.py:12`"""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"


def logs(level: str) -> None:
    """Sends all that is logged to standard error."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.captureWarnings(True)
    for name in _loud:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))


def told_of_lost_errors(loop: asyncio.AbstractEventLoop) -> None:
    """What nobody awaits is told of as anything else is: by default asyncio prints the words of the error."""

    def handler(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        what = described(error) if isinstance(error, BaseException) else "no exception"
        logging.getLogger("ticket_agent.loop").error("nobody awaited a failure", extra={"told": {"error": what}})

    loop.set_exception_handler(handler)
