"""Numbers that are written in groups, and their check digits."""

import re
from typing import Iterator

SEPARATORS = r"[ ._/-]{0,2}"

_run = re.compile(rf"\d(?:{SEPARATORS}\d)*")
_group = re.compile(r"\d+")


def windows(text: str, least: int, most: int) -> Iterator[tuple[int, int, str]]:
    """Whole groups beside each other with so many digits together: what one means may stand beside other numbers."""
    for run in _run.finditer(text):
        if run.end() - run.start() < least:
            continue
        groups = [found.span() for found in _group.finditer(text, *run.span())]
        for first, (start, _) in enumerate(groups):
            digits = ""
            for begin, end in groups[first : first + most]:
                digits += text[begin:end]
                if len(digits) > most:
                    break
                if len(digits) >= least:
                    yield start, end, digits


def luhn(digits: str) -> bool:
    """https://www.iso.org/standard/70484.html, annex B"""
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return (sum(int(digit) for digit in digits[-1::-2]) + sum(each - 9 if each > 9 else each for each in doubled)) % 10 == 0
