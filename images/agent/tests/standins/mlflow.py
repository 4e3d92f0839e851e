"""What of MLflow's REST API the agent needs. https://mlflow.org/docs/latest/rest-api.html"""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from standins.upstream import Answer

_api = "/api/2.0/mlflow/"


@dataclass
class Kept:
    """One run."""

    name: str
    status: str = "RUNNING"
    params: dict[str, str] = field(default_factory=dict)
    metrics: list[dict[str, Any]] = field(default_factory=list)


class Mlflow:
    """Experiments and runs, with the limits of a report."""

    def __init__(self) -> None:
        self.experiments: dict[str, str] = {}
        self.runs: dict[str, Kept] = {}

    def answers(self, method: str, target: str, body: bytes) -> Answer:
        parts = urlsplit(target)
        told = json.loads(body) if body else {}
        match method, parts.path.removeprefix(_api):
            case "GET", "experiments/get-by-name":
                return self._by_name(parse_qs(parts.query)["experiment_name"][0])
            case "POST", "experiments/create":
                if told["name"] in self.experiments:
                    return 400, {"error_code": "RESOURCE_ALREADY_EXISTS", "message": told["name"]}
                self.experiments[told["name"]] = str(len(self.experiments) + 1)
                return 200, {"experiment_id": self.experiments[told["name"]]}
            case "POST", "runs/create":
                assert told["experiment_id"] in self.experiments.values()
                run = f"run{len(self.runs)}"
                self.runs[run] = Kept(told["run_name"])
                return 200, {"run": {"info": {"run_id": run, "status": "RUNNING"}}}
            case "POST", "runs/log-batch":
                return self._log(told)
            case "POST", "runs/update":
                self.runs[told["run_id"]].status = told["status"]
                return 200, {"run_info": {}}
        return 404, {"error_code": "ENDPOINT_NOT_FOUND"}

    def _by_name(self, name: str) -> Answer:
        if name not in self.experiments:
            return 404, {"error_code": "RESOURCE_DOES_NOT_EXIST", "message": name}
        return 200, {"experiment": {"experiment_id": self.experiments[name], "name": name}}

    def _log(self, told: dict[str, Any]) -> Answer:
        if told["run_id"] not in self.runs:
            return 404, {"error_code": "RESOURCE_DOES_NOT_EXIST", "message": told["run_id"]}
        metrics = told.get("metrics", [])
        if len(metrics) > 1000 or any(set(each) != {"key", "value", "timestamp", "step"} for each in metrics):
            return 400, {"error_code": "INVALID_PARAMETER_VALUE"}
        self.runs[told["run_id"]].metrics += metrics
        self.runs[told["run_id"]].params |= {each["key"]: each["value"] for each in told.get("params", [])}
        return 200, {}
