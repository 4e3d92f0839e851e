"""Numbers of telephones: international, French and others with a leading zero, North American, and those called so."""

import re
from typing import Iterator

_between = r"[ .\-/()]{0,3}"
_hints = r"phone|telephone|téléphone|tele?|tél|mobile|mob|cell|portable|fax|whatsapp|call|appele[rz]|rappele[rz]|joindre|reach"

_forms = (
    rf"(?<![\w+])(?:\+|00) ?\(?[1-9](?:{_between}\d){{6,17}}",
    rf"(?<![\w.,+-])\(?0[1-9](?:{_between}\d){{7,9}}(?!\d)",
    r"(?<![\w.+-])(?:1[ .-]?)?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ ./-]?)[2-9]\d\d[ .-]?\d{4}(?![\w-])",
    rf"\b(?:{_hints})\b[^\d\n+(]{{0,24}}(?P<called>(?:\+ ?)?\(?\d(?:{_between}\d){{6,17}})",
)
_number = re.compile("|".join(_forms), re.IGNORECASE)
_date = re.compile(r"\d{1,2}([/.-])\d{1,2}\1(?:19|20)\d\d(?!\d)|(?:19|20)\d\d([/.-])\d{1,2}\2\d{1,2}(?!\d)")


def phones(text: str) -> Iterator[tuple[int, int]]:
    for found in _number.finditer(text):
        span = found.span("called") if found.group("called") else found.span()
        if not _date.match(text, *span):
            yield span
