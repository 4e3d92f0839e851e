"""What callers are told, and whom the agent asks for it."""

import time

import pytest

from around import KEY, SIMPLE, Agent, Around, agent_among
from standins import answers

COMPLEX = (
    "The file share has been slow since Monday. However, that is not the only problem, because my invoices do not open either. "
    "Why was I charged twice? Could you look at the printer as well, although it is never used while I am away? "
    "I have tried to log in again, but neither the portal nor the mail account accepts what I type, and nobody has called back "
    "so far. Please tell me what to do first, what I must wait for, and whether all of these have to do with each other, as my "
    "colleagues have the same."
)


def test_it_answers_a_ticket(agent: Agent) -> None:
    told = agent.predict(ticket_id="T-17").json()
    assert told.pop("processing_time") > 0
    assert told == {"ticket_id": "T-17", "category": "access", "confidence": 0.9, "model_used": "tfidf"}
    assert agent.around.tfidf.bodies == [{"text": SIMPLE}]
    assert agent.around.transformer.bodies == []


def test_groq_says_how_complex_it_is(agent: Agent) -> None:
    agent.around.groq.answers = answers.groq(0.9)
    assert agent.predict().json()["model_used"] == "transformer"
    (asked,) = agent.around.groq.bodies
    assert asked["messages"][1] == {"role": "user", "content": SIMPLE}
    assert (asked["model"], asked["temperature"], asked["max_completion_tokens"]) == ("llama-3.1-8b-instant", 0.1, 1000)
    assert f"Authorization: Bearer {KEY}\n".encode() in agent.around.groq.seen[0]
    assert agent.value("agent_complexity_score_sum") == 0.9


def test_a_ticket_that_was_asked_before_is_answered_by_the_cache(agent: Agent) -> None:
    first, second = agent.predict().json(), agent.predict(f"  {SIMPLE}"[2:]).json()
    assert (first["model_used"], second["model_used"]) == ("tfidf", "cache")
    assert (second["category"], second["confidence"]) == ("access", 0.9)
    assert len(agent.around.tfidf.bodies) == len(agent.around.groq.bodies) == 1
    assert [agent.value("agent_cache_requests_total", result=each) for each in ("hit", "miss")] == [1, 1]
    assert set(agent.around.redis.seconds.values()) == {3600}


def test_figures_of_answers_are_told_to_mlflow(agent: Agent) -> None:
    agent.predict()
    agent.predict("another one of jo@example.org")
    assert agent.program.end() == 0
    (run,) = agent.around.runs.runs.values()
    assert (list(agent.around.runs.experiments), run.status) == (["callcenter-agent"], "FINISHED")
    assert run.params == {"groq_model": "llama-3.1-8b-instant", "threshold": "0.5"}
    last = {each["key"]: each["value"] for each in run.metrics}
    assert {**last, "seconds": None} == {
        "confidence": 0.9,
        "complexity": 0.2,
        "seconds": None,
        "pii_found": 1,
        "answered_by_tfidf": 2,
        "tickets/access": 2,
    }


@pytest.mark.parametrize(
    "body",
    [b"{", b"[]", b'"text"', b"\xff\xfe", b"[" * 100_000, b'{"text": "a"}', b'{"ticket_id": "a"}', b'{"text": " ", "ticket_id": "a"}',
     b'{"text": 1, "ticket_id": "a"}', b'{"text": "\\ud800", "ticket_id": "a"}', b'{"text": "a", "ticket_id": ""}'],
)  # fmt: skip
def test_it_refuses_what_is_no_ticket(shared: Agent, body: bytes) -> None:
    before = shared.value("agent_requests_total", endpoint="/predict", model_used="none", status="input")
    answer = shared.program.client.post("/predict", content=body, headers={"Content-Type": "application/json"})
    assert 400 <= answer.status_code < 500
    assert shared.value("agent_requests_total", endpoint="/predict", model_used="none", status="input") == before + 1


def test_it_refuses_what_is_too_large(agent: Agent) -> None:
    assert agent.predict("a" * 10_001).status_code == 422
    assert agent.program.client.post("/predict", content=b" " * 300_000).status_code == 413
    parts = (b" " * 10_000 for _ in range(30))  # without a header that tells the size
    assert agent.program.client.post("/predict", content=parts).status_code == 413
    assert agent.value("agent_requests_total", endpoint="/predict", model_used="none", status="input") == 3


def test_masking_makes_no_text_too_long_for_the_models(agent: Agent) -> None:
    assert agent.predict("1.1.1.1 " * 1200 + "name: Jo " * 40).status_code == 200
    assert agent.predict("a@b " * 2500).status_code == 200
    assert len(agent.around.tfidf.bodies[1]["text"]) == 10_000


def test_it_says_who_it_is(shared: Agent) -> None:
    assert shared.program.client.get("/").json() == {"service": "agent"}


@pytest.mark.parametrize("path", ["/none", "/predict/more", "/docs", "/openapi.json", "/metrics"])
def test_it_has_no_other_paths(shared: Agent, path: str) -> None:
    assert shared.program.client.get(path).status_code == 404


def test_a_ticket_that_is_hard_to_read_holds_up_nobody(around: Around) -> None:
    with agent_among(around) as agent:
        for text in ("1 " * 5000, "1" * 10_000, "a" * 10_000, "FR76" * 2500, "a at " * 2000, "ff:" * 3333, '"' * 10_000):
            begun = time.monotonic()
            assert agent.predict(text).status_code == 200
            assert time.monotonic() - begun < 5


def test_without_groq_long_tickets_with_turns_are_for_the_transformer(around: Around) -> None:
    around.groq.stop()
    with agent_among(around) as agent:
        assert [agent.predict(each).json()["model_used"] for each in (SIMPLE, COMPLEX)] == ["tfidf", "transformer"]
