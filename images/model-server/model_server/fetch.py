"""Fetches a model of the registry before the server starts: `python -m model_server.fetch`.

Told by MLFLOW_TRACKING_URI, MODEL_URI and MODEL_PATH. Where the registry has no such model, nothing is fetched, and the
server keeps to the one of its image. Where it does not answer, this ends with 1 and is tried again.
"""

import os
import shutil
import sys
from pathlib import Path
from urllib.error import HTTPError

from model_server.bundle import ABOUT
from model_server.registry import Registry, RegistryFault, WrongModelUri

FETCHED = "model"
_incoming = ".incoming"


def fetch(registry: str, model_uri: str, folder: Path) -> Path | None:
    """Lays the model into a folder below `folder`, whole or not at all."""
    found = Registry(registry).find(model_uri)
    if found is None:
        return None
    incoming, target = folder / _incoming, folder / FETCHED
    shutil.rmtree(incoming, ignore_errors=True)
    incoming.mkdir(parents=True)
    try:
        Registry(registry).download(found, incoming)
    except HTTPError as error:
        raise RegistryFault(f"{registry}: answers {error.code} when version {found.version} is fetched") from error
    if not (incoming / ABOUT).is_file():
        raise RegistryFault(f"{registry}: version {found.version} of '{found.name}' has no {ABOUT}")
    shutil.rmtree(target, ignore_errors=True)
    incoming.rename(target)
    return target


def main() -> int:
    names = ("MLFLOW_TRACKING_URI", "MODEL_URI", "MODEL_PATH")
    missing = [name for name in names if not os.environ.get(name)]
    if missing:
        print(f"{', '.join(missing)}: must be set", file=sys.stderr)
        return 2
    registry, model_uri, folder = (os.environ[name] for name in names)
    try:
        fetched = fetch(registry, model_uri, Path(folder))
    except WrongModelUri as error:
        print(f"MODEL_URI: {error}", file=sys.stderr)
        return 2
    except (RegistryFault, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{model_uri} is not in the registry: the image keeps its own" if fetched is None else f"fetched {model_uri}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
