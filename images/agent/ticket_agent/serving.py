"""Runs the agent from its start until it has ended in good order."""

import asyncio
import contextlib
import platform
import signal
from typing import Iterator

import uvicorn

from ticket_agent.app import application, exposition
from ticket_agent.asking import client
from ticket_agent.bounded import Application
from ticket_agent.cache import Cache
from ticket_agent.complexity import THRESHOLD
from ticket_agent.dependency import Dependency
from ticket_agent.groq import Groq
from ticket_agent.log import told_of_lost_errors
from ticket_agent.metrics import DEPENDENCIES, Metrics
from ticket_agent.models import Models
from ticket_agent.predicting import Predicting
from ticket_agent.readiness import Readiness
from ticket_agent.run import Run
from ticket_agent.settings import Settings
from ticket_agent.tracking import Tracking

# A pod has half a minute to end in, of which ten seconds are over before the program hears of it.
LEAVES_AFTER = 1.0
GRACE = 16


class Server(uvicorn.Server):
    """One of two in a process, so signals are not its own."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def serve(settings: Settings) -> None:
    loop = asyncio.get_running_loop()
    told_of_lost_errors(loop)
    ended = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, ended.set)
    metrics, asking = Metrics(), client()
    others = {name: Dependency(name, metrics) for name in DEPENDENCIES}
    models = Models(settings.models, asking, others)
    readiness = Readiness(models)
    cache = Cache(settings.redis, settings.redis_password_file, dependency=others["redis"], metrics=metrics)
    groq = Groq(
        settings.groq, settings.iterations, client=asking, dependency=others["groq"], hurried=lambda: readiness.ending
    )
    parameters = {"groq_model": settings.groq.model, "threshold": str(THRESHOLD)}
    run = Run(settings.mlflow, asking, name=platform.node(), parameters=parameters)
    tracking = Tracking(run, others["mlflow"])
    predicting = Predicting(cache=cache, groq=groq, models=models, metrics=metrics, timeout=settings.timeout)
    app = application(predicting, metrics=metrics, readiness=readiness, tracking=tracking)
    tickets = _server(app, settings, settings.port)
    figures = _server(exposition(metrics), settings, settings.metrics_port)
    serving = [asyncio.create_task(each.serve()) for each in (tickets, figures)]
    working, waiting = asyncio.create_task(tracking.work()), asyncio.create_task(readiness.work())

    # One that ends by itself could not listen, or has failed.
    await asyncio.wait([*serving, asyncio.create_task(ended.wait())], return_when=asyncio.FIRST_COMPLETED)
    readiness.ending = True
    # Whoever has not heard of it yet is answered, and told by the answer to come back another way.
    await asyncio.sleep(LEAVES_AFTER)
    tickets.should_exit = True
    await serving[0]
    tracking.end()
    waiting.cancel()
    await asyncio.wait([working], timeout=1)
    figures.should_exit = True
    await serving[1]
    await cache.close()
    await asking.aclose()


def _server(app: Application, settings: Settings, port: int) -> Server:
    return Server(
        uvicorn.Config(
            app,
            host=settings.host,
            port=port,
            log_config=None,
            access_log=False,
            lifespan="off",
            ws="none",
            server_header=False,
            timeout_graceful_shutdown=GRACE,
        )
    )
