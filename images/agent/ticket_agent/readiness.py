"""Whether tickets are to be sent here."""

import asyncio

from ticket_agent.models import Models


class Readiness:
    """From the first time that a model is ready, and until the program is to end. A model that fails later is told of by 503
    to tickets: were all agents to say that they are not ready, callers would not even be told."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._able = False
        self.ending = False

    @property
    def ready(self) -> bool:
        return self._able and not self.ending

    async def work(self) -> None:
        while not self._able:
            self._able = await self._models.is_any_ready()
            if not self._able:
                await asyncio.sleep(1)
