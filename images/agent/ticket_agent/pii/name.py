"""Names of people where the words around them say so. A name that nothing announces is not found."""

import re
from typing import Iterator

# A capital, or an initial with its point; particles may stand between.
_word = r"(?:[A-ZÀ-ÖØ-ÞŁŚŻ][\w'’-]{1,30}|[A-ZÀ-Þ]\.)"
_particle = r"(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|bin|ibn|al|el|ter)\b ?){0,2}"
# One goodbye may follow on another.
_no_name = r"(?!(?i:kind|best|warm|many|regards|sincerely|cheers|cordialement|bien|salutations|merci|thanks|thank|please)\b)"
_name = rf"(?P<name>{_no_name}{_particle}{_word}(?: {_particle}{_word}){{0,3}})"

_titles = r"(?i:mr|mrs|ms|miss|mx|dr|prof|mme|mlle|monsieur|madame|mademoiselle|herr|frau|señora?)\b\.?|\bM\."
_words = (
    r"(?i:my name is|my name's|i am called|my full name is|je m['’]appelle|mon nom est|je me nomme|ich heiße|ich heisse|"
    r"(?:full |last |first |customer |user |contact |caller |employee )?name ?[:=]|nom(?: de famille)? ?[:=]|prénom ?[:=]|"
    r"signed(?: by)?[,:]?|contact person ?:?|spoke (?:to|with)|on behalf of)"
)
_goodbye = r"(?i:regards|sincerely|best wishes|cheers|cordialement|bien à vous|salutations|merci|thanks|thank you),?\s{0,3}\n\s{0,3}"

_announced = re.compile(rf"(?:\b{_titles}|\b{_words}|\b{_goodbye}) ?{_name}")
# Who writes all in small letters does so with the own name, too.
_small = re.compile(
    r"\b(?i:my name is|my name's|je m['’]appelle|mon nom est|ich heiße) (?P<name>(?!(?:not|no|on|in|the|a|an|wrong|missing|mis\w+|"
    r"spelled|still|pas|sur|dans)\b)[a-zß-ÿ'’-]{2,30}(?: (?!(?:and|et|und|i|je|my|please|from|at|with)\b)[a-zß-ÿ'’-]{2,30})?)"
)


def names(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_announced, _small):
        for found in pattern.finditer(text):
            yield found.span("name")
