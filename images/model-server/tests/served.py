"""A service of the program that runs, and what it was asked."""

from typing import Any

from testing.program import Running

_picture = [[200 if 2 <= row < 27 and 9 <= column < 19 else 0 for column in range(28)] for row in range(28)]

QUESTIONS: dict[str, tuple[dict[str, Any], str | None]] = {
    "iris-classifier": ({"features": [5.1, 3.5, 1.4, 0.2]}, "setosa"),
    "wine-quality": (
        {"features": [14.23, 1.71, 2.43, 15.6, 127, 2.8, 3.06, 0.28, 2.29, 5.64, 1.04, 3.92, 1065]},
        "grower_1",
    ),
    "fashion-mnist": ({"image": _picture}, None),
    "sentiment": ({"text": "what a wonderful product"}, "positive"),
    "callcenter-tfidf": ({"text": "my password for the vpn has expired"}, "access"),
    "callcenter-transformer": ({"text": "the disk of the file server is full"}, "storage"),
}
"""A question for each service, and what is right; nothing where any class will do."""

WRONG = {"features": ["none"], "image": [[300]], "text": ""}


class Served:
    """A running service, its name, and what training wrote about its model."""

    def __init__(self, name: str, program: Running, about: dict) -> None:
        self.name = name
        self.program = program
        self.about = about
        self.question, self.right = QUESTIONS[name]
        self.answer = program.client.post("/predict", json=self.question)
        self.refusal = program.client.post("/predict", json=WRONG)
        some = about["classes"][0]
        for _ in range(20):
            program.client.post("/truth", json={"predicted": some, "right": some})
