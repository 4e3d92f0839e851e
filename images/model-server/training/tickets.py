"""Tickets of a call center, made of sentences and things. Both classifiers of tickets are trained with them."""

import random
from dataclasses import dataclass

CLASSES = ("access", "billing", "hardware", "purchase", "storage", "other")

_greetings = ("", "hello, ", "hi team, ", "dear support, ", "good morning, ")
_ends = ("", " thank you", " please help", " this is urgent", " since yesterday", " could you look into it")

# For each class its sentences, and what may stand in them. The last sentence is never trained with, only measured with.
_said: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "access": (
        (
            "i cannot log in to {}",
            "my password for {} has expired",
            "please give me access to {}",
            "my account is locked and i need {}",
            "the sign in page of {} refuses my password",
            "permission is denied when i open {}",
            "i am locked out of {} and my password is refused",
        ),
        ("the portal", "the wiki", "the mail account", "the vpn", "the payroll system", "the dashboard"),
    ),
    "billing": (
        (
            "i was charged twice for {}",
            "the invoice for {} is wrong",
            "when do i get the refund for {}",
            "my card was charged for {} by mistake",
            "the amount on the bill for {} is too high",
            "i need a receipt for the payment of {}",
            "the refund on my invoice for {} is missing",
        ),
        ("last month", "my subscription", "the contract", "the phone plan", "the support plan", "december"),
    ),
    "hardware": (
        (
            "the screen of {} stays black",
            "{} does not turn on any more",
            "{} makes a loud noise and gets hot",
            "the battery of {} is empty after an hour",
            "a key of {} is broken",
            "{} fell down and has a crack",
            "{} gets hot and does not turn on",
        ),
        ("my laptop", "the printer", "the docking station", "my phone", "the monitor", "the headset"),
    ),
    "purchase": (
        (
            "i would like to order {}",
            "please buy {} for our team",
            "we need a quote for {}",
            "can you order {} from the supplier",
            "my manager approved the purchase of {}",
            "how long is the delivery of {} that we ordered",
            "we need a quote to buy {}",
        ),
        ("two new laptops", "a licence", "ten chairs", "a second monitor", "headsets", "a projector"),
    ),
    "storage": (
        (
            "the disk of {} is full",
            "i have no space left on {}",
            "please restore a deleted file from {}",
            "the backup of {} failed",
            "my quota on {} is reached",
            "i cannot save files to {} as there is no space",
            "there is no disk space left for the backup of {}",
        ),
        ("the shared drive", "the file server", "my home folder", "the project folder", "the archive", "the database"),
    ),
    "other": (
        (
            "who is responsible for {}",
            "when does {} open",
            "i have a question about {}",
            "where do i find the description of {}",
            "thank you for {}",
            "i would like to give feedback about {}",
            "where is {} and who can answer a question",
        ),
        ("the training", "the cafeteria", "the meeting", "the new office", "the holiday calendar", "the newsletter"),
    ),
}


@dataclass(frozen=True)
class Ticket:
    text: str
    label: int


def tickets(count: int, *, unseen: bool, seed: int) -> list[Ticket]:
    """Tickets of all classes alike: of the sentences to train with, or of those that no training has seen."""
    chance = random.Random(seed)
    return [_ticket(number % len(CLASSES), unseen, chance) for number in range(count)]


def _ticket(label: int, unseen: bool, chance: random.Random) -> Ticket:
    sentences, things = _said[CLASSES[label]]
    sentence = sentences[-1] if unseen else chance.choice(sentences[:-1])
    text = chance.choice(_greetings) + sentence.format(chance.choice(things)) + chance.choice(_ends)
    return Ticket(text, label)
