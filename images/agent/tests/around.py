"""The agent with all that it asks around it."""

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

import httpx

from standins import answers
from standins.mlflow import Mlflow
from standins.redis import RedisStandIn, redis_stand_in
from standins.upstream import Upstream, upstream
from testing.exposition import families_of
from testing.program import Running, free_port, started

HOME = Path(__file__).parent.parent
KEY = "gsk_of_nobody"
PASSWORD = "secret-of-nobody"

SIMPLE = "my password for the vpn has expired"


@dataclass
class Around:
    """Those that it asks, and what it is told of them."""

    tfidf: Upstream
    transformer: Upstream
    groq: Upstream
    mlflow: Upstream
    redis: RedisStandIn
    runs: Mlflow
    env: dict[str, str]
    folder: Path

    def all_seen(self) -> bytes:
        """Every byte that has left the agent for one of them."""
        others = (self.tfidf, self.transformer, self.groq, self.mlflow, self.redis)
        return b"\n".join(each for other in others for each in other.seen)


@dataclass
class Agent:
    """The running program."""

    program: Running
    metrics_port: int
    around: Around

    def predict(self, text: str = SIMPLE, ticket_id: str = "T-1") -> httpx.Response:
        return self.program.client.post("/predict", json={"text": text, "ticket_id": ticket_id})

    def metrics(self) -> str:
        return httpx.get(f"http://127.0.0.1:{self.metrics_port}/metrics", trust_env=False).text

    def value(self, series: str, **labels: str) -> float:
        """Of one series, by all its labels."""
        for family in families_of(self.metrics()).values():
            for sample in family.samples:
                if sample.name == series and sample.labels == labels:
                    return sample.value
        raise AssertionError(f"{series} {labels}: is not emitted")

    def errors(self, dependency: str) -> float:
        return self.value("agent_dependency_errors_total", dependency=dependency)

    def log(self) -> str:
        return self.program.log.read_text()


@contextmanager
def others_of(folder: Path) -> Iterator[Around]:
    with ExitStack() as stack:
        runs = Mlflow()
        tfidf = stack.enter_context(upstream(answers.model("tfidf", "access")))
        transformer = stack.enter_context(upstream(answers.model("transformer", "storage")))
        groq = stack.enter_context(upstream(answers.groq(0.2)))
        mlflow = stack.enter_context(upstream(runs.answers))
        redis = stack.enter_context(redis_stand_in(PASSWORD))
        (folder / "key").write_text(f"{KEY}\n")
        (folder / "password").write_text(f"{PASSWORD}\n")
        env = {
            "TFIDF_SERVICE_URL": tfidf.url,
            "TRANSFORMER_SERVICE_URL": transformer.url,
            "GROQ_URL": groq.url,
            "GROQ_API_KEY_FILE": str(folder / "key"),
            "MLFLOW_TRACKING_URI": mlflow.url,
            "REDIS_URL": redis.url,
            "REDIS_PASSWORD_FILE": str(folder / "password"),
        }
        yield Around(tfidf, transformer, groq, mlflow, redis, runs, env, folder)


@contextmanager
def agent_among(around: Around, *arguments: str, ready: int = 200, **env: str) -> Iterator[Agent]:
    """Starts it, waits until `/ready` answers so, and ends it whatever happens."""
    port = free_port()
    told = {**around.env, "METRICS_PORT": str(port), **env}
    with started(list(arguments) or ["-m", "ticket_agent"], told, around.folder / "log", cwd=HOME) as program:
        program.until("/ready", ready)
        yield Agent(program, port, around)
