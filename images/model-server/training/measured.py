"""Flowers and wines, of the data sets that scikit-learn brings.

The second has the 13 values of the recognition of wines: which of three growers a wine is of stands for its quality.
https://scikit-learn.org/stable/datasets/toy_dataset.html
"""

from pathlib import Path

from sklearn.datasets import load_iris, load_wine
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from training.kept import fitted_and_kept


def iris(folder: Path) -> None:
    data = load_iris()
    names = [str(name) for name in data.target_names]
    fitted_and_kept(folder, "iris-classifier", "1", _classifier(), data.data, data.target, names)


def wine(folder: Path) -> None:
    data = load_wine()
    names = [f"grower_{number}" for number in range(1, 4)]
    fitted_and_kept(folder, "wine-quality", "1", _classifier(), data.data, data.target, names)


def _classifier() -> object:
    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=500))
