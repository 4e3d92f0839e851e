"""The agent with the real model server, and with the real Redis, in place of their stand-ins."""

import os
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Iterator

import httpx
import pytest
from redis import Redis
from redis.exceptions import RedisError

from around import PASSWORD, SIMPLE, Around, agent_among
from canaries import TEXT, leaked
from standins import answers
from testing.program import free_port

MODEL_SERVER = Path(__file__).parents[2] / "model-server"


def told(name: str) -> str:
    """`npm run test:images` says where these are, and no test passes without them."""
    value = os.environ.get(name)
    if value is None:
        raise RuntimeError(f"{name}: is not set, must be what 'npm run test:images' makes it")
    return value


@contextmanager
def ended(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    try:
        yield
    finally:
        process.kill()
        process.wait()


def trained(service: str, folder: Path) -> Path:
    if service == "callcenter-transformer":
        return MODEL_SERVER / "transformer"
    command = [told("MODEL_SERVER_PYTHON"), "-m", "training", service, str(folder / service)]
    subprocess.run(command, cwd=MODEL_SERVER, check=True, env=_bare())
    return folder / service


@contextmanager
def model_server(service: str, folder: Path) -> Iterator[str]:
    port = str(free_port())
    env = {**_bare(), "SERVICE": service, "OWN_MODEL": str(trained(service, folder)), "HOST": "127.0.0.1", "PORT": port}
    process = subprocess.Popen([told("MODEL_SERVER_PYTHON"), "-m", "model_server"], cwd=MODEL_SERVER, env=env)
    with ended(process):
        yield f"http://127.0.0.1:{port}"


def _bare() -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "OPENBLAS_CORETYPE") if name in os.environ}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1"}


@pytest.mark.parametrize(
    ("service", "variable", "name", "score"),
    [
        ("callcenter-tfidf", "TFIDF_SERVICE_URL", "tfidf", 0.1),
        ("callcenter-transformer", "TRANSFORMER_SERVICE_URL", "transformer", 0.9),
    ],
)
def test_a_model_of_the_model_server_answers(
    service: str, variable: str, name: str, score: float, around: Around, tmp_path: Path
) -> None:
    around.groq.answers = answers.groq(score)
    unready = lambda method, path, body: (503, {})  # noqa: E731
    around.tfidf.answers = around.transformer.answers = unready
    with model_server(service, tmp_path) as url, agent_among(around, **{variable: url}) as agent:
        answer = agent.predict(SIMPLE).json()
        assert (answer["model_used"], answer["category"]) == (name, "access")
        # What the stand-in says has the same form.
        real = httpx.post(f"{url}/predict", json={"text": SIMPLE}, trust_env=False).json()
        _, said = answers.model(name, "access")("POST", "/predict", b"")
        assert _form(said) == _form(real)
        assert said["model"] == real["model"]
        assert agent.errors(name) == 0


def _form(answer: dict[str, Any]) -> dict[str, type]:
    return {key: type(value) for key, value in answer.items()}


@contextmanager
def redis_server(folder: Path) -> Iterator[str]:
    port = free_port()
    env = {**_bare(), "LD_LIBRARY_PATH": os.environ.get("REDIS_LIBRARIES", "")}
    command = [told("REDIS_SERVER"), "--bind", "127.0.0.1", "--port", str(port), "--requirepass", PASSWORD, "--save", ""]
    process = subprocess.Popen([*command, "--dir", str(folder)], env=env, stdout=subprocess.DEVNULL)
    with ended(process):
        end = time.monotonic() + 30
        while True:
            try:
                Redis(port=port, password=PASSWORD).ping()
                break
            except RedisError as error:
                assert time.monotonic() < end, error
            time.sleep(0.05)
        yield f"redis://127.0.0.1:{port}/0"


def test_two_agents_share_what_redis_holds_and_it_holds_no_ticket(around: Around, tmp_path: Path) -> None:
    with redis_server(tmp_path) as url:
        for model in ("tfidf", "cache"):
            with agent_among(around, REDIS_URL=url) as agent:
                assert agent.predict(TEXT).json()["model_used"] == model
                assert agent.errors("redis") == 0
        kept = Redis.from_url(url, password=PASSWORD)
        (key,) = kept.keys()
        assert leaked(repr((key, kept.get(key)))) == []
        assert 0 < kept.ttl(key) <= 3600


def test_redis_refuses_a_wrong_password(around: Around, tmp_path: Path) -> None:
    with redis_server(tmp_path) as url:
        (around.folder / "password").write_text("another")
        with agent_among(around, REDIS_URL=url) as agent:
            assert agent.predict().json()["model_used"] == "tfidf"
            assert agent.errors("redis") == 1
