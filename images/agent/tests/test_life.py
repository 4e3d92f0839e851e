"""How the program starts and ends."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

from around import HOME, Around, agent_among
from testing.contract import contracts_of


def test_it_is_alive_but_not_ready_until_a_model_is(around: Around) -> None:
    waits = lambda method, path, body: (503, {"status": "loading"})  # noqa: E731
    around.tfidf.answers = around.transformer.answers = waits
    with agent_among(around, ready=503) as agent:
        assert agent.program.client.get("/health").status_code == 200
        around.transformer.answers = around.transformer.usual
        agent.program.until("/ready", 200)


def test_it_is_ready_before_its_startup_probe_gives_up(around: Around) -> None:
    with agent_among(around) as agent:
        seconds = time.monotonic() - agent.program.begun
        for contract in contracts_of("callcenter-agent"):
            assert seconds < contract.startup_seconds


def test_no_request_fails_while_it_ends(around: Around) -> None:
    """As in a cluster: callers stop sending once it is not ready, and those that have not heard of it are still answered."""
    around.tfidf.delay = 0.5
    ending, statuses, failures = threading.Event(), [], []
    with agent_among(around) as agent:
        url = f"http://127.0.0.1:{agent.program.port}"

        def ask(number: int) -> None:
            client = httpx.Client(base_url=url, timeout=30, trust_env=False)
            for turn in range(1000):
                if ending.is_set():
                    return
                try:
                    body = {"text": f"a ticket of {number}, the {turn}th", "ticket_id": str(number)}
                    statuses.append(client.post("/predict", json=body).status_code)
                except httpx.HTTPError as error:
                    failures.append(repr(error))

        asking = [threading.Thread(target=ask, args=(number,)) for number in range(20)]
        for each in asking:
            each.start()
        while len(statuses) < 40:
            time.sleep(0.01)
        before = len(statuses)
        agent.program.process.terminate()
        while agent.program.client.get("/ready").status_code == 200:
            time.sleep(0.01)
        ending.set()
        for each in asking:
            each.join()
        assert agent.program.process.wait(timeout=20) == 0
    assert failures == []
    assert set(statuses) == {200}
    assert len(statuses) > before


def test_a_request_that_takes_long_is_answered_after_the_signal(around: Around) -> None:
    around.tfidf.delay = 5
    with agent_among(around) as agent:
        answers: list[int] = []
        asking = threading.Thread(target=lambda: answers.append(agent.predict().status_code))
        asking.start()
        while not around.tfidf.bodies:
            time.sleep(0.01)
        assert agent.program.end() == 0
        asking.join()
        assert answers == [200]


def test_it_ends_within_its_time_whoever_hangs(around: Around) -> None:
    for other in (around.tfidf, around.transformer, around.groq, around.mlflow):
        other.delay = 60
    with agent_among(around, AGENT_TIMEOUT="3600") as agent:
        answers: list[int] = []
        asking = threading.Thread(target=lambda: answers.append(agent.predict().status_code))
        asking.start()
        while not around.groq.bodies:
            time.sleep(0.01)
        begun = time.monotonic()
        assert agent.program.end() == 0
        # Of the half minute of a pod, the cluster has taken ten seconds before the signal.
        assert time.monotonic() - begun < 20
        asking.join()
        assert answers == [503]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"PORT": "none"}, "PORT: is 'none'"),
        ({"METRICS_PORT": "0"}, "METRICS_PORT: is '0'"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL: is 'loud'"),
        ({"GROQ_TEMPERATURE": "2.1"}, "GROQ_TEMPERATURE: is '2.1'"),
        ({"GROQ_TEMPERATURE": "nan"}, "GROQ_TEMPERATURE: is 'nan'"),
        ({"GROQ_MAX_TOKENS": "0"}, "GROQ_MAX_TOKENS: is '0'"),
        ({"MAX_AGENT_ITERATIONS": "101"}, "MAX_AGENT_ITERATIONS: is '101'"),
        ({"AGENT_TIMEOUT": "1.5"}, "AGENT_TIMEOUT: is '1.5'"),
        ({"GROQ_URL": "api.groq.com"}, "GROQ_URL: must be an address"),
        ({"TFIDF_SERVICE_URL": "ftp://a"}, "TFIDF_SERVICE_URL: must be an address"),
        ({"REDIS_URL": "redis://:secret@"}, "REDIS_URL: must be an address"),
        ({"MLFLOW_TRACKING_URI": ""}, "MLFLOW_TRACKING_URI: must be an address"),
    ],
)
def test_a_wrong_setting_is_told_of(changed: dict[str, str], told: str, around: Around) -> None:
    env = {"PATH": os.environ["PATH"], **around.env, **changed}
    done = subprocess.run([sys.executable, "-m", "ticket_agent"], cwd=HOME, env=env, capture_output=True, text=True)
    assert (done.returncode, told in done.stderr, "secret" in done.stderr) == (2, True, False)


def test_it_writes_below_tmp_alone(around: Around) -> None:
    command = ["-m", "testing.confined", "ticket_agent"]
    with agent_among(around, *command, PYTHONPATH=str(HOME.parent)) as agent:
        assert agent.predict().status_code == 200
        assert agent.program.end() == 0
        assert "PermissionError" not in agent.log()


def test_its_image_holds_what_it_runs() -> None:
    ignored = (HOME / ".dockerignore").read_text().split()
    kept = {each.removeprefix("!").removesuffix("/**") for each in ignored if each.startswith("!")}
    copied = {
        word.rstrip("/")
        for line in (HOME / "Containerfile").read_text().splitlines()
        if line.startswith("COPY") and "--from" not in line
        for word in line.split()[1:-1]
    }
    assert copied == kept == {"requirements", "ticket_agent"}
    assert all((HOME / each).is_dir() for each in copied)


def test_a_port_that_is_taken_is_told_of(around: Around, tmp_path: Path) -> None:
    with agent_among(around) as agent:
        env = {"PATH": os.environ["PATH"], **around.env, "HOST": "127.0.0.1", "PORT": str(agent.program.port)}
        done = subprocess.run([sys.executable, "-m", "ticket_agent"], cwd=HOME, env=env, capture_output=True, text=True)
        assert (done.returncode != 0, "address already in use" in done.stderr) == (True, True)
