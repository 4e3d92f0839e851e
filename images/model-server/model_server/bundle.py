"""A trained model as a folder: `about.json` beside the files that its kind reads."""

import json
from dataclasses import dataclass
from pathlib import Path

ABOUT = "about.json"


class UnusableModel(Exception):
    """The folder does not hold the model that this service serves."""


@dataclass(frozen=True)
class Bundle:
    """A folder with a trained model, and what its training wrote down."""

    folder: Path
    model: str
    version: str
    classes: tuple[str, ...]
    baseline_accuracy: float


def read_bundle(folder: Path, model: str) -> Bundle:
    """Reads `about.json` of a folder, which must be about `model`."""
    path = folder / ABOUT
    try:
        about = json.loads(path.read_text("utf-8"))
        bundle = Bundle(
            folder=folder,
            model=str(about["model"]),
            version=str(about["version"]),
            classes=tuple(str(name) for name in about["classes"]),
            baseline_accuracy=float(about["baseline_accuracy"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnusableModel(f"{path}: is not what training writes ({error!r})") from error
    if bundle.model != model:
        raise UnusableModel(f"{path}: is about model '{bundle.model}', must be about '{model}'")
    if not 0 <= bundle.baseline_accuracy <= 1:
        raise UnusableModel(f"{path}: baseline_accuracy is {bundle.baseline_accuracy}, must be from 0 to 1")
    return bundle


def write_about(bundle: Bundle) -> None:
    """Writes `about.json` into the folder of a bundle."""
    about = {
        "model": bundle.model,
        "version": bundle.version,
        "classes": list(bundle.classes),
        "baseline_accuracy": round(bundle.baseline_accuracy, 4),
    }
    (bundle.folder / ABOUT).write_text(json.dumps(about, indent=2) + "\n", "utf-8")
