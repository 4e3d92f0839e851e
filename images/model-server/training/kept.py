"""Writes what was trained as a bundle."""

from pathlib import Path
from typing import Any, Sequence

from sklearn.model_selection import train_test_split
from skops.io import dump

from model_server.bundle import Bundle, write_about
from model_server.models.scikit import FILE

SEED = 7


def fitted_and_kept(
    folder: Path, model: str, version: str, estimator: Any, inputs: Any, labels: Any, classes: Sequence[str]
) -> None:
    """Fits with 70 % of the examples, measures with the rest, and writes both."""
    seen, unseen, right, hidden = train_test_split(inputs, labels, test_size=0.3, random_state=SEED, stratify=labels)
    estimator.fit(seen, right)
    dump(estimator, folder / FILE)
    write_about(Bundle(folder, model, version, tuple(classes), float(estimator.score(unseen, hidden))))
