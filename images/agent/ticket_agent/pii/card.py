"""Numbers of payment cards, in any grouping, with their check digit."""

from typing import Iterator

from ticket_agent.pii.digits import luhn, windows


def cards(text: str) -> Iterator[tuple[int, int]]:
    for start, end, digits in windows(text, 13, 19):
        # The first digit of what issuers of cards give out.
        if digits[0] in "23456" and len(set(digits)) > 1 and luhn(digits):
            yield start, end
