"""A fresh workspace for each test that adds to one."""

from pathlib import Path

import pytest

from tests.starting.helpers import start


@pytest.fixture
def fresh(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A workspace just started, in a folder with a space in its name."""
    folder = tmp_path / "our communities"
    assert start(capsys, folder).code == 0
    return folder
