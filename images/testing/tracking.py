"""A stand-in for MLflow that answers as its REST API does. https://mlflow.org/docs/latest/rest-api.html"""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Iterator
from urllib.parse import parse_qs, unquote, urlsplit

_artifacts = "/api/2.0/mlflow-artifacts/artifacts"


class Tracking:
    """A registry with models, each a folder; `aliases` has their versions by `<name>@<alias>`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.aliases: dict[str, str] = {}
        self.broken = False
        self.asked: list[str] = []
        self.uri = ""

    def answer(self, target: str) -> tuple[int, Any]:
        parts = urlsplit(target)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        self.asked.append(parts.path)
        if self.broken:
            return 503, "upstream connect error"
        if parts.path == "/api/2.0/mlflow/registered-models/alias":
            return self._alias(query)
        if parts.path == "/api/2.0/mlflow/model-versions/get-download-uri":
            return 200, {"artifact_uri": f"mlflow-artifacts:/1/models/{query['name']}-{query['version']}/artifacts"}
        if parts.path == _artifacts:
            return 200, {"files": [self._listed(each) for each in sorted(self._path(query["path"]).iterdir())]}
        if parts.path.startswith(f"{_artifacts}/"):
            return 200, self._path(unquote(parts.path.removeprefix(f"{_artifacts}/"))).read_bytes()
        return 404, {"error_code": "ENDPOINT_NOT_FOUND"}

    def _alias(self, query: dict[str, str]) -> tuple[int, Any]:
        name, alias = query["name"], query["alias"]
        if not any(each.startswith(f"{name}@") for each in self.aliases):
            return 404, {"error_code": "RESOURCE_DOES_NOT_EXIST", "message": f"no model {name}"}
        version = self.aliases.get(f"{name}@{alias}")
        if version is None:
            return 400, {"error_code": "INVALID_PARAMETER_VALUE", "message": f"no alias {alias}"}
        return 200, {"model_version": {"name": name, "version": version}}

    def _path(self, artifact: str) -> Path:
        return self.folder / artifact.split("/", 1)[1].replace("/artifacts", "", 1)

    @staticmethod
    def _listed(path: Path) -> dict[str, Any]:
        if path.is_dir():
            return {"path": path.name, "is_dir": True}
        return {"path": path.name, "is_dir": False, "file_size": path.stat().st_size}


@contextmanager
def tracking(folder: Path) -> Iterator[Tracking]:
    """Serves folders `<name>-<version>` as versions of models."""
    registry = Tracking(folder)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, said = registry.answer(self.path)
            body = said if isinstance(said, bytes) else json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    registry.uri = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield registry
    finally:
        server.shutdown()
        server.server_close()
