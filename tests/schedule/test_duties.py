"""What a person is to do by a day falls on a working day, whatever day the session is on and whoever prints it."""

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from copkit.calendars.days_off import DaysOff
from copkit.dates import duty_day, is_working, read_date
from copkit.documents import document
from copkit.models.programme import Programme
from copkit.schedule.timeline import AFTER, BEFORE, tasks
from copkit.schedule.year_end import year_tasks
from copkit.workspace import Folder, Shared, load_community
from tests.cli.year.conftest import write_files
from tests.documents.making import source

NATIONS = ("england", "scotland", "northern-ireland")
DAYS = [date(2026, 11, 20) + timedelta(days=n) for n in range(220)]
"""Over Christmas, New Year, St Patrick's Day, Easter and the bank holidays of May."""
HELD = {
    f"one/{what}": text
    for year in range(2026, 2036)
    for what, text in (
        *((f"sessions/{year}-{month:02}-14.yaml", "theme: Forms\n") for month in (2, 6, 10)),
        (f"reviews/{year}-{(year + 1) % 100:02}.yaml", "headline: We met\n"),
        (f"reviews/{year}.yaml", "headline: We met\n"),
    )
}
"""Ten years of a community that met and wrote its reviews."""
STEPS = sorted({step.days for step in (*BEFORE, *AFTER)} | {step.until for step in (*BEFORE, *AFTER) if step.until})


def off(nation: str) -> DaysOff:
    return DaysOff(Shared(programme=Programme(holidays=nation)))  # type: ignore[arg-type]


@pytest.mark.parametrize("nation", NATIONS)
def test_a_duty_is_in_time_and_on_a_working_day(nation: str) -> None:
    holidays = off(nation)
    for session in DAYS:
        due = [duty_day(session, days, holidays) for days in STEPS]
        assert due == sorted(due), "none overtakes another"
        for days, day in zip(STEPS, due, strict=True):
            typed = session + timedelta(days=days)
            assert day == session if days == 0 else is_working(day, holidays)
            assert day <= typed if days < 0 else day >= session + timedelta(days=min(days, 1))
            assert day == typed or days == 0 or not is_working(typed, holidays) or days > 0


def test_days_that_people_know() -> None:
    scotland, england = off("scotland"), off("england")
    assert duty_day(date(2027, 1, 18), -14, england) == date(2027, 1, 4)
    assert duty_day(date(2027, 1, 18), -14, scotland) == date(2026, 12, 31), "2 January is kept on the Monday"
    assert duty_day(date(2026, 6, 12), 1, england) == date(2026, 6, 15), "a Friday's notes are typed on Monday"
    assert duty_day(date(2026, 6, 9), 5, england) == date(2026, 6, 12), "the fifth day is a Sunday"
    assert duty_day(date.max, 90, england) == date.max


@pytest.mark.parametrize("nation", NATIONS)
def test_all_that_is_asked_for_or_printed_falls_on_a_working_day(nation: str) -> None:
    holidays, seen = off(nation), 0
    made = source(audience="team")
    shared = replace(made.registers, programme=made.registers.programme.but(holidays=nation))
    for day in DAYS:
        session = replace(made.planned, plan=made.planned.plan.but(date=day, access_by=None))
        community = replace(made.files, sessions=[session])
        asked = [
            task.due
            for today in (day - timedelta(days=40), day - timedelta(days=15), day, day + timedelta(days=85))
            for task in tasks(community, today, str, holidays)
        ]
        of = replace(made, registers=shared, files=community, planned=session, today=day - timedelta(days=30))
        printed = [duty.by for duty in document("plan").build(of).duties]  # type: ignore[attr-defined]
        printed.append(document("invite").build(replace(of, audience="members")).needs_by)  # type: ignore[attr-defined]
        days = [*asked, *(read_date(text.partition(" ")[2]).value for text in printed)]
        assert all(due == day or (due is not None and is_working(due, holidays)) for due in days), day
        seen += len(days)
    assert seen > 20 * len(DAYS)


@pytest.mark.parametrize("nation", NATIONS)
@pytest.mark.parametrize("starts", ["january", "april", "september"])
def test_the_synthesis_is_shared_by_a_working_day(nation: str, starts: str, tmp_path: Path) -> None:
    holidays, seen = off(nation), set()
    write_files(tmp_path, {"one/community.yaml": "id: one\nstarted: 2026-01-01\n", **HELD})
    community = load_community(Folder(tmp_path), "one")
    for year in range(2027, 2036):
        today = date(year, {"january": 1, "april": 4, "september": 9}[starts], 20)
        asked = year_tasks(community, Programme(year_starts=starts), today, holidays)  # type: ignore[arg-type]
        seen |= {read_date(one.what.rpartition(" by ")[2]).value for one in asked if one.what.startswith("Share")}
    assert len(seen) == 9
    assert all(day is not None and is_working(day, holidays) for day in seen)


def test_nothing_else_counts_days_from_a_session_but_for_what_is_kept_so_long() -> None:
    """What the law or people's consent counts is said as it is counted, whatever day that falls on."""
    copkit = Path(__file__).parents[2] / "copkit"
    found = {
        path.relative_to(copkit).as_posix()
        for path in copkit.rglob("*.py")
        if re.search(r"session\.date\)? [-+] (dt\.)?timedelta", path.read_text(encoding="utf-8"))
    }
    assert found == {"checks/privacy.py"}, "ask copkit.dates.duty_day for the day on which a person is to act"
