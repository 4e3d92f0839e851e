"""Runs a program that may write below /tmp alone: `python -m testing.confined <module>`.

What Python does is seen, whoever runs it; a read-only root, as a cluster has it, also sees what libraries do by themselves.
"""

import os
import runpy
import sys
from pathlib import Path
from typing import Any

_writes = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_changes = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")
_allowed = ("/tmp/", "/dev/")
_repository = str(Path(__file__).parents[2])  # which may lie below /tmp itself


def confine() -> None:
    """From here on, other writes raise PermissionError."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open" and (not isinstance(arguments[2], int) or not arguments[2] & _writes):
            return
        if (event == "open" or event in _changes) and isinstance(arguments[0], (str, bytes, os.PathLike)):
            path = os.path.abspath(os.fsdecode(arguments[0]))
            if not path.startswith(_allowed) or path.startswith(_repository):
                raise PermissionError(f"{event} of {path}: must lie below /tmp")

    sys.addaudithook(hook)


if __name__ == "__main__":
    module = sys.argv[1]
    confine()
    runpy.run_module(module, run_name="__main__", alter_sys=True)
