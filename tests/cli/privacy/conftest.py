"""A copy of the demonstration under git, to change at will."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.shell import demonstration


@pytest.fixture(scope="session")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration, committed once."""
    return under_git(demonstration(tmp_path_factory.mktemp("kept") / "w"))


def under_git(folder: Path) -> Path:
    """A workspace, committed."""
    (folder / ".gitignore").write_text("private/\nbuild/\n.copkit.lock\n", encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main", "--template=")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=The demonstration")
    git(folder, "repack", "-adq")  # a few files to copy for each test
    return folder


@pytest.fixture
def place(tmp_path: Path, committed: Path) -> Path:
    """A copy for one test."""
    return Path(shutil.copytree(committed, tmp_path / "our communities"))


def git(folder: Path, *words: str) -> str:
    """Run git as somebody, and give what it printed."""
    who = ["-c", "user.name=A Curator", "-c", "user.email=curator@anytown.example", "-c", "core.quotepath=off"]
    command = ["git", *who, *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout
