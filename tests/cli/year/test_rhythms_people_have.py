"""Rhythms other than one day a month, from the file to the pages that people read."""

from pathlib import Path

import pytest

from tests.cli.starting.helpers import start
from tests.shell import copkit

Capture = pytest.CaptureFixture[str]
TODAY = ("--today", "2026-03-01")
WHO = {"welcome": ("home-first", "amina.khan")}


def with_rhythm(root: Path, capsys: Capture, **lines: str) -> None:
    """A fresh workspace whose rhythm has these fields in the place of its own."""
    start(capsys, root)
    about = root / "communities/home-first/community.yaml"
    text = about.read_text(encoding="utf-8")
    head, own = text.split("rhythm:\n")
    kept = [line for line in own.splitlines(keepends=True) if not line.startswith(("  pattern:", "  meetings:"))]
    added = "".join(f"  {key}: {value}\n" for key, value in lines.items())
    about.write_text(f"{head}rhythm:\n{added}{''.join(kept)}", encoding="utf-8")


def printed_as_text(document: str, root: Path) -> str:
    """A document as one line of text."""
    ran = copkit("print", document, *WHO.get(document, ()), "--format", "txt", "--out", "-", *TODAY, root=root)
    return " ".join(ran.out.split())


def test_two_days_a_month_reach_plan_welcome_and_blueprint(tmp_path: Path, capsys: Capture) -> None:
    with_rhythm(tmp_path, capsys, pattern="[second tuesday, fourth tuesday]")
    assert copkit("schedule", *TODAY, root=tmp_path).code == 0
    assert len(list((tmp_path / "communities/home-first/sessions").glob("*.yaml"))) == 20
    assert copkit("check", "--errors", *TODAY, root=tmp_path).code == 0
    for document in ("welcome", "blueprint"):
        printed = printed_as_text(document, tmp_path)
        assert "second and fourth tuesday of the month" in printed.casefold(), document


def test_times_abroad_reach_the_invitation(tmp_path: Path, capsys: Capture) -> None:
    with_rhythm(tmp_path, capsys, pattern="second tuesday", zones="[Europe/Madrid]")
    assert copkit("schedule", *TODAY, root=tmp_path).code == 0
    for document in ("invite", "welcome"):
        printed = printed_as_text(document, tmp_path)
        assert "10am to 11:30am, 11am to 12:30pm in Madrid" in printed, document


def test_every_two_weeks_is_planned_and_checked(tmp_path: Path, capsys: Capture) -> None:
    with_rhythm(tmp_path, capsys, every="2 weeks", **{"from": "2026-04-14"})
    ran = copkit("schedule", *TODAY, root=tmp_path)
    assert ran.code == 0 and "Every 2 weeks on Tuesday, from 14 April 2026" in ran.out
    assert "SCH-" not in copkit("check", "--all", *TODAY, root=tmp_path).out.replace("SCH-08", "")
    assert "Every 2 weeks on Tuesday" in printed_as_text("blueprint", tmp_path)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ({"timezone": "Europe/Paris", "pattern": "second tuesday"}, "“timezone” is not a field"),
        ({"every": "2 months", "from": "2026-04-14"}, "list other days in dates:"),
    ],
)
def test_what_cannot_be_said_writes_nothing(
    tmp_path: Path, capsys: Capture, lines: dict[str, str], said: str
) -> None:
    with_rhythm(tmp_path, capsys, **lines)
    ran = copkit("schedule", *TODAY, root=tmp_path)
    assert ran.code != 0 and said in " ".join((ran.out + ran.err).split())
    assert not (tmp_path / "communities/home-first/sessions").exists()


def test_what_days_rest_on_and_cannot_be_read_stops_each(tmp_path: Path, capsys: Capture) -> None:
    start(capsys, tmp_path)
    own = tmp_path / "communities/programme/bank-holidays.json"
    for text in ('{"england-and-wales":', '{"england-and-wales": {"events": []}}', "[]"):
        own.write_text(text, encoding="utf-8")
        ran = copkit("schedule", *TODAY, root=tmp_path)
        assert (ran.code, ran.out) == (3, "") and "bank-holidays.json" in ran.err, text
        assert not list((tmp_path / "communities/home-first").glob("sessions/*.yaml"))
    own.unlink()
    assert copkit("schedule", *TODAY, root=tmp_path).code == 0
    own.write_text("[]", encoding="utf-8")
    move = ("move", "home-first", "2026-06-09", "2026-06-16", "--because", "x")
    for line in (move, ("new", "session", "home-first", "2026-06-23")):
        ran = copkit(*line, *TODAY, root=tmp_path)
        assert (ran.code, ran.out) == (3, "") and "bank-holidays.json" in ran.err, line
    own.unlink()
    community = tmp_path / "communities/home-first/community.yaml"
    community.write_text(community.read_text(encoding="utf-8").replace("rhythm:\n", "rhythm:\n  timezone: Paris\n"))
    for line in (move, ("new", "session", "home-first", "2026-06-23")):
        ran = copkit(*line, *TODAY, root=tmp_path)
        assert (ran.code, ran.out) == (3, "") and "“timezone” is not a field" in ran.err, line
