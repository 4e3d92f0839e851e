"""The paths of the agent."""

import time
from typing import Annotated, Any

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel, Field

from ticket_agent.bounded import Application, Bounded, Receive, Scope, Send
from ticket_agent.dependency import NoAnswer
from ticket_agent.metrics import Metrics
from ticket_agent.observed import Observed
from ticket_agent.predicting import Predicting
from ticket_agent.readiness import Readiness
from ticket_agent.tracking import Answer, Tracking


class Ticket(BaseModel):
    """What is asked. The ticket's id goes back to who sent it, and nowhere else: it may be a person's."""

    text: Annotated[str, Field(min_length=1, max_length=10_000, pattern=r"\S")]
    ticket_id: Annotated[str, Field(min_length=1, max_length=200)]


def application(predicting: Predicting, *, metrics: Metrics, readiness: Readiness, tracking: Tracking) -> Application:
    """What answers tickets and probes."""
    app = FastAPI(title="agent", openapi_url=None)

    @app.exception_handler(RequestValidationError)
    def refused(_: Request, error: Exception) -> JSONResponse:
        # What was wrong, and where; never what was sent.
        problems = error.errors() if isinstance(error, RequestValidationError) else []
        return JSONResponse({"detail": [{"at": each["loc"], "must": each["msg"]} for each in problems]}, 422)

    @app.get("/")
    async def index() -> dict[str, str]:
        return {"service": "agent"}

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "alive"}

    @app.get("/ready")
    async def ready(response: Response) -> dict[str, str]:
        if not readiness.ready:
            response.status_code = 503
        return {"status": "ready" if readiness.ready else "not ready"}

    @app.post("/predict")
    async def predict(ticket: Ticket, request: Request) -> dict[str, Any]:
        begun = time.perf_counter()
        try:
            said = await predicting.predict(ticket.text)
        except NoAnswer as error:
            raise HTTPException(503, "neither model answers") from error
        seconds = time.perf_counter() - begun
        name, confidence = said.category.name, said.category.confidence
        tracking.tell(Answer(said.model, name, confidence, said.complexity, seconds, said.found))
        told = request.scope["told"]
        told.model = said.model
        told.figures = {"category": name, "complexity": said.complexity, "pii_found": said.found}
        return {
            "ticket_id": ticket.ticket_id,
            "category": name,
            "confidence": confidence,
            "model_used": said.model,
            "processing_time": seconds,
        }

    return Observed(Bounded(app), metrics, readiness)


def exposition(metrics: Metrics) -> Application:
    """What answers `GET /metrics` on a port of its own, and nothing else."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        if (scope["method"], scope["path"]) == ("GET", "/metrics"):
            response = Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)
        else:
            response = Response(status_code=404)
        await response(scope, receive, send)

    return answer
