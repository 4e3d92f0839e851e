"""How the program starts and ends."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from served import QUESTIONS

from model_server.services import SERVICES
from testing.contract import contracts_of
from testing.program import running, started

HOME = Path(__file__).parent.parent

# A model that takes its time, in place of one that answers before a signal can arrive.
_slow = """
import runpy, time
from model_server.models import scikit
predict = scikit.ScikitModel.predict
scikit.ScikitModel.predict = lambda self, question: (print("asked", flush=True), time.sleep(2), predict(self, question))[2]
runpy.run_module("model_server", run_name="__main__")
"""


def test_a_request_in_flight_is_answered_after_the_signal(trained: Path, tmp_path: Path) -> None:
    env = {"SERVICE": "iris-classifier", "OWN_MODEL": str(trained / "iris-classifier")}
    with running(["-c", _slow], env, tmp_path / "log", cwd=HOME) as program:
        answers: list[int] = []
        question = QUESTIONS["iris-classifier"][0]
        asking = threading.Thread(target=lambda: answers.append(program.client.post("/predict", json=question).status_code))
        asking.start()
        while "asked" not in program.log.read_text():
            assert asking.is_alive()
        assert program.end() == 0
        asking.join()
        assert answers == [200]


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_it_is_ready_before_its_startup_probe_gives_up(name: str, trained: Path, tmp_path: Path) -> None:
    env = {"SERVICE": name, "OWN_MODEL": str(trained / name)}
    with started(["-m", "model_server"], env, tmp_path / "log", cwd=HOME) as program:
        seconds = program.until("/ready", 200)
        for contract in contracts_of(name):
            used, may = program.peak_memory() // 2**20, contract.memory_limit // 2**20
            print(f"{name}: ready after {seconds:.1f} s of {contract.startup_seconds}, with {used} MiB of {may}")
            assert seconds < contract.startup_seconds


@pytest.mark.parametrize(
    ("env", "told"),
    [
        ({}, "SERVICE: is ''"),
        ({"SERVICE": "iris"}, "SERVICE: is 'iris'"),
        ({"SERVICE": "iris-classifier", "PORT": "none"}, "PORT: is 'none'"),
        ({"SERVICE": "iris-classifier", "LOG_LEVEL": "loud"}, "LOG_LEVEL: is 'loud'"),
        ({"SERVICE": "sentiment", "MODEL_URI": "models:/a@b"}, "MODEL_URI: is 'models:/a@b'"),
    ],
)
def test_a_wrong_setting_is_told_of(env: dict[str, str], told: str) -> None:
    command = [sys.executable, "-m", "model_server"]
    done = subprocess.run(command, cwd=HOME, env={"PATH": os.environ["PATH"], **env}, capture_output=True, text=True)
    assert (done.returncode, told in done.stderr) == (2, True)


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_it_writes_below_tmp_alone(name: str, trained: Path, tmp_path: Path) -> None:
    env = {"SERVICE": name, "OWN_MODEL": str(trained / name), "PYTHONPATH": str(HOME.parent)}
    with running(["-m", "testing.confined", "model_server"], env, tmp_path / "log", cwd=HOME) as program:
        assert program.client.post("/predict", json=QUESTIONS[name][0]).status_code == 200
        assert program.end() == 0
        assert "PermissionError" not in program.log.read_text()


@pytest.mark.parametrize("path", ["/nowhere/here", str(HOME / "here")])
def test_what_writes_elsewhere_is_refused(path: str) -> None:
    write = "import sys; import testing.confined; testing.confined.confine(); open(sys.argv[1], 'w')"
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(HOME.parent)}
    done = subprocess.run([sys.executable, "-c", write, path], env=env, capture_output=True, text=True)
    assert "PermissionError" in done.stderr
