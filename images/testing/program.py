"""A program of an image, run for real on loopback."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, Mapping, Sequence

import httpx

# A machine that does much else at the same time is slow, and a program that never starts is told of all the same.
STARTS_WITHIN = 180.0


class Running:
    """A program that has been started, and how it is asked."""

    def __init__(self, process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
        self.process = process
        self.port = port
        self.log = log
        self.begun = time.monotonic()
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30, trust_env=False)

    def until(self, path: str, status: int, within: float = STARTS_WITHIN) -> float:
        """Waits until a path answers so. Returns the seconds since the start."""
        last = "nothing"
        while time.monotonic() - self.begun < within:
            if self.process.poll() is not None:
                raise AssertionError(f"ended with {self.process.returncode}: {self.log.read_text()}")
            try:
                last = str(self.client.get(path).status_code)
            except httpx.TransportError:
                last = "nothing"
            if last == str(status):
                return time.monotonic() - self.begun
            time.sleep(0.05)
        raise AssertionError(f"{path} answers {last}, must answer {status} within {within} s: {self.log.read_text()}")

    def metrics(self, path: str = "/metrics") -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200
        return answer.text

    def peak_memory(self) -> int:
        """The most bytes that it has had in memory at once, as its kernel counts them."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))

    def end(self) -> int:
        """Asks it to end as a cluster does, and tells how it ended."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)


@contextmanager
def running(
    arguments: Sequence[str], env: Mapping[str, str], log: Path, *, cwd: Path, ready: str = "/ready"
) -> Iterator[Running]:
    """Starts a Python program, waits until it is ready, and ends it whatever happens."""
    with started(arguments, env, log, cwd=cwd) as program:
        program.until(ready, 200)
        yield program


@contextmanager
def started(arguments: Sequence[str], env: Mapping[str, str], log: Path, *, cwd: Path) -> Iterator[Running]:
    """Starts a Python program with nothing of this environment but where programs and packages lie."""
    port = free_port()
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "OPENBLAS_CORETYPE") if name in os.environ}
    told = {**kept, "HOST": "127.0.0.1", "PORT": str(port), "PYTHONDONTWRITEBYTECODE": "1", **env}
    with open(log, "wb") as output:
        process = subprocess.Popen([sys.executable, *arguments], cwd=cwd, env=told, stdout=output, stderr=output)
    program = Running(process, port, log)
    try:
        yield program
    finally:
        program.client.close()
        if process.poll() is None:
            process.kill()
            process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
