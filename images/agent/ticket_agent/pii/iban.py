"""Numbers of bank accounts, with their check digits. https://www.swift.com/resource/iban-registry-pdf"""

import re
from typing import Iterator

_lengths = {
    country: int(length)
    for length, *countries in (
        row.split()
        for row in (
            "15 NO",
            "16 BE",
            "18 DK FI FK FO GL NL SD",
            "19 MK SI",
            "20 AT BA EE KZ LT LU MN XK",
            "21 CH HR LI LV",
            "22 BG BH CR DE GB GE IE ME RS VA",
            "23 AE GI IL IQ OM SO TL",
            "24 AD CZ ES MD PK RO SA SE SK TN VG",
            "25 LY PT ST",
            "26 IS TR",
            "27 BI DJ FR GR IT MC MR SM",
            "28 AL AZ BY CY DO GT HN HU LB NI PL SV",
            "29 BR EG PS QA UA",
            "30 JO KW MU YE",
            "31 MT SC",
            "32 LC",
            "33 RU",
        )
    )
    for country in countries
}
_start = re.compile(r"[A-Za-z]{2} ?\d{2}")
_next = re.compile(r"[ .-]{0,2}([A-Za-z0-9])")


def ibans(text: str) -> Iterator[tuple[int, int]]:
    for found in _start.finditer(text):
        length = _lengths.get(text[found.start() : found.start() + 2].upper())
        if length is None:
            continue
        characters, end = found.group().replace(" ", ""), found.end()
        while len(characters) < length and (more := _next.match(text, end)):
            characters, end = characters + more.group(1), more.end()
        if len(characters) == length and _checks(characters.upper()):
            yield found.start(), end


def _checks(iban: str) -> bool:
    return int("".join(str(int(each, 36)) for each in iban[4:] + iban[:4])) % 97 == 1
