"""Files of a later copkit are read, with a warning, and never written: by any command."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from copkit.cli.registry import COMMANDS, command_of
from copkit.workspace.data_format import SETTINGS
from tests.shell import copkit, snapshot
from tests.slow.test_killed import CASES, Case, git, made

PRINTING = ("agenda", "notes print", "blueprint", "export")
"""Commands of those cases that make pages and tables, which is reading."""
MORE = (
    Case("migrate"), Case("templates copy agenda"),
    Case("init --ci --install git+https://code.example/cop.git@v1.0"),
    Case("new group home-first --interest --name G --lead jo.ng"), Case("new story home-first --name S"),
    Case("new event home-first --name Fair --date 2026-06-01"), Case("new challenge --name C --opens 2027-09-01"),
    Case("new cohort --name C --starts 2027-09-01"), Case("new opportunity --name O --closes 2027-09-01"),
    Case("new initiative home-first --name Another_form"), Case("notes edit home-first 2026-07-14"),
)  # fmt: skip
THERE = "new initiative home-first --name One_form"
"""What is there already, and so is not written again."""
WRITING = [case for case in (*CASES, *MORE) if not case.words.startswith((*PRINTING, "init .", THERE))]


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace of the killed commands, of a later format, with a copy for the team."""
    folder = tmp_path_factory.mktemp("later")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        for role in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{role}_NAME", "A Curator")
            patch.setenv(f"GIT_{role}_EMAIL", "curator@anytown.example")
        root = made(folder / "base", Case("sync", team="ahead"))
        assert copkit("feedback", "home-first", "2026-06-09", root / "form.csv", root=root).code in (0, 1)
        assert copkit("new", "initiative", "home-first", "--name", "One form", root=root).code == 0
        settings = root / SETTINGS
        settings.write_text("format: 4\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
        git(root, "commit", "--quiet", "--all", "--message=Of a later copkit")
    return root


@pytest.mark.parametrize("case", WRITING, ids=lambda case: f"{case.words} {case.team}".strip())
def test_every_command_that_writes_is_refused_and_writes_nothing(
    case: Case, later: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Path(shutil.copytree(later, tmp_path / "w"))
    monkeypatch.chdir(root)
    before = snapshot(root)
    ran = copkit(*(word.replace("_", " ") for word in case.words.split()))
    assert ran.code == 3, ran
    assert f"{SETTINGS}:1:1: a later copkit made these files: they are in format 4" in ran.err
    assert "git pull" in ran.err
    assert snapshot(root) == before


def writing_commands() -> Iterator[str]:
    """Every command that has a dry run, and so writes into the workspace."""

    def walk(command: Any, words: tuple[str, ...]) -> Iterator[str]:
        for name, one in getattr(command, "commands", {}).items():
            yield from walk(one, (*words, name))
        if "--dry-run" in {option for part in command.params for option in part.opts}:
            yield " ".join(words)

    for name in COMMANDS:
        yield from walk(command_of(name), (name,))


def test_no_command_is_forgotten() -> None:
    found = [name for name in writing_commands() if name != "trust"]  # which writes for the user alone
    assert len(found) > 30
    tried = [f"{case.words} " for case in WRITING]
    assert [name for name in found if not any(words.startswith(f"{name} ") for words in tried)] == []
    assert "privacy export jo.ng " in tried, "it writes too, and has no dry run"


def test_it_is_read_and_printed_with_a_warning(later: Path, tmp_path: Path) -> None:
    checked = copkit("check", "--only", "PRG-03", root=later)
    assert f"{SETTINGS}:1:1  warning PRG-03" in checked.out
    made = copkit("agenda", "home-first", "2026-07-14", "--out", tmp_path / "agenda.html", root=later)
    assert made.code == 0
    assert (tmp_path / "agenda.html").exists()


@pytest.mark.parametrize("typed", ["two", "-1", "[2]", "{a: 2}", "99999999999999999999", "²"])
def test_a_format_that_is_no_whole_number_is_a_slip_and_nothing_is_written(typed: str, tmp_path: Path) -> None:
    root = tmp_path / "w"
    (root / "communities" / "programme").mkdir(parents=True)
    (root / SETTINGS).write_text(f"programme: P\nformat: {typed}\n", encoding="utf-8")
    before = snapshot(root)
    for words in (("new", "organisation", "Hospice"), ("migrate",)):
        ran = copkit(*words, root=root)
        assert ran.code == 3
        assert f"{SETTINGS}:2" in ran.err
    assert snapshot(root) == before
    assert "PRG-03" not in (out := copkit("check", root=root).out)
    assert f"{SETTINGS}:2" in out
