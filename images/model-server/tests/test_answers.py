"""What callers are told."""

import pytest
from served import Served

from model_server.services import SERVICES


def test_it_answers_a_question(served: Served) -> None:
    told = served.answer.json()
    assert served.answer.status_code == 200
    assert told["class_name"] in served.about["classes"]
    assert served.right in (None, told["class_name"])
    assert 0 < told["confidence"] <= 1
    assert told["inference_time_ms"] > 0


def test_it_says_which_model_has_answered_or_for_which_tenant(served: Served) -> None:
    told = served.answer.json()
    if SERVICES[served.name].tells_tenant:
        assert (told["text"], told["prediction"], told["tenant"]) == (served.question["text"], "positive", "tenant-a")
    else:
        assert (told["model"], told["version"]) == (SERVICES[served.name].model, "1")
        assert served.about["classes"][told["prediction"]] == told["class_name"]


def test_it_refuses_what_is_no_question(served: Served) -> None:
    assert served.refusal.status_code == 422
    assert [set(each) for each in served.refusal.json()["detail"]] == [{"at", "must"}]


def test_it_refuses_what_is_too_large(served: Served) -> None:
    assert served.program.client.post("/predict", content=b" " * 300_000).status_code == 413
    parts = (b" " * 10_000 for _ in range(30))  # without a header that tells the size
    assert served.program.client.post("/predict", content=parts).status_code == 413


def test_it_says_what_it_is(served: Served) -> None:
    told = served.program.client.get("/").json()
    assert (told["service"], told["version"]) == (served.name, "1")


@pytest.mark.parametrize("path", ["/none", "/predict/more", "/docs", "/openapi.json"])
def test_it_has_no_other_paths(served: Served, path: str) -> None:
    assert served.program.client.get(path).status_code == 404


def test_callers_make_up_no_labels(served: Served) -> None:
    served.program.client.request("BREW", "/a-path-of-a-caller")
    assert "a-path-of-a-caller" not in served.program.metrics()
    assert "BREW" not in served.program.metrics()


def test_its_log_holds_nothing_that_callers_send(served: Served) -> None:
    served.program.client.post("/predict", json={"text": "a-private-word", "features": ["a-private-word"]})
    assert "a-private-word" not in served.program.log.read_text()
