"""Every service of the program, run once for all tests that only ask it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Iterator

import pytest

from model_server.services import SERVICES
from served import Served
from testing.program import running

HOME = Path(__file__).parent.parent

@pytest.fixture(scope="session")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Models as the build of an image trains them, in folders of the names of their services."""
    folder = tmp_path_factory.mktemp("trained")
    for name in SERVICES:
        if name == "callcenter-transformer":
            (folder / name).symlink_to(HOME / "transformer")
        else:
            subprocess.run([sys.executable, "-m", "training", name, str(folder / name)], cwd=HOME, check=True)
    return folder


@pytest.fixture(scope="session", params=sorted(SERVICES))
def served(request: pytest.FixtureRequest, trained: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service that has answered every kind of question once."""
    name = request.param
    env = {"SERVICE": name, "OWN_MODEL": str(trained / name), "TENANT_NAME": "tenant-a"}
    log = tmp_path_factory.mktemp("log") / name
    with running(["-m", "model_server"], env, log, cwd=HOME) as program:
        yield Served(name, program, json.loads((trained / name / "about.json").read_text()))
