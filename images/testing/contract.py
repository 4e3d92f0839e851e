"""What the constructs ask of images, as the other side of the repository has written it down."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Contract:
    """What one service asks of its image."""

    image: str
    service: str
    ports: tuple[int, ...]
    probes: dict[str, str]
    startup_seconds: int
    memory_limit: int
    scraped: tuple[tuple[int, str], ...]
    env: dict[str, str]
    init_commands: tuple[tuple[str, ...], ...]
    metrics: dict[str, Any]
    reads: tuple[dict[str, Any], ...]


def contracts() -> list[Contract]:
    """Those of all services. `npm run test:images` says where they are."""
    path = os.environ.get("CONTRACTS")
    if path is None:
        raise RuntimeError("CONTRACTS: is not set, must name the file that 'npm run test:images' writes")
    return [_contract(each) for each in json.loads(Path(path).read_text("utf-8"))]


def contracts_of(image: str) -> list[Contract]:
    """Those that an image must keep: one, or more where several services run it."""
    return [each for each in contracts() if each.image == image]


def _contract(told: dict[str, Any]) -> Contract:
    return Contract(
        image=told["image"],
        service=told["service"],
        ports=tuple(told["ports"]),
        probes=told["probes"],
        startup_seconds=told["startupSeconds"],
        memory_limit=told["memoryLimit"],
        scraped=tuple((each["port"], each["path"]) for each in told["scraped"]),
        env=told["env"],
        init_commands=tuple(tuple(command) for command in told["initCommands"]),
        metrics=told["metrics"],
        reads=tuple(told["reads"]),
    )
