"""What of Redis' protocol the agent needs, with a password that may change. https://redis.io/docs/latest/develop/reference/protocol-spec/"""

import socketserver
import threading
from contextlib import contextmanager
from typing import Iterator


class RedisStandIn:
    """Keys and values, and every byte that came."""

    def __init__(self, password: str) -> None:
        self.password = password
        self.values: dict[bytes, bytes] = {}
        self.seconds: dict[bytes, int] = {}
        self.seen: list[bytes] = []
        self.silent = False
        self.url = ""
        self.server: socketserver.ThreadingTCPServer | None = None

    def answer(self, words: list[bytes], allowed: bool) -> tuple[bytes, bool]:
        command = words[0].upper()
        if command == b"AUTH":
            good = words[-1] == self.password.encode()
            return (b"+OK\r\n" if good else b"-WRONGPASS invalid username-password pair or user is disabled.\r\n"), good
        if not allowed:
            return b"-NOAUTH Authentication required.\r\n", False
        if command == b"GET":
            value = self.values.get(words[1])
            return (b"$-1\r\n" if value is None else b"$%d\r\n%b\r\n" % (len(value), value)), True
        if command == b"SET":
            self.values[words[1]], self.seconds[words[1]] = words[2], int(words[4])
        return b"+OK\r\n", True

    def stop(self) -> None:
        if self.server is not None:
            self.server.shutdown()
            self.server.server_close()
            self.server = None


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@contextmanager
def redis_stand_in(password: str) -> Iterator[RedisStandIn]:
    served = RedisStandIn(password)

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            allowed = False
            while (words := self._command()) and served.server is not None:
                if not served.silent:
                    said, allowed = served.answer(words, allowed)
                    self.wfile.write(said)

        def _command(self) -> list[bytes]:
            line = self.rfile.readline()
            words = []
            for _ in range(int(line[1:]) if line else 0):
                length = int(self.rfile.readline()[1:])
                words.append(self.rfile.read(length + 2)[:-2])
            served.seen.append(b" ".join(words))
            return words

    served.server = _Server(("127.0.0.1", 0), Handler)
    served.url = f"redis://127.0.0.1:{served.server.server_address[1]}/0"
    threading.Thread(target=served.server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield served
    finally:
        served.stop()
