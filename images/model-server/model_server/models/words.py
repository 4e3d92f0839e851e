"""Texts as the numbers of their words, for models that read words in their order."""

import json
import re
from pathlib import Path

VOCABULARY = "vocabulary.json"
PADDING = 0
UNKNOWN = 1

_word = re.compile(r"[a-z0-9']+")


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return _word.findall(text.lower())


class Vocabulary:
    """Numbers for the words that a model knows. Texts are cut or filled up to one length."""

    def __init__(self, words: list[str], length: int) -> None:
        self.words = words
        self.length = length
        self._numbers = {word: number for number, word in enumerate(words, start=UNKNOWN + 1)}

    def numbers(self, text: str) -> list[int]:
        """The words of a text as numbers, `length` of them."""
        known = [self._numbers.get(word, UNKNOWN) for word in words_of(text)][: self.length]
        # Without any word there would be nothing to attend to.
        filled = known or [UNKNOWN]
        return filled + [PADDING] * (self.length - len(filled))

    def write(self, folder: Path) -> None:
        content = {"length": self.length, "words": self.words}
        (folder / VOCABULARY).write_text(json.dumps(content, indent=2) + "\n", "utf-8")

    @classmethod
    def read(cls, folder: Path) -> "Vocabulary":
        content = json.loads((folder / VOCABULARY).read_text("utf-8"))
        return cls(list(content["words"]), int(content["length"]))
