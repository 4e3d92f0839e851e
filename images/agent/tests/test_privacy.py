"""All that leaves the agent, all that it logs, and all that others keep of it, searched for personal data."""

import json
import socket
from typing import Any, Callable

import pytest

from around import Agent, Around, agent_among
from canaries import CANARIES, TEXT, leaked
from standins import answers
from standins.upstream import Answer

ID = CANARIES["email"]


def caught(agent: Agent) -> dict[str, Any]:
    """By where it is, after the agent has told everybody everything."""
    figures = agent.metrics()
    assert agent.program.end() == 0
    around = agent.around
    return {
        "tfidf": b"\n".join(around.tfidf.seen),
        "transformer": b"\n".join(around.transformer.seen),
        "groq": b"\n".join(around.groq.seen),
        "mlflow": b"\n".join(around.mlflow.seen),
        "redis": b"\n".join(around.redis.seen),
        "what MLflow holds": repr((around.runs.experiments, around.runs.runs)),
        "what Redis holds": repr(around.redis.values),
        "log": agent.log(),
        "metrics": figures,
    }


def leaks(agent: Agent) -> dict[str, list[str]]:
    return {where: found for where, what in caught(agent).items() if (found := leaked(what))}


def echoes(status: int, told: Any) -> Callable[[str, str, bytes], Answer]:
    return lambda method, path, body: (200, {}) if path == "/ready" else (status, told)


def post(agent: Agent, content: bytes) -> str:
    answer = agent.program.client.post("/predict", content=content, headers={"Content-Type": "application/json"})
    return answer.text


def test_the_search_finds_each_kind() -> None:
    assert set(leaked(TEXT)) >= set(CANARIES)
    assert leaked(TEXT.replace(" ", "").replace("-", "").lower()) != []
    assert leaked("My name is [NAME] ([EMAIL], [PHONE]) at [IP].") == []


def test_a_ticket_leaves_masked(agent: Agent) -> None:
    told = agent.predict(TEXT, ID)
    assert (told.status_code, told.json()["ticket_id"]) == (200, ID)
    agent.around.groq.answers = answers.groq(0.9)
    assert agent.predict(f"{TEXT} And now?", ID).json()["model_used"] == "transformer"
    assert agent.predict(TEXT, ID).json()["model_used"] == "cache"
    assert {kind: agent.value("agent_pii_detected_total", kind=kind) for kind in CANARIES} == dict.fromkeys(CANARIES, 3)
    found = leaks(agent)
    sent = agent.around.tfidf.bodies[0]["text"]
    assert sent == "My name is [NAME] ([EMAIL], [PHONE]) at [IP]. Card [CARD], account [IBAN], ssn [SSN], nir [NIR]. I cannot log in."
    assert all(agent.around.runs.runs.values()) and len(agent.around.redis.values) == 2
    assert found == {}


# A masking that does nothing, in place of one that misses something.
_blind = """
import runpy
from ticket_agent import predicting
from ticket_agent.pii.masking import Masked
predicting.masked = lambda text: Masked(text, {})
runpy.run_module("ticket_agent", run_name="__main__")
"""


def test_without_masking_the_search_finds_what_leaves(around: Around) -> None:
    with agent_among(around, "-c", _blind) as agent:
        agent.predict(TEXT, ID)
        found = leaks(agent)
    assert set(found["tfidf"]) >= set(CANARIES)
    assert set(found["groq"]) >= set(CANARIES)
    # These are never told the text, masked or not.
    assert set(found) == {"tfidf", "groq"}


QUOTED = json.dumps(TEXT).encode()

MISTAKES = {
    "no JSON": TEXT.encode(),
    "JSON that ends early": b'{"text": ' + QUOTED,
    "a text alone": QUOTED,
    "a list": b"[" + QUOTED + b"]",
    "a key": b"{" + QUOTED + b": 1}",
    "no id": b'{"text": ' + QUOTED + b"}",
    "another type": b'{"ticket_id": [' + QUOTED + b'], "text": {' + QUOTED + b": 1}}",
    "an id that is too long": b'{"text": "a", "ticket_id": ' + json.dumps(TEXT * 9).encode() + b"}",
    "a text that is too long": b'{"ticket_id": "a", "text": ' + json.dumps(TEXT * 90).encode() + b"}",
    "a body that is too large": TEXT.encode() * 2000,
    "half a character": b'{"ticket_id": "a", "text": "' + TEXT.encode() + b'\\ud800"}',
    "no Unicode": TEXT.encode() + b"\xff\xfe",
}


def test_mistakes_of_callers_are_not_repeated(around: Around) -> None:
    with agent_among(around, LOG_LEVEL="DEBUG") as agent:
        repeated = {what: found for what, body in MISTAKES.items() if (found := leaked(post(agent, body)))}
        client = agent.program.client
        client.get("/predict", params={"text": TEXT}, headers={"X-Ticket": ID})
        client.request("BREW", f"/{ID}")
        client.post(f"/predict/{ID}?{ID}", json={"text": TEXT, "ticket_id": ID})
        with socket.create_connection(("127.0.0.1", agent.program.port)) as raw:
            raw.sendall(f"{TEXT}\r\n\r\n".encode())
            raw.recv(1000)
        assert repeated == {}
        assert leaks(agent) == {}


WRONG_ANSWERS: dict[str, tuple[str, Answer]] = {
    "a model's error repeats the ticket": ("tfidf", (500, {"detail": TEXT})),
    "a model's error is the ticket": ("tfidf", (500, TEXT.encode())),
    "a model's class is the ticket": ("tfidf", (200, {"class_name": TEXT, "confidence": 0.5})),
    "a model's class is a name": ("tfidf", (200, {"class_name": f"Mr {CANARIES['name']}", "confidence": 0.5})),
    "a model's class is a number": ("tfidf", (200, {"class_name": f"card {CANARIES['card']}", "confidence": 0.5})),
    "a model's confidence is the ticket": ("tfidf", (200, {"class_name": "access", "confidence": TEXT})),
    "Groq tells the ticket": ("groq", (200, answers.completion(TEXT))),
    "Groq tells the ticket in JSON": ("groq", (200, answers.completion(json.dumps({"complexity": TEXT})))),
    "Groq tells more than it was asked": ("groq", (200, answers.completion(json.dumps({"complexity": 0.1, "why": TEXT})))),
    "Groq's error repeats the ticket": ("groq", (400, {"error": {"message": TEXT, "failed_generation": TEXT}})),
    "MLflow's error repeats what it was told": ("mlflow", (500, {"error_code": TEXT, "message": TEXT})),
}


@pytest.mark.parametrize("what", WRONG_ANSWERS)
def test_answers_of_others_are_not_repeated(what: str, around: Around) -> None:
    name, (status, told) = WRONG_ANSWERS[what]
    with agent_among(around, LOG_LEVEL="DEBUG") as agent:
        getattr(around, name).answers = echoes(status, told)
        answer = agent.predict(TEXT, "T-1")
        assert (answer.status_code, leaked(answer.text)) == (200, [])
        found = leaks(agent)
    assert agent.around.all_seen() != b""
    assert found == {}


@pytest.mark.parametrize("kept", [TEXT.encode(), json.dumps({"class_name": TEXT, "confidence": 1}).encode(), b"\xff", b"[[["])
def test_what_redis_holds_is_not_repeated(kept: bytes, around: Around) -> None:
    with agent_among(around, LOG_LEVEL="DEBUG") as agent:
        agent.predict("a ticket", "T-1")
        around.redis.values = dict.fromkeys(around.redis.values, kept)
        answer = agent.predict("a ticket", "T-1")
        assert answer.json()["model_used"] == "tfidf"
        assert leaked(answer.text) == []
        assert leaks(agent) == {}


# What nobody has thought of: a failure whose words are the ticket.
_failing = """
import asyncio, gc, runpy, warnings
from ticket_agent import predicting

async def lost(ticket):
    raise RuntimeError(ticket)

class Predicting(predicting.Predicting):
    async def predict(self, ticket):
        asyncio.create_task(lost(ticket))
        await asyncio.sleep(0.01)
        gc.collect()
        warnings.warn(ticket)
        raise ValueError(ticket)

predicting.Predicting = Predicting
runpy.run_module("ticket_agent", run_name="__main__")
"""


def test_words_of_errors_are_not_repeated(around: Around) -> None:
    with agent_among(around, "-c", _failing, LOG_LEVEL="DEBUG") as agent:
        answer = agent.predict(TEXT, ID)
        assert (answer.status_code, leaked(answer.text)) == (500, [])
        assert agent.value("agent_requests_total", endpoint="/predict", model_used="none", status="failed") == 1
        found = leaks(agent)
    assert '"error": "ValueError at ' in agent.log()
    assert '"error": "RuntimeError at ' in agent.log()
    assert found == {}


def test_secrets_are_not_logged(around: Around) -> None:
    with agent_among(around, LOG_LEVEL="DEBUG") as agent:
        agent.predict()
        assert agent.program.end() == 0
        for name in ("key", "password"):
            assert (around.folder / name).read_text().strip() not in agent.log()
