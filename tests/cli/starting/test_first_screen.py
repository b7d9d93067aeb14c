"""What `check` says of a fresh workspace: one screen, and only what is due."""

import io
import json
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import copkit
from copkit.cli.app import run
from copkit.cli.report.as_text import is_due
from copkit.findings import Severity
from tests.cli.starting.helpers import DAY, command_line
from tests.shell import copkit as shell

SOON = {DAY: "2026-04-14", "2026-04-29": "2026-05-12", "2026-06-25": "2026-07-14", "2026-08-21": "2026-09-08"}
"""The first session is in two or three weeks: who begins so late is told at more length what is missing."""
WHOLE = {"2026-02-12": "2026-04-14", "2026-03-17": "2026-04-14", "2026-11-24": "2027-01-12"}
"""The first session is four weeks away or more, as `init` proposes it."""
STARTS = SOON | WHOLE
OF_A_COMMUNITY = {"DOM-02", "DOM-08", "ROL-01", "ROL-02"}
BEGIN = {*OF_A_COMMUNITY, "PRG-02", "REP-03"}
Say = Callable[..., str]


class Terminal(io.StringIO):
    """A screen."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Say:
    """What a command prints on a screen of 80 columns, in a workspace that was begun that day."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")

    def said(day: str, *words: str) -> str:
        if not (tmp_path / day).exists():
            command = [word if word != DAY else day for word in command_line(tmp_path / day, first=STARTS[day])]
            assert run(command) == run(["schedule", "--root", str(tmp_path / day), "--today", day]) == 0
        capsys.readouterr()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", Terminal())
            assert run([*words, "--root", str(tmp_path / day), "--today", day]) in (0, 1)
            return str(sys.stdout.getvalue()) + capsys.readouterr().err  # type: ignore[attr-defined]

    return said


@pytest.mark.parametrize("day", WHOLE)
def test_a_fresh_workspace_gets_eight_lines_at_most(day: str, say: Say, tmp_path: Path) -> None:
    assert len(say(day, "check").splitlines()) <= 8
    assert len(shell("check", "--today", day, root=tmp_path / day).out.splitlines()) <= 8
    assert "DOM-08" in say(day, "check", "--all")
    found = copkit.open(tmp_path / day, today=date.fromisoformat(day)).check()
    assert {"DOM-02", "DOM-08", "ROL-01", "PRG-02"} <= {one.code for one in found}


def test_what_a_beginning_needs_is_due_four_weeks_before_the_first_session(say: Say, tmp_path: Path) -> None:
    """The first session is on 14 April; `next` asks for it from the first day on."""
    say("2026-02-12", "check")

    def due(day: str) -> set[str]:
        found = copkit.open(tmp_path / "2026-02-12", today=date.fromisoformat(day)).check()
        return {one.code for one in found if one.code in BEGIN and is_due(one)}

    assert due("2026-03-16") == set()
    assert due("2026-03-17") == {"ROL-02"}, "an error waits for nothing"
    assert due("2026-03-18") == BEGIN


def test_without_a_plan_it_is_due_four_weeks_after_the_start(tmp_path: Path) -> None:
    assert shell(*command_line(tmp_path)).code == 0

    def due(day: str) -> set[str]:
        found = copkit.open(tmp_path, today=date.fromisoformat(day)).check()
        return {one.code for one in found if one.code in OF_A_COMMUNITY and is_due(one)}

    assert (due("2026-04-28"), due("2026-04-29")) == (set(), OF_A_COMMUNITY)


@pytest.mark.parametrize("day", SOON)
def test_it_is_one_screen_with_eight_findings_at_most(day: str, say: Say) -> None:
    lines = say(day, "check").splitlines()
    assert len(lines) < 24
    assert max(map(len, lines)) <= 80
    assert 1 <= len([line for line in lines if re.match(r" *\d+ (error|warning) [A-Z]{3}-\d\d ", line)]) <= 8


def test_what_is_not_due_is_counted_and_all_shows_it(say: Say, tmp_path: Path) -> None:
    found = copkit.open(tmp_path / DAY, today=date.fromisoformat(DAY)).check() if say(DAY, "check") else []
    later = [one for one in found if not is_due(one)]
    warnings = sum(one.severity is Severity.WARNING for one in later)
    assert (warnings > 0, len(later) > warnings) == (True, True)
    notes = f"{len(later) - warnings} notes are not due yet: “copkit check --all” shows them."
    assert f"{warnings} warnings and {notes}" in say(DAY, "check")
    every = say(DAY, "check", "--all")
    assert len(re.findall(r"^ *\d+ (?:error|warning|info) [A-Z]{3}-\d\d ", every, re.MULTILINE)) == len(found)
    assert "not due yet" not in every
    report = json.loads(say(DAY, "check", "--json").rpartition("}")[0] + "}")
    assert len(report["findings"]) == len(found)


def test_a_warning_waits_until_five_days_before_it_is_an_error(say: Say, tmp_path: Path) -> None:
    say(DAY, "check")

    def theme(day: str) -> list[bool]:
        found = copkit.open(tmp_path / DAY, today=date.fromisoformat(day)).check(only=("SES-05",))
        return [is_due(one) for one in found if one.position.path.endswith("2026-04-14.yaml")]

    assert (theme("2026-04-01"), theme("2026-04-02"), theme("2026-04-07")) == ([False], [True], [True])


def test_who_wants_warnings_to_count_sees_each(say: Say) -> None:
    assert "SES-05" in say(DAY, "check", "--strict")
    assert "SES-05" not in say(DAY, "check")


@pytest.mark.parametrize("planned", [False, True])
@pytest.mark.parametrize("more", [(), ("--rest-of-year",)], ids=str)
@pytest.mark.parametrize("nation", ["england", "scotland", "northern-ireland"])
def test_in_each_nation_a_fresh_workspace_has_eight_at_most_and_later_each_finding_is_told_of(
    nation: str, more: tuple[str, ...], *, planned: bool, tmp_path: Path
) -> None:
    for starts in ("april", "january", "september"):
        root = tmp_path / starts
        assert shell(*command_line(root, "--holidays", nation, "--year-starts", starts, *more)).code == 0
        if planned:
            assert shell("schedule", "--today", DAY, root=root).code == 0
        assert len(told(shell("check", "--today", DAY, root=root).out)) <= 8
        for day in (DAY, "2027-02-01"):
            found = json.loads(shell("check", "--json", "--today", day, root=root).out)["findings"]
            assert len(told(shell("check", "--all", "--today", day, root=root).out)) == len(found)


def told(text: str) -> list[str]:
    """The findings that stand in what `check` printed."""
    return re.findall(r":\d+:\d+  (?:error|warning|info) ", text)


def test_a_pull_request_is_spared_what_is_not_due(tmp_path: Path) -> None:
    assert shell(*command_line(tmp_path)).code == 0
    assert shell("schedule", "--today", DAY, root=tmp_path).code == 0
    command = ("check", "--format", "github", "--today", DAY)
    said = [shell(*command, *words, root=tmp_path) for words in ((), ("--all",))]
    counts = [(ran.out.count("::warning "), ran.out.count("::notice ")) for ran in said]
    assert 0 < counts[0][0] <= 8
    assert counts[0][1] == 0 < counts[1][1]
    assert f"{counts[1][1]} notes are not due yet: “copkit check --all” shows them." in said[0].err
