"""A server of HTTP that keeps what it is sent."""

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Callable, Iterator

Answer = tuple[int, Any]


class Upstream:
    """Answers by a function of method, path and body, which a test may put another in place of."""

    def __init__(self, answers: Callable[[str, str, bytes], Answer]) -> None:
        self.answers = self.usual = answers
        self.seen: list[bytes] = []
        self.bodies: list[Any] = []
        self.delay = 0.0
        self.url = ""
        self.server: ThreadingHTTPServer | None = None

    def asked(self, path: str) -> int:
        """How often, by the part of the first line that it must have."""
        return sum(path.encode() in each.split(b"\n")[0] for each in self.seen)

    def stop(self) -> None:
        """From here on connections are refused."""
        if self.server is not None:
            self.server.shutdown()
            self.server.server_close()
            self.server = None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256


@contextmanager
def upstream(answers: Callable[[str, str, bytes], Answer]) -> Iterator[Upstream]:
    served = Upstream(answers)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer(b"")

        def do_POST(self) -> None:
            self._answer(self.rfile.read(int(self.headers["Content-Length"])))

        def _answer(self, body: bytes) -> None:
            served.seen.append(self.raw_requestline + bytes(self.headers) + body)
            if served.server is None:
                # It is down, also for connections that are still open.
                self.close_connection = True
                return
            if self.command == "POST":
                served.bodies.append(json.loads(body))
                time.sleep(served.delay)
            status, told = served.answers(self.command, self.path, body)
            content = told if isinstance(told, bytes) else json.dumps(told).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

        def handle(self) -> None:
            try:
                super().handle()
            except ConnectionError:
                pass

    served.server = _Server(("127.0.0.1", 0), Handler)
    served.url = f"http://127.0.0.1:{served.server.server_address[1]}"
    threading.Thread(target=served.server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield served
    finally:
        served.stop()
