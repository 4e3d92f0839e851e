"""The paths of a service."""

import logging
import time
from typing import Any

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from pydantic import BaseModel

from model_server.bounded import Bounded
from model_server.loading import Loading
from model_server.observed import Application, Observed
from model_server.settings import Settings
from model_server.truth import Truth

PATHS = ("/", "/health", "/ready", "/predict", "/truth", "/metrics")

_log = logging.getLogger(__name__)


class Judged(BaseModel):
    """A prediction, and what would have been right."""

    predicted: str
    right: str


def application(settings: Settings) -> Application:
    """The service that the settings ask for; its model loads in the background."""
    service = settings.service
    watch = service.metrics(service.model)
    loading = Loading(settings, watch)
    truth = Truth()
    app = FastAPI(title=settings.name, openapi_url=None)
    loading.start()

    @app.exception_handler(RequestValidationError)
    def refused(request: Request, error: Exception) -> JSONResponse:
        if request.url.path == "/predict":
            watch.failed("input")
        # What was wrong, and where; never what was sent, which may be private.
        problems = error.errors() if isinstance(error, RequestValidationError) else []
        return JSONResponse({"detail": [{"at": each["loc"], "must": each["msg"]} for each in problems]}, 422)

    @app.exception_handler(413)
    def too_large(request: Request, error: Exception) -> JSONResponse:
        if request.url.path == "/predict":
            watch.failed("input")
        return JSONResponse({"detail": getattr(error, "detail", "")}, 413)

    @app.get("/")
    def index() -> dict[str, Any]:
        version = loading.bundle.version if loading.bundle else None
        return {"service": settings.name, "model": service.model, "version": version, "paths": PATHS}

    @app.get("/health")
    def health(response: Response) -> dict[str, str]:
        if service.well_without_model:
            return {"status": "alive"}
        return ready(response)

    @app.get("/ready")
    def ready(response: Response) -> dict[str, str]:
        if loading.model is None:
            response.status_code = 503
            return {"status": "loading"}
        return {"status": "ready"}

    @app.post("/predict")
    def predict(question: service.kind.question) -> dict[str, Any]:  # type: ignore[name-defined]
        model, bundle = loading.model, loading.bundle
        if model is None or bundle is None:
            watch.failed("model")
            raise HTTPException(503, "the model is not loaded yet")
        begun = time.perf_counter()
        try:
            said = model.predict(question)
        except Exception as error:
            watch.failed("model")
            _log.error("no prediction: %s", type(error).__name__)
            raise HTTPException(500, "the model cannot answer") from error
        seconds = time.perf_counter() - begun
        watch.predicted(said, seconds)
        told = {"class_name": said.class_name, "confidence": said.confidence, "inference_time_ms": seconds * 1000}
        if service.tells_tenant:
            return {"text": question.text, "prediction": said.class_name, **told, "tenant": settings.tenant}
        return {"prediction": said.index, **told, "model": service.model, "version": bundle.version}

    @app.post("/truth", status_code=202)
    def judge(judged: Judged) -> dict[str, float | None]:
        classes = loading.bundle.classes if loading.bundle else ()
        unknown = [name for name in (judged.predicted, judged.right) if name not in classes]
        if unknown:
            raise HTTPException(422, f"the model knows the classes {', '.join(classes)} and no others")
        accuracy = truth.tell(judged.predicted == judged.right)
        if accuracy is not None:
            watch.judged(accuracy)
        return {"accuracy": accuracy}

    @app.get("/metrics")
    def metrics() -> Response:
        return Response(generate_latest(watch.registry), media_type=CONTENT_TYPE_LATEST)

    return Observed(Bounded(app), watch, PATHS)
