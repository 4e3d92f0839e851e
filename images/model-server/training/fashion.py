"""Ten kinds of clothes as outlines that are drawn here: the pictures of Fashion-MNIST cannot be shipped with an image.

They have its size, its classes and its order, so that the real ones fit in. https://github.com/zalandoresearch/fashion-mnist
"""

from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from training.kept import SEED, fitted_and_kept

CLASSES = (
    "T-shirt/top",
    "Trouser",
    "Pullover",
    "Dress",
    "Coat",
    "Sandal",
    "Shirt",
    "Sneaker",
    "Bag",
    "Ankle boot",
)

# Rectangles of each outline: top, bottom, left, right, and its shade from 0 to 1.
_shapes: dict[str, tuple[tuple[int, int, int, int, float], ...]] = {
    "T-shirt/top": ((4, 24, 9, 19, 0.8), (4, 10, 3, 25, 0.8)),
    "Trouser": ((2, 8, 9, 19, 0.8), (8, 27, 9, 13, 0.8), (8, 27, 15, 19, 0.8)),
    "Pullover": ((4, 24, 9, 19, 0.8), (4, 22, 3, 7, 0.8), (4, 22, 21, 25, 0.8), (4, 8, 3, 25, 0.8)),
    "Dress": ((2, 12, 11, 17, 0.8), (12, 27, 8, 20, 0.8)),
    "Coat": ((3, 27, 8, 13, 0.9), (3, 27, 15, 20, 0.9), (3, 23, 3, 7, 0.9), (3, 23, 21, 25, 0.9)),
    "Sandal": ((19, 22, 3, 25, 0.6), (13, 15, 8, 14, 0.6), (10, 19, 20, 22, 0.6)),
    "Shirt": ((4, 24, 9, 19, 0.5), (4, 16, 3, 25, 0.5), (4, 24, 14, 15, 1.0)),
    "Sneaker": ((15, 22, 3, 25, 0.7), (11, 15, 14, 24, 0.7)),
    "Bag": ((11, 25, 4, 24, 0.7), (5, 7, 9, 19, 0.7), (5, 11, 9, 11, 0.7), (5, 11, 17, 19, 0.7)),
    "Ankle boot": ((16, 24, 3, 23, 0.8), (4, 16, 13, 23, 0.8)),
}


def drawn(name: str, chance: np.random.Generator) -> np.ndarray:
    """One picture, moved, shaded and made noisy by chance; 28 × 28 from 0 to 1."""
    picture = np.zeros((28, 28))
    down, aside = chance.integers(-2, 3, size=2)
    shade = chance.uniform(0.7, 1.1)
    for top, bottom, left, right, dark in _shapes[name]:
        rows = slice(max(0, top + down), max(0, bottom + down))
        picture[rows, max(0, left + aside) : max(0, right + aside)] = dark * shade
    return np.clip(picture + chance.normal(0, 0.1, picture.shape), 0, 1)


def train(folder: Path) -> None:
    chance = np.random.default_rng(SEED)
    labels = np.repeat(np.arange(len(CLASSES)), 80)
    pictures = np.array([drawn(CLASSES[label], chance).ravel() for label in labels])
    fitted_and_kept(folder, "fashion-mnist", "1", LogisticRegression(max_iter=300, C=0.1), pictures, labels, CLASSES)
