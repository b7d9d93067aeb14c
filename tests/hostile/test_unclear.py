"""A slip in a file never becomes a date, a cancellation or a number in people's calendars."""

from pathlib import Path

import pytest

from tests.hostile.places import ABOUT, COMMUNITY, DAY, ISSUED, PLAN, SESSION, add, calm, change, put
from tests.shell import Ran, copkit, snapshot

TODAY = ("--today", DAY)


def refused(root: Path, *words: str) -> Ran:
    """Run a command that must end with the reason, and change nothing."""
    before = snapshot(root)
    ran = copkit(*words, *TODAY, root=root)
    calm(ran)
    assert (ran.code, ran.out) == (3, "")
    assert snapshot(root) == before
    return ran


def colon(root: Path) -> str:
    add(root, PLAN, "why_come: Frailty: what works?\n")
    return f"{PLAN}:11:18: this value has a colon in it"


def no_such_day(root: Path) -> str:
    change(root, PLAN, "2026-06-09", "2026-02-30")
    return f"{PLAN}:2:1: there is no 30 February 2026"


def emptied(root: Path) -> str:
    put(root, PLAN, "")
    return f"{PLAN}:1:1: this plan is empty"


def merging(root: Path) -> str:
    add(root, PLAN, "<<<<<<< HEAD\ntables: 3\n=======\ntables: 4\n>>>>>>> theirs\n")
    return f"{PLAN}:11:1: an unfinished merge"


def bent_rhythm(root: Path) -> str:
    change(root, ABOUT, '"10:00"', '"24:00"')
    return f"{ABOUT}:11:3: 24:00 is the next day's first minute"


def foreign_rhythm(root: Path) -> str:
    change(root, ABOUT, "rhythm:\n", "rhythm:\n  timezone: Europe/Paris\n")
    return "“timezone” is not a field that copkit knows"


def unread_community(root: Path) -> str:
    add(root, ABOUT, "stage: a: b\n")
    return f"{ABOUT}:16:9: this value has a colon in it"


SLIPS = [colon, no_such_day, emptied, merging, bent_rhythm, foreign_rhythm, unread_community]


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("command", ["calendar", "schedule", "agenda", "invite"])
def test_nothing_is_planned_issued_or_printed_from_a_file_that_is_not_clear(
    slip, command: str, issued: Path
) -> None:
    said = slip(issued)
    assert said in refused(issued, command, COMMUNITY).err


@pytest.mark.parametrize("slip", [colon, no_such_day, emptied, merging])
def test_a_session_whose_plan_is_not_clear_is_neither_moved_nor_cancelled(slip, issued: Path) -> None:
    said = slip(issued)
    assert said in refused(issued, "move", COMMUNITY, SESSION, "2026-06-16", "--because", "Rain").err
    assert said in refused(issued, "cancel", COMMUNITY, SESSION, "--because", "Rain").err


@pytest.mark.parametrize("slip", SLIPS)
def test_what_to_do_next_names_the_file_that_is_not_clear(slip, issued: Path) -> None:
    said = slip(issued)
    ran = copkit("next", *TODAY, root=issued)
    calm(ran)
    assert said in ran.err


def test_numbers_that_were_issued_are_never_begun_anew(issued: Path) -> None:
    add(issued, ISSUED, "<<<<<<< HEAD\n")
    assert f"{ISSUED}:" in refused(issued, "calendar").err


def test_once_the_slip_is_mended_nothing_has_changed_in_calendars(issued: Path) -> None:
    before, kept = snapshot(issued), (issued / PLAN).read_bytes()
    colon(issued)
    refused(issued, "calendar")
    put(issued, PLAN, kept)
    assert "nothing has changed" in copkit("calendar", *TODAY, root=issued).out
    assert snapshot(issued) == before


def test_other_communities_go_on_and_the_exit_code_tells(issued: Path) -> None:
    put(issued, "communities/day-care/community.yaml", "id: day-care\nname: Day Care\n")
    put(issued, "communities/day-care/sessions/2026-07-01.yaml", "date: 2026-07-01\n")
    said = colon(issued)
    ran = copkit("calendar", *TODAY, root=issued)
    assert (ran.code, said in ran.err) == (3, True)
    assert (issued / "build/day-care/day-care.ics").exists()
    assert "cancelled" not in ran.out


def test_a_slip_that_leaves_the_time_clear_stops_nothing(issued: Path) -> None:
    add(issued, PLAN, "tables: many\n")
    assert copkit("check", "--only", "REF", *TODAY, root=issued).code == 1
    assert copkit("agenda", *TODAY, root=issued).code == 0
    assert "nothing has changed" in copkit("calendar", *TODAY, root=issued).out
