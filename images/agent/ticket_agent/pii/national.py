"""Numbers by which a state knows people: those of the United States and of France."""

import re
from typing import Iterator

from ticket_agent.pii.digits import SEPARATORS

# https://www.ssa.gov/employer/randomization.html says which parts are never given out.
_area, _group, _serial = r"(?!000|666|9\d\d)\d{3}", r"(?!00)\d{2}", r"(?!0000)\d{4}"
_ssn = re.compile(
    rf"(?<![\w-]){_area}([ .-]){_group}\1{_serial}(?![\w-])"
    # In one piece it looks like any other number, so what stands before it must say what it is.
    rf"|(?:\bssn|social security)\b[^\d\n]{{0,20}}(?P<plain>{_area}{_group}{_serial})(?!\d)",
    re.IGNORECASE,
)

# Sex, year, month, place, order, and the key of what stands before it. https://www.insee.fr/en/metadonnees/definition/c1409
_nir = re.compile(
    rf"(?<!\d)([1-478]{SEPARATORS}\d\d{SEPARATORS}(?:0[1-9]|1[0-2]|[2-9]\d){SEPARATORS}(?:\d\d|2[ab])"
    rf"{SEPARATORS}\d{{3}}{SEPARATORS}\d{{3}}){SEPARATORS}(\d\d)(?!\d)",
    re.IGNORECASE,
)


def ssns(text: str) -> Iterator[tuple[int, int]]:
    for found in _ssn.finditer(text):
        yield found.span("plain") if found.group("plain") else found.span()


def nirs(text: str) -> Iterator[tuple[int, int]]:
    for found in _nir.finditer(text):
        number = re.sub(r"[^\da-b]", "", found.group(1).lower()).replace("2a", "19").replace("2b", "18")
        if 97 - int(number) % 97 == int(found.group(2)):
            yield found.span()
