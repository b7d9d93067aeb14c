"""What stands on a screen: errors last, notes folded, our own words, and plain characters where need be."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from copkit.cli.app import run
from copkit.cli.consoles import plain
from tests.cli.starting.test_first_screen import Terminal
from tests.shell import ROOT, copkit, demonstration

DAY = ("--today", "2026-05-20")
LINES = (
    "list sessions ultrasound-imaging", "check --all", "help all", "show session systems-leadership 3", "health",
)  # fmt: skip


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with an error in its first file, warnings and notes."""
    root = demonstration(tmp_path_factory.mktemp("w"))
    path = root / "communities/diabetes-in-pregnancy/community.yaml"
    path.write_text(path.read_text().replace("stage: maturing", "stage: maturingly"))
    return root


def severities(text: str) -> list[str]:
    return [word for line in text.splitlines() for word in ("error", "warning", "info") if f"  {word} " in line]


def test_errors_stand_last_and_notes_are_one_line(broken: Path) -> None:
    report = json.loads(copkit("check", "--json", *DAY, root=broken).out)["summary"]
    ran = copkit("check", *DAY, root=broken)
    found = severities(ran.out)
    assert (found.count("error"), found.count("warning"), found.count("info")) == (
        report["error"], report["warning"], 0,
    )  # fmt: skip
    assert report["error"] and report["warning"] and report["info"]
    assert found == sorted(found, reverse=True)
    assert ran.out.splitlines()[-2] == f"{report['info']} notes are not due yet: “copkit check --all” shows them."


def test_all_says_every_finding(broken: Path) -> None:
    report = json.loads(copkit("check", "--json", *DAY, root=broken).out)
    said = copkit("check", "--all", *DAY, root=broken).out
    assert sorted(severities(said)) == sorted(one["severity"] for one in report["findings"])
    assert "not due yet" not in said


def test_a_check_that_is_named_says_its_notes(broken: Path) -> None:
    report = json.loads(copkit("check", "--json", *DAY, root=broken).out)["findings"]
    code = next(one["code"] for one in report if one["severity"] == "info")
    assert "info" in severities(copkit("check", "--only", code, *DAY, root=broken).out)


@pytest.mark.parametrize("encoding", ["cp437", "cp850", "cp1252", "ascii"])
@pytest.mark.parametrize("line", LINES)
def test_a_limited_console_shows_plain_characters_and_no_codes(line: str, encoding: str) -> None:
    ours = {**os.environ, "PYTHONIOENCODING": encoding, "COLUMNS": "80"}
    command = [sys.executable, "-m", "copkit", *line.split()]
    ran = subprocess.run(command, cwd=ROOT, env=ours, capture_output=True, check=False, timeout=120)
    shown = (ran.stdout + ran.stderr).decode(encoding)
    assert ran.returncode in (0, 1)
    assert len(shown.splitlines()) > 1
    assert "\\u" not in shown
    assert "\\x" not in shown


def test_json_on_a_limited_console_is_json() -> None:
    ours = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "copkit", "list", "people", "--json"]
    ran = subprocess.run(command, cwd=ROOT, env=ours, capture_output=True, check=True, timeout=120)
    assert json.loads(ran.stdout) == json.loads(copkit("list", "people", "--json", root=ROOT).out)


@pytest.mark.parametrize(
    ("text", "shown"), [("“Zoë” – 3…", '"Zoe" - 3...'), ("→ Łódź", "-> Lodz"), ("Ж", "\\u0416"), ("a", "a")]
)
def test_a_letter_loses_its_accent_and_nothing_is_lost_in_silence(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("agenda --fromat pdf", "there is no option --fromat\n  Did you mean “--format”?"),
        ("new session", "COMMUNITY is missing\n  “copkit new session --help” shows what may be typed"),
        ("agenda --format", "--format needs a value"),
        ("next --today", "--today needs a value"),
        ("check --strict=yes", "--strict takes no value"),
        ("check --format x", "--format: there is no “x”\n  There are text, json, github, sarif."),
        ("check --format jsn", "--format: there is no “jsn”\n  Did you mean “json”?"),
        ("check --jobs x", "--jobs: “x” is no whole number"),
        ("check --jobs -1", "--jobs: -1 is not 0 or more"),
        ("new session a 2026-01-01 --minutes 99999", "--minutes: 99999 is not 0 to 1440"),
        ("notes foo", "there is no “copkit notes foo”\n  There are "),
        ("health a b c", "“c” is one word too many"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_in_our_words(line: str, said: str) -> None:
    ran = copkit(*line.split())
    assert ran.code == 2
    assert ran.err.startswith(f"copkit: {said}")
    assert "Usage" not in ran.err


NARROW = (
    "schedule systems-leadership", "list members systems-leadership", "list", "print", "next",
    "next systems-leadership", "check", "check --all", "why C2 systems-leadership",
    "health systems-leadership", "notes show systems-leadership", "actions systems-leadership",
)  # fmt: skip


@pytest.mark.parametrize("line", NARROW)
def test_a_narrow_terminal_breaks_between_words(line: str, broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what has no blank is longer than a line, and a command, which stays whole to be copied."""
    monkeypatch.setenv("COLUMNS", "40")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Terminal())
        assert run([*line.split(), "--root", str(broken), *DAY]) in (0, 1, 3)
        shown = re.sub(r"\x1b\[[0-9;]*m", "", sys.stdout.getvalue())  # type: ignore[attr-defined]
    assert shown.strip()
    wide = [row.strip() for row in shown.splitlines() if len(row) > 40]
    assert [row for row in wide if " " in row and not row.startswith("copkit ")] == []
