"""Classes of tickets that were asked before, in Redis, which never sees a ticket."""

import hashlib
import hmac
import json
from pathlib import Path

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.credentials import CredentialProvider
from redis.exceptions import RedisError

from ticket_agent.category import Category, category_of
from ticket_agent.dependency import Dependency
from ticket_agent.metrics import Metrics
from ticket_agent.secret import secret

SECONDS = 0.5
KEPT_FOR = 3600
"""Seconds: a newer model is to be asked soon."""


class Password(CredentialProvider):
    """Read for every connection, since it may change."""

    def __init__(self, file: Path | None) -> None:
        self._file = file

    def get_credentials(self) -> tuple[str, ...]:
        return (secret(self._file),)

    async def get_credentials_async(self) -> tuple[str, ...]:
        return self.get_credentials()


class Cache:
    """A key is a keyed hash of the masked ticket: without the password of Redis nobody can try which ticket it is of."""

    def __init__(self, url: str, password_file: Path | None, *, dependency: Dependency, metrics: Metrics) -> None:
        self._password_file = password_file
        self._dependency = dependency
        self._metrics = metrics
        self._redis: Redis = Redis.from_url(
            url,
            credential_provider=Password(password_file) if password_file else None,
            socket_timeout=SECONDS,
            socket_connect_timeout=SECONDS,
            retry=Retry(NoBackoff(), 0),
            protocol=2,
            max_connections=50,
        )

    async def get(self, text: str) -> Category | None:
        if self._dependency.rests:
            self._dependency.spared()
            return None
        try:
            kept = await self._redis.get(self._key(text))
        # A connection that breaks, a name that is not found, and an answer that is none.
        except (RedisError, OSError, ValueError) as error:
            self._dependency.failed(type(error).__name__)
            return None
        self._dependency.answered()
        category = _read(kept)
        self._metrics.cache_said("miss" if category is None else "hit")
        return category

    async def put(self, text: str, category: Category) -> None:
        if self._dependency.rests:
            return
        value = json.dumps({"class_name": category.name, "confidence": category.confidence})
        try:
            await self._redis.set(self._key(text), value, ex=KEPT_FOR)
        except (RedisError, OSError, ValueError) as error:
            self._dependency.failed(type(error).__name__)

    async def close(self) -> None:
        await self._redis.aclose()

    def _key(self, text: str) -> str:
        key = secret(self._password_file).encode()
        return f"agent:1:{hmac.new(key, text.encode(), hashlib.sha256).hexdigest()}"


def _read(kept: bytes | str | None) -> Category | None:
    try:
        return None if kept is None else category_of(json.loads(kept))
    except (ValueError, RecursionError):
        return None
