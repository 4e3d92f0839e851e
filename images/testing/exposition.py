"""What a program emits, compared with what its construct says of it."""

import re
from typing import Iterator

from prometheus_client.metrics_core import Metric
from prometheus_client.parser import text_string_to_metric_families

from testing.contract import Contract

_suffixes = {"counter": ("_total",), "gauge": ("",), "histogram": ("_bucket", "_sum", "_count")}
_of_prometheus = ("le", "quantile")


def families_of(text: str) -> dict[str, Metric]:
    """Metrics by the names that constructs have for them: those of counters end in `_total`."""
    families = text_string_to_metric_families(text)
    return {each.name + ("_total" if each.type == "counter" else ""): each for each in families}


def differences(text: str, contract: Contract) -> list[str]:
    """What of the answer of `/metrics` is not as the contract says, a sentence each."""
    emitted = families_of(text)
    wrong = [f"{name}: is emitted, and no construct knows of it" for name in emitted if name not in contract.metrics]
    for name, metric in contract.metrics.items():
        if name not in emitted or not emitted[name].samples:
            wrong.append(f"{name}: is not emitted")
        else:
            wrong.extend(f"{name}: {problem}" for problem in _problems(emitted[name], metric))
    wrong.extend(_unread(emitted, contract))
    return wrong


def _problems(family: Metric, metric: dict) -> Iterator[str]:
    if family.type != metric["type"]:
        yield f"is a {family.type}, must be a {metric['type']}"
        return
    suffixes = _suffixes[family.type]
    stem = family.name
    names = {sample.name.removeprefix(stem) for sample in family.samples}
    if names != set(suffixes):
        yield f"has the series {sorted(names)}, must have {sorted(suffixes)}"
    for labels in sorted({tuple(sorted(set(sample.labels) - set(_of_prometheus))) for sample in family.samples}):
        if labels != tuple(sorted(metric["labels"])):
            yield f"has the labels {list(labels)}, must have {sorted(metric['labels'])}"
    for label, values in metric.get("values", {}).items():
        said = {sample.labels.get(label) for sample in family.samples} - {None}
        if not said <= set(values):
            yield f"says {sorted(said - set(values))} as '{label}', must say one of {values}"
    if "buckets" in metric:
        bounds = {tuple(each) for each in _bounds(family).values()}
        must = (*(float(bound) for bound in metric["buckets"]), float("inf"))
        if bounds != {must}:
            yield f"has the buckets {sorted(bounds)}, must have {must}"


def _bounds(family: Metric) -> dict[tuple, list[float]]:
    found: dict[tuple, list[float]] = {}
    for sample in family.samples:
        if "le" in sample.labels:
            others = tuple(sorted((name, value) for name, value in sample.labels.items() if name != "le"))
            found.setdefault(others, []).append(float(sample.labels["le"]))
    return found


def _unread(emitted: dict[str, Metric], contract: Contract) -> Iterator[str]:
    """Queries that find nothing in what is emitted."""
    series: dict[str, list[dict[str, str]]] = {}
    for family in emitted.values():
        for sample in family.samples:
            series.setdefault(sample.name, []).append(sample.labels)
    for read in contract.reads:
        found = series.get(read["series"], [])
        if not any(_is_found(labels, read) for labels in found):
            waits = {each["label"]: each["pattern"] for each in read["waitsFor"]}
            yield f"{read['where']} reads {read['series']} by {read['labels']}, waits for {waits}, and nothing is that"


def _is_found(labels: dict[str, str], read: dict) -> bool:
    return all(label in labels for label in read["labels"]) and all(
        re.fullmatch(each["pattern"], labels.get(each["label"], "")) for each in read["waitsFor"]
    )
