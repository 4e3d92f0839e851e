"""Fixtures that the tests of every image may use."""

from pathlib import Path
from typing import Iterator

import pytest

from testing.tracking import Tracking, tracking


@pytest.fixture
def registry(tmp_path: Path) -> Iterator[Tracking]:
    """An MLflow with models below the temporary folder of the test."""
    folder = tmp_path / "registry"
    folder.mkdir()
    with tracking(folder) as served:
        yield served
