"""Addresses of electronic mail, also those that are written so that programs do not find them."""

import re
from typing import Iterator

# Lengths are bounded, so that no text takes more than linear time. https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1
_local = r"""(?:"[^"\n]{1,64}"|[\w.!#$%&'*+/=?^`{|}~-]{1,64})"""
_label = r"[\w-]{1,63}"
_open, _close = r" ?[(\[{<] ?", r" ?[)\]}>] ?"

_forms = (
    # Also within a host: root@localhost. `%40` is the sign within an address of the web.
    rf"{_local}(?:@|%40)(?:\[[\d.:a-fA-F]{{2,45}}\]|{_label}(?:\.{_label}){{0,8}})",
    rf"{_local}{_open}(?:at|arobase|@){_close}{_label}(?:(?:\.|{_open}(?:dot|point){_close}| (?:dot|point) ){_label}){{1,8}}",
    rf"(?:{_label} (?:dot|point) ){{0,4}}{_local} (?:at|arobase) {_label}(?: (?:dot|point) {_label}){{1,8}}",
)
_address = re.compile("|".join(_forms), re.IGNORECASE)


def emails(text: str) -> Iterator[tuple[int, int]]:
    for found in _address.finditer(text):
        yield found.span()
