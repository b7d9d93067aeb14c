"""The demonstration as version 0.1 had it, under git, to migrate at will."""

import shutil
from pathlib import Path

import pytest

from tests.cli.privacy.conftest import git
from tests.shell import ROOT

FROZEN = ROOT / "tests" / "workspaces" / "0.1"


@pytest.fixture(scope="session")
def committed_then(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen copy, committed once."""
    folder = Path(shutil.copytree(FROZEN, tmp_path_factory.mktemp("then") / "w"))
    (folder / ".gitignore").write_text("private/\nbuild/\n.copkit.lock\n", encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=The demonstration of version 0.1")
    return folder


@pytest.fixture
def then(tmp_path: Path, committed_then: Path) -> Path:
    """A copy for one test."""
    return Path(shutil.copytree(committed_then, tmp_path / "our communities"))
