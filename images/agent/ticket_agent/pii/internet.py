"""Addresses of machines on the internet, which stand for whoever uses them."""

import re
from ipaddress import ip_address
from typing import Iterator

_octet = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_v4 = re.compile(rf"(?<![\w.]){_octet}(?:\.{_octet}){{3}}(?![\w]|\.\d)")
_v6 = re.compile(r"(?<![\w:.])(?:[0-9A-Fa-f]{1,4})?:[0-9A-Fa-f:.]{1,43}(?![\w:])")


def addresses(text: str) -> Iterator[tuple[int, int]]:
    # A version 6 may end in a version 4, so it is looked for first.
    for found in _v6.finditer(text):
        told = found.group().rstrip(".")
        if told.strip(":.") and _is_address(told):
            yield found.start(), found.start() + len(told)
    for found in _v4.finditer(text):
        yield found.span()


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
