"""Models of the registry: as an init container fetches them, and as the server itself does."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from model_server.services import SERVICES
from served import QUESTIONS
from testing.contract import contracts
from testing.program import running, started
from testing.tracking import Tracking

HOME = Path(__file__).parent.parent


def registered(registry: Tracking, trained: Path, service: str, name: str, version: str) -> None:
    """Lays a model into the registry as another version than that of the image."""
    folder = registry.folder / "models" / f"{name}-{version}"
    shutil.copytree(trained / service, folder)
    about = json.loads((folder / "about.json").read_text())
    (folder / "about.json").write_text(json.dumps({**about, "version": version}))


def around(registry: Tracking, name: str, folder: Path, patience: str) -> dict[str, str]:
    env = {"MLFLOW_TRACKING_URI": registry.uri, "MODEL_URI": f"models:/{name}@production", "MODEL_PATH": str(folder)}
    return {**env, "REGISTRY_PATIENCE": patience}


def fetched(registry: Tracking, name: str, folder: Path, patience: str = "1") -> "subprocess.CompletedProcess[str]":
    env = around(registry, name, folder, patience)
    command = [sys.executable, "-m", "model_server.fetch"]
    return subprocess.run(command, cwd=HOME, env=env, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("service", ["callcenter-tfidf", "callcenter-transformer"])
def test_a_model_of_the_registry_is_fetched_and_served(
    service: str, registry: Tracking, trained: Path, tmp_path: Path
) -> None:
    registered(registry, trained, service, service, "7")
    registry.aliases[f"{service}@production"] = "7"
    folder = tmp_path / "model"
    done = fetched(registry, service, folder)
    assert (done.returncode, done.stdout) == (0, f"fetched models:/{service}@production\n")
    env = {"SERVICE": service, "MODEL_PATH": str(folder), "OWN_MODEL": str(tmp_path / "none")}
    with running(["-m", "model_server"], env, tmp_path / "log", cwd=HOME) as program:
        question, right = QUESTIONS[service]
        told = program.client.post("/predict", json=question).json()
        assert (told["class_name"], told["version"]) == (right, "7")


@pytest.mark.parametrize("aliases", [{}, {"callcenter-tfidf@staging": "7"}])
def test_the_image_keeps_to_its_own_where_the_registry_has_none(
    aliases: dict[str, str], registry: Tracking, trained: Path, tmp_path: Path
) -> None:
    registry.aliases.update(aliases)
    folder = tmp_path / "model"
    folder.mkdir()
    assert fetched(registry, "callcenter-tfidf", folder).returncode == 0
    assert list(folder.iterdir()) == []
    env = {"SERVICE": "callcenter-tfidf", "MODEL_PATH": str(folder), "OWN_MODEL": str(trained / "callcenter-tfidf")}
    with running(["-m", "model_server"], env, tmp_path / "log", cwd=HOME) as program:
        assert program.client.get("/").json()["version"] == "1"


def test_a_registry_that_does_not_answer_is_asked_again(registry: Tracking, tmp_path: Path) -> None:
    registry.broken = True
    done = fetched(registry, "callcenter-tfidf", tmp_path / "model")
    assert (done.returncode, "answers 503" in done.stderr) == (1, True)


def test_a_registry_that_comes_late_is_waited_for(registry: Tracking, trained: Path, tmp_path: Path) -> None:
    registered(registry, trained, "callcenter-tfidf", "callcenter-tfidf", "7")
    registry.aliases["callcenter-tfidf@production"] = "7"
    registry.broken = True
    command = [sys.executable, "-m", "model_server.fetch"]
    env = around(registry, "callcenter-tfidf", tmp_path / "model", "60")
    with subprocess.Popen(command, cwd=HOME, env=env, stderr=subprocess.PIPE, text=True) as fetching:
        assert fetching.stderr is not None and "answers 503" in fetching.stderr.readline()
        registry.broken = False
        assert fetching.wait(30) == 0
    assert (tmp_path / "model" / "model" / "about.json").exists()


def test_a_patience_that_is_no_number_is_refused(registry: Tracking, tmp_path: Path) -> None:
    done = fetched(registry, "callcenter-tfidf", tmp_path / "model", "long")
    assert (done.returncode, "'long' must be a number" in done.stderr) == (2, True)


def test_a_version_without_a_bundle_is_refused(registry: Tracking, tmp_path: Path) -> None:
    (registry.folder / "models" / "callcenter-tfidf-7").mkdir(parents=True)
    registry.aliases["callcenter-tfidf@production"] = "7"
    done = fetched(registry, "callcenter-tfidf", tmp_path / "model")
    assert (done.returncode, "has no about.json" in done.stderr) == (1, True)
    assert not (tmp_path / "model" / "model").exists()


@pytest.mark.parametrize("uri", ["callcenter-tfidf", "models:/a/b/c", "runs:/1/model"])
def test_a_name_that_means_no_model_is_refused(uri: str, tmp_path: Path) -> None:
    env = {"MLFLOW_TRACKING_URI": "http://127.0.0.1:9", "MODEL_URI": uri, "MODEL_PATH": str(tmp_path)}
    done = subprocess.run([sys.executable, "-m", "model_server.fetch"], cwd=HOME, env=env, capture_output=True, text=True)
    assert (done.returncode, f"'{uri}' must be" in done.stderr) == (2, True)


def test_the_server_loads_a_model_of_the_registry_once_it_is_there(
    registry: Tracking, trained: Path, tmp_path: Path
) -> None:
    env = {
        "SERVICE": "sentiment",
        "MLFLOW_TRACKING_URI": registry.uri,
        "MODEL_URI": "models:/team-sentiment@champion",
        "OWN_MODEL": str(trained / "sentiment"),
    }
    with started(["-m", "model_server"], env, tmp_path / "log", cwd=HOME) as program:
        program.until("/health", 200)
        while not registry.asked:
            program.until("/ready", 503)
        assert program.client.post("/predict", json={"text": "great"}).status_code == 503
        assert "model_loaded 0.0" in program.metrics()
        assert "vectorizer_loaded 0.0" in program.metrics()
        registered(registry, trained, "sentiment", "team-sentiment", "3")
        registry.aliases["team-sentiment@champion"] = "3"
        program.until("/ready", 200)
        assert program.client.get("/").json()["version"] == "3"
        assert "model_loaded 1.0" in program.metrics()


def test_a_model_of_another_service_is_not_served(trained: Path, tmp_path: Path) -> None:
    env = {"SERVICE": "wine-quality", "OWN_MODEL": str(trained / "iris-classifier")}
    with started(["-m", "model_server"], env, tmp_path / "log", cwd=HOME) as program:
        program.until("/health", 503)
        while "is about model 'iris-classifier'" not in program.log.read_text():
            program.until("/health", 503)


def test_constructs_fetch_with_the_command_that_there_is() -> None:
    asked = {command for each in contracts() if each.image in SERVICES for command in each.init_commands}
    assert asked == {("python", "-m", "model_server.fetch")}
