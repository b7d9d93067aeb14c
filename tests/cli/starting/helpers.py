"""What the tests of starting share."""

from pathlib import Path
from typing import NamedTuple

import pytest

from copkit.cli.app import run
from copkit.findings import Finding, Severity
from copkit.workspace import Folder, Workspace, load

DAY = "2026-04-01"
SAID = {
    "--system": "Anytown Integrated Care System",
    "--community": "Home First Community of Practice",
    "--contact": "cop.team@anytown.example",
    "--name": "Amina Khan",
    "--organisation": "NHS Anytown ICB",
    "--first": "2026-04-14",
}


class Ended(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


def copkit(capsys: pytest.CaptureFixture[str], *words: object) -> Ended:
    """Run one command line."""
    code = run([str(word) for word in words])
    said = capsys.readouterr()
    return Ended(code, said.out, said.err)


def command_line(folder: Path, *more: str, **changed: str) -> list[str]:
    """`copkit init` with every question answered on the command line."""
    said = SAID | {f"--{flag.replace('_', '-')}": text for flag, text in changed.items()}
    flags = [word for pair in said.items() if pair[1] for word in pair]
    return ["init", str(folder), *flags, "--yes", "--today", DAY, *more]


def start(capsys: pytest.CaptureFixture[str], folder: Path, *more: str, **changed: str) -> Ended:
    """Run it."""
    return copkit(capsys, *command_line(folder, *more, **changed))


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, but the lock, what undo remembers, and git's own."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    beside = (".copkit.lock", "private/undo.json")
    return {path: data for path, data in sorted(found.items()) if path not in beside and ".git/" not in path}


def loaded(folder: Path) -> Workspace:
    """The workspace in a folder."""
    return load(Folder(folder))


def errors(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.severity is Severity.ERROR]
