"""Personal data of people who are nowhere else, and whether any of it is in what was caught."""

import base64
import re
from urllib.parse import quote

CANARIES = {
    "email": "zebulon.q@quackenbush.example",
    "phone": "06 98 76 54 32",
    "card": "4000 0566 5566 5556",
    "iban": "FR14 2004 1010 0505 0001 3M02 606",
    "ip": "203.0.113.77",
    "ssn": "219-09-9998",
    "nir": "2 69 05 49 588 157 80",
    "name": "Zebulon Quackenbush",
}

TEXT = "My name is {name} ({email}, {phone}) at {ip}. Card {card}, account {iban}, ssn {ssn}, nir {nir}. I cannot log in.".format(
    **CANARIES
)


def leaked(caught: bytes | str) -> list[str]:
    """Kinds of which anything is there: as it was, without what stands between, in other letters, or encoded."""
    text = caught.decode("utf-8", "replace") if isinstance(caught, bytes) else caught
    bare = re.sub(r"[^a-z0-9]", "", text.lower())
    found = []
    for kind, value in CANARIES.items():
        encoded = (quote(value), base64.b64encode(value.encode()).decode()[:-4], value.encode().hex())
        if re.sub(r"[^a-z0-9]", "", value.lower()) in bare or any(each in text for each in (value, *encoded)):
            found.append(kind)
    return found + [part for part in ("Zebulon", "Quackenbush", "quackenbush") if part in text]
