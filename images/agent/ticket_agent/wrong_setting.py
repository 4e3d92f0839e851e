"""Forms of what the environment says."""

from typing import Mapping
from urllib.parse import urlsplit


class WrongSetting(Exception):
    """A variable of the environment that cannot be worked with."""


def whole(environ: Mapping[str, str], name: str, default: str, least: int, most: int) -> int:
    text = environ.get(name, default)
    if not (text.isascii() and text.isdecimal()) or not least <= int(text) <= most:
        raise WrongSetting(f"{name}: is '{text}', must be a whole number from {least} to {most}")
    return int(text)


def number(environ: Mapping[str, str], name: str, default: str, least: float, most: float) -> float:
    text = environ.get(name, default)
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise WrongSetting(f"{name}: is '{text}', must be a number from {least} to {most}")
    return value


def one_of(environ: Mapping[str, str], name: str, default: str, values: tuple[str, ...]) -> str:
    text = environ.get(name, default)
    if text not in values:
        raise WrongSetting(f"{name}: is '{text}', must be one of {', '.join(values)}")
    return text


def url(environ: Mapping[str, str], name: str, *schemes: str) -> str:
    """An address, without a slash at its end. It may hold a password, so it is not repeated."""
    text = environ.get(name, "")
    try:
        parts = urlsplit(text)
        good = parts.scheme in schemes and bool(parts.hostname) and parts.port != 0
    except ValueError:
        good = False
    if not good:
        raise WrongSetting(f"{name}: must be an address that begins with {' or '.join(f'{each}://' for each in schemes)}")
    return text.rstrip("/")
