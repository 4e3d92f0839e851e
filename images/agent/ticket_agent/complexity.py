"""How complex a ticket is by rules, from 0 to 1: what is chosen by where Groq says nothing."""

import re

from ticket_agent.language import language_of, words_of

THRESHOLD = 0.5
"""From here on a ticket is for the transformer."""

_sentence = re.compile(r"[.!?]+(?:\s|$)|\n+")
_turns = frozenset("but however although though except unless instead because while not never neither nor yet".split())


def complexity_of(text: str) -> float:
    """Long tickets, of many sentences and questions, with turns, in another language than the simple model's."""
    words = words_of(text)
    sentences = [each for each in _sentence.split(text) if each.strip()]
    turns = sum(word in _turns for word in words)
    score = (
        0.35 * min(len(words) / 80, 1)
        + 0.2 * min(max(len(sentences) - 1, 0) / 4, 1)
        + 0.15 * min(turns / 3, 1)
        + 0.1 * min(text.count("?") / 2, 1)
        + (0.2 if language_of(text) != "en" else 0)
    )
    return round(min(score, 1.0), 4)


def model_for(complexity: float) -> str:
    return "transformer" if complexity >= THRESHOLD else "tfidf"
