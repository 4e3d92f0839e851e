"""An agent for each test, with all that it asks."""

from pathlib import Path
from typing import Iterator

import pytest

from around import Agent, Around, agent_among, others_of


@pytest.fixture
def around(tmp_path: Path) -> Iterator[Around]:
    with others_of(tmp_path) as others:
        yield others


@pytest.fixture
def agent(around: Around) -> Iterator[Agent]:
    with agent_among(around) as running:
        yield running


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Agent]:
    """One for all tests that only ask it."""
    with others_of(tmp_path_factory.mktemp("shared")) as others, agent_among(others) as running:
        yield running
