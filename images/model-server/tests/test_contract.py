"""The running program against what its construct says of it, and against what alerts and panels read."""

import re
from dataclasses import replace

import pytest
from served import Served

from model_server.services import SERVICES
from testing.contract import Contract, contracts_of
from testing.exposition import differences


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_construct_asks_for_each_service(name: str) -> None:
    assert contracts_of(name) != []


def test_it_emits_what_its_construct_says_and_what_queries_read(served: Served) -> None:
    for contract in contracts_of(served.name):
        for _, path in contract.scraped:
            assert differences(served.program.metrics(path), contract) == []


def test_queries_read_something_of_it(served: Served) -> None:
    for contract in contracts_of(served.name):
        read = {read["series"] for read in contract.reads}
        unread = [name for name in contract.metrics if not any(series.startswith(name) for series in read)]
        assert unread == []


def test_it_listens_where_its_construct_says(served: Served) -> None:
    for contract in contracts_of(served.name):
        assert contract.ports[0] == SERVICES[served.name].port
        assert [port for port, _ in contract.scraped] == [SERVICES[served.name].port]


def test_it_is_well_by_each_probe(served: Served) -> None:
    for contract in contracts_of(served.name):
        assert set(contract.probes) == {"startup", "liveness", "readiness"}
        for path in contract.probes.values():
            assert served.program.client.get(path).status_code == 200


def test_it_uses_less_memory_than_it_may(served: Served) -> None:
    for contract in contracts_of(served.name):
        assert served.program.peak_memory() < 0.8 * contract.memory_limit


@pytest.mark.parametrize("what", ["name", "type", "label", "bucket"])
def test_a_program_that_differs_is_told_of(served: Served, what: str) -> None:
    for contract in contracts_of(served.name):
        of = {metric["type"]: (name, metric) for name, metric in contract.metrics.items()}
        (counter, _), (name, metric) = of["counter"], of["histogram"]
        label, bound = metric["labels"][0], float(metric["buckets"][1])
        before, after, told = {
            "name": (name, f"{name}_of_old", f"{name}: is not emitted"),
            "type": (f"# TYPE {counter} counter", f"# TYPE {counter} gauge", f"{counter}: is a gauge, must be a counter"),
            "label": (f'{label}="', f'old_{label}="', f"'old_{label}'"),
            "bucket": (f'le="{bound}"', 'le="0.0042"', f"{name}: has the buckets"),
        }[what]
        text = served.program.metrics()
        assert before in text
        assert told in "\n".join(differences(text.replace(before, after), contract))


def test_a_value_that_no_construct_knows_is_told_of(served: Served) -> None:
    for contract in contracts_of(served.name):
        text = served.program.metrics()
        name, label, known = next(
            (name, label, value)
            for name, metric in contract.metrics.items()
            for label, values in metric.get("values", {}).items()
            for value in values
            if f'{label}="{value}"' in text
        )
        changed = text.replace(f'{label}="{known}"', f'{label}="new"')
        assert f"{name}: says ['new'] as '{label}'" in "\n".join(differences(changed, contract))


def test_a_query_that_finds_nothing_is_told_of(served: Served) -> None:
    for contract in contracts_of(served.name):
        read = dict(contract.reads[0], where="alert 'X'", waitsFor=[{"label": contract.reads[0]["labels"][0], "pattern": "no"}])
        told = differences(served.program.metrics(), replace(contract, reads=(read,)))
        assert [re.match(r"alert 'X' reads", each) is not None for each in told] == [True]


def test_a_metric_that_is_not_emitted_is_told_of(served: Served) -> None:
    for contract in contracts_of(served.name):
        more: Contract = replace(contract, metrics={**contract.metrics, "another": {"type": "gauge", "labels": []}})
        assert differences(served.program.metrics(), more) == ["another: is not emitted"]
