"""The registry of models in MLflow, over its REST API. https://mlflow.org/docs/latest/rest-api.html"""

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import Request, urlopen

TIMEOUT = 30
_uri = re.compile(r"models:/(?P<name>[^/@:]+)(?:@(?P<alias>[^/@:]+)|/(?P<version>\d+))")
_nobody_has_it = ("RESOURCE_DOES_NOT_EXIST", "INVALID_PARAMETER_VALUE")


class RegistryFault(Exception):
    """The registry does not answer, or not as MLflow does."""


class RegistryAway(RegistryFault):
    """The registry does not answer now, and may later."""


class WrongModelUri(Exception):
    """No name of a model in the registry."""


@dataclass(frozen=True)
class ModelVersion:
    """A version of a registered model."""

    name: str
    version: str


class Registry:
    """One MLflow server."""

    def __init__(self, uri: str) -> None:
        self._uri = uri.rstrip("/")

    def find(self, model_uri: str) -> ModelVersion | None:
        """The version that `models:/<name>@<alias>` or `models:/<name>/<version>` means; none where there is none."""
        match = _uri.fullmatch(model_uri)
        if match is None:
            raise WrongModelUri(f"'{model_uri}' must be models:/<name>@<alias> or models:/<name>/<version>")
        name, alias, version = match["name"], match["alias"], match["version"]
        if alias is None:
            found = self._ask("mlflow/model-versions/get", name=name, version=version)
        else:
            found = self._ask("mlflow/registered-models/alias", name=name, alias=alias)
        return ModelVersion(name, str(found["model_version"]["version"])) if found else None

    def download(self, model: ModelVersion, folder: Path) -> None:
        """Lays the files of a version into a folder that is there."""
        self._download(self._artifacts_of(model), folder)

    def _artifacts_of(self, model: ModelVersion) -> str:
        found = self._ask("mlflow/model-versions/get-download-uri", name=model.name, version=model.version)
        uri = str((found or {}).get("artifact_uri", ""))
        parts = urlsplit(uri)
        if parts.scheme != "mlflow-artifacts":
            raise RegistryFault(f"version {model.version} of '{model.name}' lies in '{uri}', not behind the server")
        return parts.path.strip("/")

    def _download(self, path: str, folder: Path) -> None:
        listed = self._ask("mlflow-artifacts/artifacts", path=path)
        for entry in (listed or {}).get("files", []):
            name = str(entry["path"]).rsplit("/", 1)[-1]
            if name in ("", ".", ".."):
                raise RegistryFault(f"'{path}' has a file of the name '{entry['path']}'")
            if entry.get("is_dir"):
                (folder / name).mkdir()
                self._download(f"{path}/{name}", folder / name)
            else:
                source = self._open(f"mlflow-artifacts/artifacts/{quote(f'{path}/{name}')}")
                with source, open(folder / name, "wb") as target:
                    shutil.copyfileobj(source, target)

    def _ask(self, endpoint: str, /, **query: str) -> dict[str, Any] | None:
        try:
            with self._open(f"{endpoint}?{urlencode(query)}") as answer:
                return dict(json.load(answer))
        except HTTPError as error:
            # A proxy in between says 404 as well, so the code in the answer counts.
            if _code_of(error) in _nobody_has_it:
                return None
            fault = RegistryAway if error.code >= 500 else RegistryFault
            raise fault(f"{self._uri}: answers {error.code} to {endpoint}") from error
        except ValueError as error:
            raise RegistryFault(f"{self._uri}: answers {endpoint} with what is no JSON") from error

    def _open(self, path: str) -> Any:
        try:
            return urlopen(Request(f"{self._uri}/api/2.0/{path}"), timeout=TIMEOUT)
        except HTTPError:
            raise
        except (URLError, OSError, ValueError) as error:
            raise RegistryAway(f"{self._uri}: cannot be asked ({error})") from error


def _code_of(error: HTTPError) -> str:
    try:
        return str(json.load(error)["error_code"])
    except (ValueError, KeyError, TypeError):
        return ""
