"""Trains the model of a service into a folder: `python -m training iris-classifier trained/iris-classifier`."""

import sys
from pathlib import Path

from training import fashion, measured, sentiment, tfidf

TRAINERS = {
    "iris-classifier": measured.iris,
    "wine-quality": measured.wine,
    "fashion-mnist": fashion.train,
    "sentiment": sentiment.train,
    "callcenter-tfidf": tfidf.train,
}


def main(arguments: list[str]) -> int:
    if len(arguments) != 2 or arguments[0] not in TRAINERS:
        print(f"must be given one of {', '.join(TRAINERS)}, and a folder", file=sys.stderr)
        return 2
    service, folder = arguments[0], Path(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    TRAINERS[service](folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
