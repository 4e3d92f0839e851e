"""Keeps requests small: a body lies in memory as a whole before anything looks at it."""

from typing import Any, Awaitable, Callable, MutableMapping

from fastapi import HTTPException

MOST_BYTES = 256 * 1024

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]


class Bounded:
    """An application that answers 413 to bodies beyond 256 KiB, whatever their header says of their size."""

    def __init__(self, application: Application) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        left = MOST_BYTES

        async def received() -> MutableMapping[str, Any]:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413, "the body must have 256 KiB at most")
            return message

        await self._application(scope, received, send)
