"""What the program is told by its environment."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Mapping

from model_server.services import SERVICES, Service

MODELS = Path(__file__).parent.parent / "trained"


class WrongSetting(Exception):
    """A variable of the environment that cannot be worked with."""


@dataclass(frozen=True)
class Settings:
    """All of it, checked."""

    name: str
    service: Service
    host: str
    port: int
    tenant: str
    log_level: str

    own_model: Path
    """The model that the image brings."""

    fetched_model: Path | None
    """Where an init container may have put another one."""

    registry: str | None
    model_uri: str | None
    """Which model of the registry the server loads for itself."""


def settings_of(environ: Mapping[str, str] = os.environ) -> Settings:
    """Reads and checks the environment."""
    name = environ.get("SERVICE", "")
    if name not in SERVICES:
        raise WrongSetting(f"SERVICE: is '{name}', must be one of {', '.join(SERVICES)}")
    service = SERVICES[name]
    level = environ.get("LOG_LEVEL", "INFO")
    if level not in ("DEBUG", "INFO", "WARNING", "ERROR"):
        raise WrongSetting(f"LOG_LEVEL: is '{level}', must be one of DEBUG, INFO, WARNING, ERROR")
    registry, uri = environ.get("MLFLOW_TRACKING_URI"), environ.get("MODEL_URI")
    if uri is not None and registry is None:
        raise WrongSetting(f"MODEL_URI: is '{uri}', and MLFLOW_TRACKING_URI must say of which registry")
    fetched = environ.get("MODEL_PATH")
    return Settings(
        name=name,
        service=service,
        host=environ.get("HOST", "0.0.0.0"),
        port=_port(environ.get("PORT", str(service.port))),
        tenant=environ.get("TENANT_NAME", ""),
        log_level=level,
        own_model=Path(environ.get("OWN_MODEL", MODELS / name)),
        fetched_model=Path(fetched) if fetched is not None else None,
        registry=registry,
        model_uri=uri,
    )


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise WrongSetting(f"PORT: is '{text}', must be a number from 1 to 65535")
    return int(text)
