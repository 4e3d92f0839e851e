"""Texts in one form, so that no way of writing hides anything from the finders."""

import re
import unicodedata

_spaces = re.compile(r"[^\S\n\r]")
_dashes = re.compile(r"[\u2010-\u2015\u2212]")


def plain(text: str) -> str:
    """Full-width letters, digits of other scripts, odd dashes and spaces as ASCII has them; nothing that has no width."""
    composed = unicodedata.normalize("NFKC", text)
    kept = "".join(_character(each) for each in composed if unicodedata.category(each) not in ("Cf", "Cs"))
    return _dashes.sub("-", _spaces.sub(" ", kept))


def _character(character: str) -> str:
    if character.isascii() or not character.isdecimal():
        return character
    return str(unicodedata.decimal(character))
