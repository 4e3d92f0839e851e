"""A run in MLflow: one for each process of the agent, so that pods can be told apart."""

import time
from typing import Any, Mapping, Sequence
from urllib.parse import quote

import httpx

from ticket_agent.asking import Refused, asked
from ticket_agent.dependency import NoAnswer

EXPERIMENT = "callcenter-agent"


class Run:
    """Begins with what is first told of it."""

    def __init__(self, server: str, client: httpx.AsyncClient, *, name: str, parameters: Mapping[str, str]) -> None:
        self._api = f"{server}/api/2.0/mlflow"
        self._client = client
        self._name = name
        self._parameters = parameters
        self._id: str | None = None
        self._step = 0

    async def log(self, figures: Sequence[tuple[str, float, int]], seconds: float) -> None:
        """Names, values and milliseconds of the clock. Raises NoAnswer."""
        run = self._id = self._id or await self._begin(seconds)
        self._step += 1
        metrics = [{"key": key, "value": value, "timestamp": at, "step": self._step} for key, value, at in figures]
        try:
            await self._post("runs/log-batch", {"run_id": run, "metrics": metrics}, seconds)
        except Refused as error:
            # Whoever has forgotten it is told of another one.
            if error.status == 404:
                self._id = None
            raise

    async def finish(self, seconds: float) -> None:
        if self._id is not None:
            body = {"run_id": self._id, "status": "FINISHED", "end_time": int(time.time() * 1000)}
            await self._post("runs/update", body, seconds)

    async def _begin(self, seconds: float) -> str:
        experiment = await self._experiment(seconds)
        begun = int(time.time() * 1000)
        body = {"experiment_id": experiment, "run_name": self._name, "start_time": begun}
        run = _text(await self._post("runs/create", body, seconds), "run", "info", "run_id")
        parameters = [{"key": key, "value": value} for key, value in self._parameters.items()]
        await self._post("runs/log-batch", {"run_id": run, "params": parameters}, seconds)
        return run

    async def _experiment(self, seconds: float) -> str:
        by_name = f"{self._api}/experiments/get-by-name?experiment_name={quote(EXPERIMENT)}"
        try:
            found = await asked(self._client, "GET", by_name, seconds=seconds)
        except Refused as error:
            if error.status != 404:
                raise
            try:
                return _text(await self._post("experiments/create", {"name": EXPERIMENT}, seconds), "experiment_id")
            except Refused as refusal:
                if refusal.code != "RESOURCE_ALREADY_EXISTS":
                    raise
                # Another pod was faster.
                found = await asked(self._client, "GET", by_name, seconds=seconds)
        return _text(found, "experiment", "experiment_id")

    async def _post(self, path: str, body: Mapping[str, Any], seconds: float) -> dict[str, Any]:
        return await asked(self._client, "POST", f"{self._api}/{path}", seconds=seconds, body=body)


def _text(told: Any, *path: str) -> str:
    for name in path:
        told = told.get(name) if isinstance(told, dict) else None
    if not isinstance(told, str):
        raise NoAnswer("not what was asked for")
    return told
