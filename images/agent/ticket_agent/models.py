"""The two models: the one that fits is asked first, and the other where that one does not answer."""

from typing import Mapping

import httpx

from ticket_agent.asking import asked
from ticket_agent.category import Category, category_of
from ticket_agent.dependency import Dependency, NoAnswer

SECONDS = 6.0
"""For one question. Two of them, and what is before them, are over before a pod that is to end must have ended."""

MOST_CHARACTERS = 10_000
"""Of a text: the models refuse longer ones, and masking may have made it longer."""


class Models:
    """Whoever answers."""

    def __init__(
        self, urls: Mapping[str, str], client: httpx.AsyncClient, dependencies: Mapping[str, Dependency]
    ) -> None:
        self._urls = urls
        self._client = client
        self._dependencies = dependencies

    async def classify(self, text: str, first: str, seconds: float) -> tuple[str, Category]:
        """The model that has answered, and its class. Raises NoAnswer where none does."""
        asking = self._order(first)
        for position, name in enumerate(asking):
            # Half of the time is the other's.
            time = min(SECONDS, seconds / (len(asking) - position))
            dependency = self._dependencies[name]
            try:
                url = f"{self._urls[name]}/predict"
                told = await asked(self._client, "POST", url, seconds=time, body={"text": text[:MOST_CHARACTERS]})
            except NoAnswer as error:
                dependency.failed(str(error))
                continue
            category = category_of(told)
            if category is not None:
                dependency.answered()
                return name, category
            dependency.failed("not what was asked for")
        raise NoAnswer("neither model answers")

    def _order(self, first: str) -> list[str]:
        """One that rests comes last, and is asked all the same where the other does not answer either."""
        names = [first, *(name for name in self._urls if name != first)]
        if self._dependencies[first].rests and not all(self._dependencies[name].rests for name in names):
            self._dependencies[first].spared()
            return [*names[1:], first]
        return names

    async def is_any_ready(self) -> bool:
        for url in self._urls.values():
            try:
                await asked(self._client, "GET", f"{url}/ready", seconds=2)
            except NoAnswer:
                continue
            return True
        return False
