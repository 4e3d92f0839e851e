"""The running program against what its construct says of it, and against what alerts and panels read."""

from dataclasses import replace

import httpx
import pytest

from around import Agent, Around, agent_among
from testing.contract import Contract, contracts_of
from testing.exposition import differences
from ticket_agent.settings import settings_of

IMAGE = "callcenter-agent"


@pytest.fixture
def contract() -> Contract:
    (only,) = contracts_of(IMAGE)
    return only


def test_it_emits_what_its_construct_says_from_the_start(agent: Agent, contract: Contract) -> None:
    assert differences(agent.metrics(), contract) == []


def test_it_emits_the_same_after_it_has_answered(agent: Agent, contract: Contract) -> None:
    agent.predict("jo@example.org cannot log in")
    agent.predict("jo@example.org cannot log in")
    agent.predict("")
    assert differences(agent.metrics(), contract) == []


def test_every_value_that_its_construct_lists_is_there_at_zero(agent: Agent, contract: Contract) -> None:
    for name, metric in contract.metrics.items():
        for label, values in metric.get("values", {}).items():
            for value in values:
                assert f'{label}="{value}"' in "".join(
                    line for line in agent.metrics().splitlines() if line.startswith(name) and line.endswith(" 0.0")
                )


def test_queries_read_something_of_it(contract: Contract) -> None:
    read = {each["series"] for each in contract.reads}
    assert [name for name in contract.metrics if not any(series.startswith(name) for series in read)] == []


def test_it_listens_where_its_construct_says(contract: Contract) -> None:
    settings = settings_of(contract.env)
    assert contract.ports == (settings.port, settings.metrics_port)
    assert contract.scraped == ((settings.metrics_port, "/metrics"),)


def test_it_takes_every_setting_that_its_construct_makes(contract: Contract) -> None:
    settings = settings_of(contract.env)
    assert set(contract.env) == {
        "TFIDF_SERVICE_URL", "TRANSFORMER_SERVICE_URL", "MLFLOW_TRACKING_URI", "REDIS_URL", "REDIS_PASSWORD_FILE",
        "GROQ_API_KEY_FILE", "GROQ_URL", "GROQ_MODEL", "GROQ_TEMPERATURE", "GROQ_MAX_TOKENS", "MAX_AGENT_ITERATIONS",
        "AGENT_TIMEOUT", "LOG_LEVEL",
    }  # fmt: skip
    assert settings.groq.url == "https://api.groq.com"
    assert (settings.iterations, settings.timeout, settings.log_level) == (5, 30, "INFO")
    # What has a default in the construct has the same one in the program.
    given = {name: value for name, value in contract.env.items() if name.endswith(("_URL", "_URI", "_FILE"))}
    assert settings_of(given) == settings


def test_it_is_well_by_each_probe(shared: Agent, contract: Contract) -> None:
    assert set(contract.probes) == {"startup", "liveness", "readiness"}
    for path in contract.probes.values():
        assert shared.program.client.get(path).status_code == 200


@pytest.mark.parametrize(("method", "path"), [("GET", "/"), ("GET", "/predict"), ("POST", "/metrics"), ("GET", "/health")])
def test_the_other_port_answers_nothing_else(method: str, path: str, shared: Agent) -> None:
    url = f"http://127.0.0.1:{shared.metrics_port}{path}"
    assert httpx.request(method, url, trust_env=False).status_code == 404


def test_it_uses_less_memory_than_it_may(around: Around, contract: Contract) -> None:
    with agent_among(around) as agent:
        for number in range(100):
            agent.predict(f"{number} jo@example.org " * 400)
        used, may = agent.program.peak_memory(), contract.memory_limit
        print(f"{used // 2**20} MiB of {may // 2**20}")
        assert used < 0.8 * may


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("agent_pii_detected_total", "agent_pii_found_total", "agent_pii_detected_total: is not emitted"),
        ("# TYPE agent_requests_total counter", "# TYPE agent_requests_total gauge", "is a gauge, must be a counter"),
        ('dependency="', 'other="', "has the labels ['other']"),
        ('le="0.25"', 'le="0.42"', "agent_request_duration_seconds: has the buckets"),
        ('result="hit"', 'result="found"', "says ['found'] as 'result'"),
    ],
)
def test_a_program_that_differs_is_told_of(before: str, after: str, told: str, shared: Agent, contract: Contract) -> None:
    text = shared.metrics()
    assert before in text
    assert told in "\n".join(differences(text.replace(before, after), contract))


def test_a_query_that_finds_nothing_is_told_of(shared: Agent, contract: Contract) -> None:
    read = {"where": "alert 'X'", "series": "agent_requests_total", "labels": ["status"], "waitsFor": [{"label": "status", "pattern": "error"}]}
    (told,) = differences(shared.metrics(), replace(contract, reads=(read,)))
    assert told.startswith("alert 'X' reads")
