"""Questions by HTTP, bounded in time and in the size of their answers."""

import asyncio
import json
import os
import ssl
from typing import Any, Mapping

import certifi
import httpx

from ticket_agent.dependency import NoAnswer

MOST_BYTES = 1024 * 1024


class Refused(NoAnswer):
    """An answer that is an error."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(f"status {status}")
        self.status = status
        self.code = code


def client() -> httpx.AsyncClient:
    """One for all, so that connections are kept. Only the settings say whom it asks: no proxy, and nowhere else on request."""
    limits = httpx.Limits(max_connections=200, max_keepalive_connections=50, keepalive_expiry=30)
    # Proxies of the environment are nobody's here; whom to trust may be said by it, as to any program that uses OpenSSL.
    trusted = ssl.create_default_context(cafile=os.environ.get("SSL_CERT_FILE") or certifi.where())
    return httpx.AsyncClient(trust_env=False, verify=trusted, follow_redirects=False, limits=limits)


async def asked(
    by: httpx.AsyncClient,
    method: str,
    url: str,
    *,
    seconds: float,
    body: Any = None,
    headers: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """The object of an answer. Raises NoAnswer."""
    try:
        async with asyncio.timeout(max(seconds, 0.001)):
            async with by.stream(method, url, json=body, headers=dict(headers or {}), timeout=None) as answer:
                status, content = answer.status_code, await _content(answer)
    except TimeoutError as error:
        raise NoAnswer("time is up") from error
    # Not only errors of transport: a header that cannot be sent is one of its own.
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, ValueError) as error:
        raise NoAnswer(type(error).__name__) from error
    told = _object(content)
    if not 200 <= status < 300:
        code = (told or {}).get("error_code")
        raise Refused(status, code if isinstance(code, str) else "")
    if told is None:
        raise NoAnswer("no JSON object")
    return told


async def _content(answer: httpx.Response) -> bytes:
    content = b""
    async for part in answer.aiter_bytes():
        content += part
        if len(content) > MOST_BYTES:
            raise NoAnswer("too large")
    return content


def _object(content: bytes) -> dict[str, Any] | None:
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None
