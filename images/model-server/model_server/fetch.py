"""Fetches a model of the registry before the server starts: `python -m model_server.fetch`.

Told by MLFLOW_TRACKING_URI, MODEL_URI and MODEL_PATH. Where the registry has no such model, nothing is fetched, and the
server keeps to the one of its image. Where it does not answer, it is asked again for REGISTRY_PATIENCE seconds (300): a
platform that starts, starts everything at once, and who ends at the first refusal is kept waiting longer and longer by the
kubelet. After that, or where it answers anything that is no model, this ends with 1 and is tried again.
"""

import os
import shutil
import sys
import time
from pathlib import Path
from urllib.error import HTTPError

from model_server.bundle import ABOUT
from model_server.registry import Registry, RegistryAway, RegistryFault, WrongModelUri

FETCHED = "model"
PAUSE = 3
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


def fetch_in(seconds: float, registry: str, model_uri: str, folder: Path) -> Path | None:
    """The same, asked again while the registry is away."""
    end = time.monotonic() + seconds
    while True:
        try:
            return fetch(registry, model_uri, folder)
        except RegistryAway as error:
            if time.monotonic() + PAUSE > end:
                raise
            print(error, file=sys.stderr, flush=True)
            time.sleep(PAUSE)


def main() -> int:
    names = ("MLFLOW_TRACKING_URI", "MODEL_URI", "MODEL_PATH")
    missing = [name for name in names if not os.environ.get(name)]
    if missing:
        print(f"{', '.join(missing)}: must be set", file=sys.stderr)
        return 2
    registry, model_uri, folder = (os.environ[name] for name in names)
    try:
        patience = float(os.environ.get("REGISTRY_PATIENCE", "300"))
    except ValueError:
        print(f"REGISTRY_PATIENCE: '{os.environ['REGISTRY_PATIENCE']}' must be a number of seconds", file=sys.stderr)
        return 2
    try:
        fetched = fetch_in(patience, registry, model_uri, Path(folder))
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
