"""The agent without one of those that it asks, or with one that is slow or talks nonsense."""

import json
import time

import pytest

from around import KEY, SIMPLE, Agent, Around, agent_among
from standins import answers




def test_groq_is_down(agent: Agent) -> None:
    agent.around.groq.stop()
    for number in range(20):
        assert agent.predict(f"{SIMPLE} {number}").json()["model_used"] == "tfidf"
    # A share of the requests is what the alert asks for, so what Groq was spared counts as well.
    assert agent.errors("groq") == 20
    assert agent.log().count('"dependency": "groq"') == 1


def test_groq_is_slow(around: Around) -> None:
    around.groq.delay = 30
    with agent_among(around) as agent:
        begun = time.monotonic()
        assert agent.predict().json()["model_used"] == "tfidf"
        assert time.monotonic() - begun < 15
        begun = time.monotonic()
        assert agent.predict("another one").status_code == 200
        assert time.monotonic() - begun < 3
        assert agent.errors("groq") == 2


def test_it_answers_in_the_time_that_it_has(around: Around) -> None:
    around.groq.delay = around.tfidf.delay = 30
    with agent_among(around, AGENT_TIMEOUT="4") as agent:
        begun = time.monotonic()
        assert agent.predict().json()["model_used"] == "transformer"
        assert time.monotonic() - begun < 8


NONSENSE = {
    "words": answers.completion("quite complex, I would say 0.7"),
    "another key": answers.completion('{"score": 0.7}'),
    "more keys": answers.completion('{"complexity": 0.7, "model": "transformer"}'),
    "too much": answers.completion('{"complexity": 1.1}'),
    "too little": answers.completion('{"complexity": -0.1}'),
    "no number": answers.completion('{"complexity": "0.7"}'),
    "a truth": answers.completion('{"complexity": true}'),
    "not a number": answers.completion('{"complexity": NaN}'),
    "infinity": answers.completion('{"complexity": Infinity}'),
    "a number alone": answers.completion("0.7"),
    "deep": answers.completion("[" * 100_000),
    "no text": {"choices": [{"message": {"content": None}}]},
    "no choice": {"choices": []},
    "no answer": {},
    "error": {"error": {"message": "no"}},
}


def test_groq_talks_nonsense(agent: Agent) -> None:
    for what, told in NONSENSE.items():
        agent.around.groq.answers = lambda method, path, body, told=told: (200, told)
        before = len(agent.around.groq.bodies)
        assert agent.predict(f"a ticket about {what}").json()["model_used"] == "tfidf"
        assert len(agent.around.groq.bodies) - before == 5
    assert agent.errors("groq") == 5 * len(NONSENSE)
    # The next one is asked at once.
    agent.around.groq.answers = answers.groq(0.9)
    assert agent.predict("a ticket").json()["model_used"] == "transformer"


def test_groq_thinks_again_as_often_as_it_may(around: Around) -> None:
    told = [(500, {}), (200, answers.completion("?")), (200, answers.completion(json.dumps({"complexity": 0.9})))]
    around.groq.answers = lambda method, path, body: told.pop(0)
    with agent_among(around, MAX_AGENT_ITERATIONS="3") as agent:
        assert agent.predict().json()["model_used"] == "transformer"
        assert agent.errors("groq") == 2


@pytest.mark.parametrize("status", [400, 401, 404, 413, 429])
def test_groq_refuses(status: int, agent: Agent) -> None:
    agent.around.groq.answers = lambda method, path, body: (status, {"error": {}})
    assert [agent.predict(each).status_code for each in ("one", "two")] == [200, 200]
    assert (len(agent.around.groq.bodies), agent.errors("groq")) == (1, 2)


def test_groq_leads_nowhere_else(agent: Agent) -> None:
    agent.around.groq.answers = lambda method, path, body: (302, {})
    assert agent.predict().json()["model_used"] == "tfidf"


@pytest.mark.parametrize("key", [None, "", "two\nlines", "schlüssel"])
def test_the_key_is_missing_at_first(key: str | None, around: Around) -> None:
    file = around.folder / "key"
    file.unlink() if key is None else file.write_text(key)
    with agent_among(around) as agent:
        assert agent.predict().json()["model_used"] == "tfidf"
        assert (agent.errors("groq"), around.groq.bodies) == (1, [])
        file.write_text(KEY)
        around.groq.answers = answers.groq(0.9)
        time.sleep(5.1)  # for so long one that has failed is left alone
        assert agent.predict("another one").json()["model_used"] == "transformer"


def test_redis_is_down(agent: Agent) -> None:
    agent.predict()
    agent.around.redis.stop()
    assert [agent.predict().json()["model_used"] for _ in range(5)] == ["tfidf"] * 5
    assert agent.errors("redis") >= 5


def test_redis_was_never_there(around: Around) -> None:
    around.redis.stop()
    with agent_among(around) as agent:
        assert [agent.predict().json()["model_used"] for _ in range(5)] == ["tfidf"] * 5
        assert agent.errors("redis") == 5


def test_redis_says_nothing(agent: Agent) -> None:
    agent.around.redis.silent = True
    begun = time.monotonic()
    assert [agent.predict().json()["model_used"] for _ in range(5)] == ["tfidf"] * 5
    assert time.monotonic() - begun < 5


def test_the_password_of_redis_comes_late(around: Around) -> None:
    password = (around.folder / "password").read_text()
    (around.folder / "password").unlink()
    with agent_among(around) as agent:
        assert agent.predict().json()["model_used"] == "tfidf"
        assert (agent.errors("redis"), around.redis.values) == (1, {})
        (around.folder / "password").write_text(password)
        time.sleep(5.1)
        assert [agent.predict().json()["model_used"] for _ in range(2)] == ["tfidf", "cache"]


def test_mlflow_is_down(around: Around) -> None:
    around.mlflow.stop()
    with agent_among(around) as agent:
        begun = time.monotonic()
        for number in range(20):
            assert agent.predict(f"{SIMPLE} {number}").status_code == 200
        assert time.monotonic() - begun < 15
        while agent.errors("mlflow") < 20:
            assert time.monotonic() - begun < 60
            time.sleep(0.2)


def test_mlflow_is_slow(around: Around) -> None:
    around.mlflow.delay = 30
    with agent_among(around) as agent:
        agent.predict()
        time.sleep(2.5)
        begun = time.monotonic()
        assert agent.predict("another one").status_code == 200
        assert time.monotonic() - begun < 5
        begun = time.monotonic()
        assert agent.program.end() == 0
        assert time.monotonic() - begun < 15


def test_mlflow_forgets(agent: Agent) -> None:
    agent.predict()
    while not agent.around.runs.runs:
        time.sleep(0.1)
    agent.around.runs.experiments.clear()
    agent.around.runs.runs.clear()
    agent.predict()
    while not agent.errors("mlflow"):
        time.sleep(0.1)
    agent.predict()
    assert agent.program.end() == 0
    assert [run.status for run in agent.around.runs.runs.values()] == ["FINISHED"]


@pytest.mark.parametrize(("score", "name", "other"), [(0.1, "tfidf", "transformer"), (0.9, "transformer", "tfidf")])
def test_one_model_is_down(score: float, name: str, other: str, agent: Agent) -> None:
    agent.around.groq.answers = answers.groq(score)
    getattr(agent.around, name).stop()
    assert [agent.predict(f"a ticket {number}").json()["model_used"] for number in range(5)] == [other] * 5
    assert (agent.errors(name), agent.errors(other)) == (5, 0)


@pytest.mark.parametrize("status", [422, 500, 503])
def test_one_model_refuses(status: int, agent: Agent) -> None:
    agent.around.tfidf.answers = lambda method, path, body: (status, {"detail": "no"})
    assert agent.predict().json()["model_used"] == "transformer"


@pytest.mark.parametrize(
    "told",
    [{}, [], "access", {"class_name": "access"}, {"class_name": "", "confidence": 1}, {"class_name": "access", "confidence": 2},
     {"class_name": "access", "confidence": True}, {"class_name": None, "confidence": 1}, b"<html>", b"{" * 3_000_000],
)  # fmt: skip
def test_one_model_talks_nonsense(told: object, agent: Agent) -> None:
    agent.around.tfidf.answers = lambda method, path, body: (200, told)
    assert agent.predict().json()["model_used"] == "transformer"
    assert agent.errors("tfidf") == 1


def test_neither_model_answers(agent: Agent) -> None:
    agent.around.tfidf.stop()
    agent.around.transformer.stop()
    answer = agent.predict()
    assert (answer.status_code, answer.json()) == (503, {"detail": "neither model answers"})
    assert agent.value("agent_requests_total", endpoint="/predict", model_used="none", status="failed") == 1
    assert agent.program.client.get("/ready").status_code == 200
    assert agent.around.redis.values == {}


def test_a_model_that_is_back_is_asked_again(agent: Agent) -> None:
    agent.around.tfidf.answers = lambda method, path, body: (503, {})
    assert agent.predict().json()["model_used"] == "transformer"
    agent.around.tfidf.answers = agent.around.tfidf.usual
    assert agent.predict("another one").json()["model_used"] == "transformer"
    time.sleep(5.1)
    assert agent.predict("a third one").json()["model_used"] == "tfidf"
