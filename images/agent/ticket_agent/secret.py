"""Secrets, from the files that variables ending in `_FILE` name."""

from pathlib import Path


def secret(file: Path | None) -> str:
    """What a file holds at this moment; nothing where there is none."""
    try:
        return file.read_text("utf-8").strip() if file is not None else ""
    except (OSError, UnicodeDecodeError):
        return ""
