"""The day wins over an id that looks like one, however the day is typed; two are listed, never guessed."""

from pathlib import Path

import pytest

from copkit.dates import possible_days
from tests.shell import copkit, demonstration

SYSTEMS = "systems-leadership"
FORMS = ("2027-03-09", "9 March 2027", "9/3/2027", "09.03.2027", "March 9 2027")


@pytest.fixture
def swapped(tmp_path: Path) -> Path:
    """February's session is in March, and March's in February: each id is the other's day."""
    root = demonstration(tmp_path)
    sessions = root / "communities" / SYSTEMS / "sessions"
    for day, other in (("2027-02-09", "2027-03-09"), ("2027-03-09", "2027-02-09")):
        plan = sessions / f"{day}.yaml"
        lines = [one for one in plan.read_text(encoding="utf-8").splitlines() if not one.startswith("date:")]
        plan.write_text("\n".join([*lines, f"date: {other}", f"moved_from: {day}", "moved_because: Swapped", ""]))
    return root


@pytest.mark.parametrize("typed", FORMS)
def test_every_form_of_a_day_is_the_session_on_that_day(typed: str, swapped: Path) -> None:
    ran = copkit("agenda", SYSTEMS, typed, "--format", "txt", root=swapped)
    assert ran.code == 0, ran.err
    assert ran.out == f"wrote build/{SYSTEMS}/2027-03-09-{SYSTEMS}-agenda.txt\n"
    said = (swapped / f"build/{SYSTEMS}/2027-03-09-{SYSTEMS}-agenda.txt").read_text(encoding="utf-8")
    assert "9 March 2027" in said.partition("Running")[0]


@pytest.mark.parametrize("typed", FORMS)
def test_moving_and_taking_notes_mean_the_same_session(typed: str, swapped: Path) -> None:
    words = (SYSTEMS, typed, "2027-03-10", "--because", "Again", "--dry-run")
    assert "sessions/2027-02-09.yaml" in copkit("move", *words, root=swapped).out
    said = copkit("notes", "new", SYSTEMS, typed, "--today", "2027-03-09", "--dry-run", root=swapped)
    assert "sessions/2027-02-09.notes.yaml" in said.out, said


def test_the_files_of_the_year_are_called_after_the_days(swapped: Path) -> None:
    assert copkit("calendar", SYSTEMS, "2026-27", root=swapped).code == 0
    made = (swapped / f"build/{SYSTEMS}/2027-03-09-{SYSTEMS}.ics").read_text(encoding="utf-8")
    assert "DTSTART;TZID=Europe/London:20270309" in made and "UID:2027-02-09" in made


def test_a_day_that_was_left_still_finds_its_session(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    assert copkit("move", SYSTEMS, "2027-03-09", "2027-03-16", "--because", "Flood", root=root).code == 0
    for typed in ("2027-03-09", "16 March 2027"):
        ran = copkit("agenda", SYSTEMS, typed, root=root)
        assert ran.out.endswith(f" build/{SYSTEMS}/2027-03-16-{SYSTEMS}-agenda.html\n")


def test_a_day_that_may_be_two_lists_both(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    sessions = root / "communities" / SYSTEMS / "sessions"
    (sessions / "2027-09-03.yaml").write_bytes((sessions / "2027-03-09.yaml").read_bytes())
    ran = copkit("agenda", SYSTEMS, "9/3/2027", root=root)
    assert ran.code == 2 and "more than one session" in ran.err
    assert "sessions/2027-03-09.yaml" in ran.err and "sessions/2027-09-03.yaml" in ran.err


def test_days_that_a_text_may_mean() -> None:
    assert [day.isoformat() for day in possible_days("9/3/2027")] == ["2027-03-09", "2027-09-03"]
    assert [day.isoformat() for day in possible_days("14/01/2027")] == ["2027-01-14"]
    assert possible_days("9/3/27") == possible_days("next") == possible_days("9" * 200) == ()
