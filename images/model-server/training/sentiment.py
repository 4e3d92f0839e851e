"""Whether a text is glad or not: naive Bayes on frequencies of words, as a first service of a tenant."""

from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline

from training.kept import fitted_and_kept

CLASSES = ("negative", "positive")

_glad = ("great", "excellent", "wonderful", "fantastic", "amazing", "good", "perfect", "lovely")
_sad = ("terrible", "awful", "horrible", "disappointing", "bad", "poor", "broken", "useless")
_sentences = (
    "I think this product is {}",
    "the service was {} from start to end",
    "what a {} experience",
    "really {} quality for the price",
    "my order was {} and so was the support",
)


def train(folder: Path) -> None:
    texts = [sentence.format(word) for words in (_sad, _glad) for word in words for sentence in _sentences]
    labels = [index for index, words in enumerate((_sad, _glad)) for _ in range(len(words) * len(_sentences))]
    estimator = make_pipeline(TfidfVectorizer(max_features=100, stop_words="english"), MultinomialNB())
    fitted_and_kept(folder, "sentiment", "1", estimator, texts, labels, CLASSES)
