"""Counts requests by the path that was asked, outside of everything that may answer them."""

import time
from typing import Any, Awaitable, Callable, MutableMapping

from model_server.metrics.watch import Watch

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

_methods = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")


class Observed:
    """An application whose answers are told to a watch. Callers make up no label: unknown paths and methods share one."""

    def __init__(self, application: Application, watch: Watch, paths: tuple[str, ...]) -> None:
        self._application = application
        self._watch = watch
        self._paths = paths

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        begun = time.perf_counter()
        status = 500

        async def sent(message: MutableMapping[str, Any]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._application(scope, receive, sent)
        finally:
            path = scope["path"] if scope["path"] in self._paths else "other"
            method = scope["method"] if scope["method"] in _methods else "other"
            self._watch.answered(path, method, status, time.perf_counter() - begun)
