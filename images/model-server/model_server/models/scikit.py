"""Classifiers of scikit-learn, kept in the format of skops: unlike a pickle, reading one runs no code of its own."""

from pathlib import Path
from typing import Any, Callable

from pydantic import BaseModel

from model_server.bundle import Bundle, UnusableModel
from model_server.prediction import Prediction

FILE = "model.skops"


class ScikitModel:
    """A fitted classifier; `row` makes of a question what it was fitted with."""

    def __init__(self, bundle: Bundle, row: Callable[[Any], Any]) -> None:
        self._row = row
        self._classes = bundle.classes
        self._estimator = read_estimator(bundle.folder / FILE)
        known = len(self._estimator.classes_)
        if known != len(self._classes):
            raise UnusableModel(f"{bundle.folder}: tells {known} classes apart, about.json names {len(self._classes)}")

    def predict(self, question: BaseModel) -> Prediction:
        shares = self._estimator.predict_proba([self._row(question)])[0]
        index = int(shares.argmax())
        return Prediction(index, self._classes[index], float(shares[index]))


def read_estimator(path: Path) -> Any:
    """Reads a file that names nothing but classes of scikit-learn, NumPy and SciPy."""
    from skops.io import load  # it takes seconds to import, and the server answers probes before that

    try:
        return load(path, trusted=[])
    except Exception as error:  # whatever is wrong with a file from elsewhere
        raise UnusableModel(f"{path}: cannot be read ({error!r})") from error
