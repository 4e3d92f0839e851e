"""The quick classifier of tickets: frequencies of words and a linear model."""

from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from skops.io import dump

from model_server.bundle import Bundle, write_about
from model_server.models.scikit import FILE
from training.kept import SEED
from training.tickets import CLASSES, tickets


def train(folder: Path) -> None:
    seen = tickets(1200, unseen=False, seed=SEED)
    unseen = tickets(300, unseen=True, seed=SEED + 1)
    estimator = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), min_df=2), LogisticRegression(max_iter=500, C=20))
    estimator.fit([each.text for each in seen], [each.label for each in seen])
    accuracy = estimator.score([each.text for each in unseen], [each.label for each in unseen])
    dump(estimator, folder / FILE)
    write_about(Bundle(folder, "tfidf", "1", CLASSES, float(accuracy)))
