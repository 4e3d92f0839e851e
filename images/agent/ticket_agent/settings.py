"""What the program is told by its environment."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Mapping

from ticket_agent.wrong_setting import WrongSetting, number, one_of, url, whole

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


@dataclass(frozen=True)
class Groq:
    """The language model, and how it is asked."""

    url: str
    model: str
    temperature: float
    max_tokens: int
    key_file: Path | None


@dataclass(frozen=True)
class Settings:
    """All of it, checked."""

    host: str
    port: int
    metrics_port: int
    log_level: str
    groq: Groq

    models: Mapping[str, str]
    """Where each model answers, by its name."""

    mlflow: str
    redis: str
    redis_password_file: Path | None

    iterations: int
    """How often Groq may be asked about one ticket."""

    timeout: float
    """Seconds after which a ticket is answered with what there is."""


def settings_of(environ: Mapping[str, str] = os.environ) -> Settings:
    """Reads and checks the environment. Whatever has a default in the construct has the same one here."""
    return Settings(
        host=environ.get("HOST", "0.0.0.0"),
        port=whole(environ, "PORT", "8000", 1, 65_535),
        metrics_port=whole(environ, "METRICS_PORT", "8003", 1, 65_535),
        log_level=one_of(environ, "LOG_LEVEL", "INFO", LEVELS),
        groq=Groq(
            url=url(environ, "GROQ_URL", "http", "https"),
            model=environ.get("GROQ_MODEL", "llama-3.1-8b-instant"),
            temperature=number(environ, "GROQ_TEMPERATURE", "0.1", 0, 2),
            max_tokens=whole(environ, "GROQ_MAX_TOKENS", "1000", 1, 131_072),
            key_file=_file(environ, "GROQ_API_KEY_FILE"),
        ),
        models={
            "tfidf": url(environ, "TFIDF_SERVICE_URL", "http", "https"),
            "transformer": url(environ, "TRANSFORMER_SERVICE_URL", "http", "https"),
        },
        mlflow=url(environ, "MLFLOW_TRACKING_URI", "http", "https"),
        redis=url(environ, "REDIS_URL", "redis", "rediss"),
        redis_password_file=_file(environ, "REDIS_PASSWORD_FILE"),
        iterations=whole(environ, "MAX_AGENT_ITERATIONS", "5", 1, 100),
        timeout=whole(environ, "AGENT_TIMEOUT", "30", 1, 3600),
    )


def _file(environ: Mapping[str, str], name: str) -> Path | None:
    """Where a secret lies. It is read when it is needed, since it may come later, and change."""
    told = environ.get(name)
    return Path(told) if told else None


__all__ = ["Groq", "Settings", "WrongSetting", "settings_of"]
