"""The language of a ticket, by its most frequent words."""

import re

_frequent = {
    "en": "the and is are was to of in my i you it not for with have this that on can please cannot has when".split(),
    "fr": "le la les des un une et est je vous nous de du ne pas pour avec sur mon ma mes que qui ce dans au".split(),
    "de": "der die das und ist ich nicht ein eine mit auf für mein meine zu den dem es sie wir kann bitte hat".split(),
    "es": "el los las y es un una no mi por con para en que se del al lo como su puedo pero me está".split(),
}
_word = re.compile(r"[^\W\d_]+")


def words_of(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return [found.group().lower() for found in _word.finditer(text)]


def language_of(text: str) -> str:
    """`en`, `fr`, `de`, `es`, or `other`. Where nothing speaks for another one it is English, which the models know."""
    words = words_of(text)
    counts = {language: sum(word in frequent for word in words) for language, frequent in _frequent.items()}
    best = max(counts, key=lambda language: counts[language])
    if counts[best] > 0:
        return best
    return "en" if text.isascii() else "other"
