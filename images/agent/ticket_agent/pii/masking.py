"""Takes personal data out of a text, before anything else is done with it."""

from collections import Counter
from dataclasses import dataclass
from typing import Callable, Iterable, Mapping

from ticket_agent.pii.card import cards
from ticket_agent.pii.email import emails
from ticket_agent.pii.iban import ibans
from ticket_agent.pii.internet import addresses
from ticket_agent.pii.name import names
from ticket_agent.pii.national import nirs, ssns
from ticket_agent.pii.phone import phones
from ticket_agent.pii.plain import plain

Finder = Callable[[str], Iterable[tuple[int, int]]]

# In this order: what has check digits before what only has a form.
KINDS: Mapping[str, Finder] = {
    "email": emails,
    "iban": ibans,
    "card": cards,
    "nir": nirs,
    "ssn": ssns,
    "ip": addresses,
    "phone": phones,
    "name": names,
}


@dataclass(frozen=True)
class Masked:
    """A text that may be sent and kept, and how much of each kind was in it."""

    text: str
    found: Mapping[str, int]


def masked(text: str) -> Masked:
    """`write to jo@example.org` → `write to [EMAIL]`"""
    told, found = plain(text), Counter[str]()
    for kind, finder in KINDS.items():
        parts: list[str] = []
        end = 0
        for start, stop in sorted(finder(told), key=lambda span: (span[0], -span[1])):
            if start < end:
                # Of two that overlap, both are masked, as one.
                end = max(end, stop)
                continue
            parts += [told[end:start], f"[{kind.upper()}]"]
            end = stop
            found[kind] += 1
        told = "".join(parts) + told[end:]
    return Masked(told, found)
