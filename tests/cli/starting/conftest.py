"""A fresh workspace for each test that adds to one."""

import shutil
from pathlib import Path

import pytest

from copkit.cli.app import run
from tests.cli.starting.helpers import command_line


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace just started, made once."""
    folder = tmp_path_factory.mktemp("begun") / "w"
    assert run(command_line(folder)) == 0
    return folder


@pytest.fixture
def fresh(tmp_path: Path, begun: Path) -> Path:
    """A copy of it for one test, in a folder with a space in its name."""
    return Path(shutil.copytree(begun, tmp_path / "our communities"))
