"""What loaded yesterday loads today: the demonstration as version 0.1 had it, loaded, migrated, checked, printed.

It is never changed. A later format adds a frozen copy of its own beside it, and its name to `FROZEN_COPIES`.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from copkit.findings import Severity
from copkit.workspace import Folder, load
from copkit.workspace.data_format import CURRENT
from tests.cli.privacy.conftest import git
from tests.markers.planting import BARE
from tests.markers.running import RUNS
from tests.shell import ROOT, copkit, snapshot

FROZEN_COPIES = sorted((ROOT / "tests" / "workspaces").iterdir())
MOVES: dict[str, set[str]] = {"0.1": {"private/onboarding/jo.ng.yaml"}, "format-2": set()}
"""What a migration adds to each copy; all else that it changes was there."""
CHANGED = ("diabetes-in-pregnancy", "2026-09-02")
OLD = ("PRG-03", "PRV-10")
"""The findings that say what is old, and what in it is an error today."""


@pytest.fixture(params=FROZEN_COPIES, ids=lambda path: path.name)
def frozen(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of it, under git."""
    root = Path(shutil.copytree(request.param, tmp_path / request.param.name))
    (root / ".gitignore").write_text("private/\nbuild/\n.copkit.lock\n", encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=Yesterday")
    return root


def codes(root: Path, *words: str) -> list[str]:
    """The codes of all findings, in order."""
    found = copkit("check", "--format", "github", "--all", *words, root=root)
    return [word for line in found.out.splitlines() for word in (line.partition("title=")[2][:6],) if word]


def errors(root: Path) -> list[str]:
    """What reading finds that is an error: nothing, in what was sound when it was frozen."""
    return [str(one) for one in load(Folder(root)).findings if one.severity is Severity.ERROR]


def test_there_is_one_for_each_older_format() -> None:
    assert len(FROZEN_COPIES) == CURRENT - 1
    assert {path.name for path in FROZEN_COPIES} == set(MOVES)


def test_it_loads_without_an_error_and_check_says_once_that_it_is_old(frozen: Path) -> None:
    assert errors(frozen) == []
    found = codes(frozen)
    assert found.count("PRG-03") == 1
    assert set(codes(frozen, "--errors")) <= set(OLD), "an error today that was none yesterday"


def test_it_is_migrated_and_then_nothing_in_it_is_old(frozen: Path) -> None:
    before, found = snapshot(frozen), codes(frozen)
    workspace = load(Folder(frozen))
    assert copkit("migrate", root=frozen).code == 0
    after = snapshot(frozen)
    assert set(after) - set(before) == MOVES[frozen.name]
    assert set(before) <= set(after)
    assert codes(frozen) == [code for code in found if code not in OLD]
    assert copkit("migrate", root=frozen).out.startswith("Nothing to do")
    assert snapshot(frozen) == after
    assert errors(frozen) == []
    now = load(Folder(frozen))
    assert list(now.communities) == list(workspace.communities)
    assert len(now.shared.files.records) == len(workspace.shared.files.records)


def documents(root: Path, out: Path) -> Iterator[str]:
    """Print every document of every audience into a folder, and say how each command ended."""
    commands = [
        (run.command, *run.words, *(("--for", audience) if run.named else ()))
        for run in RUNS
        if "txt" in run.slow
        and BARE not in run.words  # the demonstration has no such community
        and run.command != "privacy export"  # it reads the private folder too
        and "--commission" not in run.words  # nobody commissioned this community
        for audience in run.audiences
        if (run.command, audience) != ("print privacy-notice", "public")  # refused before its host confirmed it
    ]
    # What the engine of markers cancels is as it was planned here; other communities have changed sessions.
    commands = [(*found[:1], *CHANGED, *found[3:]) if found[0] == "print change" else found for found in commands]
    for number, (command, *words) in enumerate(commands):
        ran = copkit(*command.split(), *words, "--format", "txt", "--out", out / str(number), root=root)
        yield f"{command} {' '.join(words)}: {ran.code}"


@pytest.mark.slow
def test_every_document_is_printed_and_says_what_it_said_before(frozen: Path, tmp_path: Path) -> None:
    ended = list(documents(frozen, tmp_path / "before"))
    assert [line for line in ended if line[-1] not in "01"] == []
    assert copkit("migrate", root=frozen).code == 0
    assert list(documents(frozen, tmp_path / "after")) == ended
    before, after = snapshot(tmp_path / "before"), snapshot(tmp_path / "after")
    assert len(before) > 50
    assert [name for name in before if before[name] != after.get(name)] == []
