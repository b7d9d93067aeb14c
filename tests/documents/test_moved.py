"""What was typed before: each old line answers with the whole new one, and that runs."""

import shlex
from pathlib import Path

import pytest

from copkit.cli.moved import MOVED, Moved, new_line
from copkit.cli.registry import COMMANDS
from tests.shell import copkit, demonstration

SYSTEMS, HELD = "systems-leadership", "2026-06-09"
LINES = {
    f"plan {SYSTEMS} {HELD} --role moderator --format txt": f"print moderator {SYSTEMS} {HELD} --format txt",
    f"plan --role=moderator {HELD}": f"print moderator {HELD}",
    f"plan {SYSTEMS} {HELD}": f"print plan {SYSTEMS} {HELD}",
    f"tables {HELD}": f"print tables {HELD}",
    f"brief {SYSTEMS} 3": f"print brief {SYSTEMS} 3",
    f"sheets {SYSTEMS} {HELD} sign-in": f"print sign-in {SYSTEMS} {HELD}",
    f"sheets {HELD} table": f"print table-sheet {HELD}",
    f"sheets {HELD} story --format md": f"print story-sheet {HELD} --format md",
    f"sheets {SYSTEMS} {HELD} feedback": f"print feedback-sheet {SYSTEMS} {HELD}",
    f"sheets {SYSTEMS} {HELD} follow-up": f"print follow-up-sheet {SYSTEMS} {HELD}",
    f"sheets {SYSTEMS} {HELD}": f"print sheets {SYSTEMS} {HELD}",
    "synthesis --all 2026-27 --one-page": "print portfolio-page 2026-27",
    "synthesis 2026-27 --all --for public": "print portfolio 2026-27 --for public",
    "evaluate --commission --format txt": "print evaluation --commission --format txt",
    f"exemplar {SYSTEMS} --index": f"print exemplar-index {SYSTEMS}",
    f"exemplar {SYSTEMS} discharge-lounge": f"print exemplar {SYSTEMS} discharge-lounge",
    f"group {SYSTEMS} shared-form": f"print group {SYSTEMS} shared-form",
    f"certificate {SYSTEMS} amina.khan --session {HELD}": f"print certificate {SYSTEMS} amina.khan {HELD}",
    f"certificate {SYSTEMS} 'Amina Khan' --year=2026-27": f'print certificate {SYSTEMS} "Amina Khan" 2026-27',
    f"certificate {SYSTEMS} --all --session 2026-11-10": f"print certificate {SYSTEMS} 2026-11-10",
    f"health {SYSTEMS} --format pdf": f"print health {SYSTEMS} --format pdf",
    "actions --owner 'Bilal Mahmood' --format html": 'print actions --owner "Bilal Mahmood" --format html',
    "privacy notice --format docx": "print privacy-notice --format docx",
}
RENAMED = {
    "schedule home --year 2026": "schedule home 2026",
    "calendar --year=2026-27 --all": "calendar 2026-27 --all",
    "trust --show": "trust --dry-run",
    "new community Frailty --from home": "new community Frailty --like home",
    "new story --from 2026-06-09/story/1": "new story --line 2026-06-09/story/1",
    "new opportunity --name 'A b' --for=team": 'new opportunity --name "A b" --reader=team',
}
"""Commands of today of which an option was called something else."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return demonstration(tmp_path_factory.mktemp("moved"))


@pytest.mark.parametrize("old", LINES)
def test_an_old_line_answers_with_the_new_one_and_that_runs(old: str, root: Path) -> None:
    ran = copkit(*shlex.split(old), root=root)
    new = f"copkit {LINES[old]}"
    assert (ran.code, ran.out) == (2, "")
    assert f"this is now “{new} --root {root}”" in ran.err
    assert not (root / "build").exists()
    done = copkit(*shlex.split(new)[1:], "--out", root.parent / "printed", root=root)
    assert done.code == 0, done.err


def test_every_entry_of_the_table_is_answered_by_a_line() -> None:
    def answering(line: str) -> Moved:
        said = new_line(shlex.split(line))
        return max((one for one in MOVED if said.startswith(f"copkit {one.new}")), key=lambda one: len(one.new))

    assert {answering(line).new for line in LINES | RENAMED} == {one.new for one in MOVED}


@pytest.mark.parametrize("old", RENAMED)
def test_an_old_option_answers_with_the_whole_new_line(old: str) -> None:
    ran = copkit(*shlex.split(old))
    assert (ran.code, ran.err) == (2, f"copkit: this is now “copkit {RENAMED[old]}”\n")


def test_help_of_what_is_no_more_is_asked_for_by_its_new_name() -> None:
    assert "“copkit print plan --help”" in copkit("plan", "--help").err


@pytest.mark.parametrize(
    "line",
    ["health", f"health {SYSTEMS} --json", "actions --overdue", "privacy due", "synthesis 2026-27 --one-page", "",
     "notes new", "print plan"],
)  # fmt: skip
def test_what_is_typed_as_today_is_left_alone(line: str) -> None:
    assert new_line(line.split()) == ""


def test_what_is_no_more_is_in_no_help() -> None:
    said = copkit("--help").out
    gone = {one.old[0] for one in MOVED} - set(COMMANDS)
    assert {"plan", "certificate", "evaluate"} <= gone
    assert not [line for line in said.splitlines() if line.split()[:1] and line.split()[0] in gone]
