"""`copkit schedule`: the year comes out date for date, is written once, and says what each date hits."""

import json
from pathlib import Path

import pytest

from tests.cli.year.conftest import write_files
from tests.golden import Golden
from tests.shell import copkit, snapshot

YEAR = [
    ("2026-04-14", "online", 90), ("2026-05-12", "online", 90), ("2026-06-09", "in-person", 150),
    ("2026-07-14", "online", 90), ("2026-09-08", "online", 90), ("2026-10-13", "online", 90),
    ("2026-11-10", "online", 90), ("2027-01-12", "in-person", 150), ("2027-02-09", "online", 90),
    ("2027-03-09", "online", 90),
]  # fmt: skip

SPRING = ("--today", "2026-03-01")


def sessions(home: Path, *more: str) -> list[dict]:
    ran = copkit("schedule", "home-first", "2026", "--dry-run", "--json", *more, root=home)
    return json.loads(ran.out)["years"][0]["sessions"]


def test_the_year_of_the_second_tuesday_comes_out_date_for_date(home: Path) -> None:
    assert [(one["date"], one["place"], one["minutes"]) for one in sessions(home)] == YEAR
    assert sum(one["minutes"] for one in sessions(home)) == 17 * 60


def test_what_is_shown(home: Path, golden: Golden) -> None:
    golden("schedule.txt", copkit("schedule", "home", "2026-27", *SPRING, root=home).out)


def test_a_plan_a_session_is_written_and_nothing_the_second_time(home: Path, golden: Golden) -> None:
    first = copkit("schedule", "2026", root=home)
    assert first.code == 0
    after = snapshot(home)
    plans = [path for path in after if "/sessions/" in path]
    assert [path.rpartition("/")[2] for path in plans] == [f"{day}.yaml" for day, *_ in YEAR]
    golden("plan.yaml", after["communities/home-first/sessions/2026-06-09.yaml"].decode())
    again = copkit("schedule", "2026", root=home)
    assert "nothing was written" in again.out
    assert snapshot(home) == after


def test_a_plan_that_somebody_edited_stays_as_it_is(home: Path) -> None:
    plan = "date: 2026-06-11\nmoved_from: 2026-06-09\nmoved_because: The library is shut\ntheme: Mine   # mine\n"
    write_files(home, {"home-first/sessions/2026-06-09.yaml": plan})
    copkit("schedule", "2026", root=home)
    assert snapshot(home)["communities/home-first/sessions/2026-06-09.yaml"].decode() == plan
    assert len([path for path in snapshot(home) if "/sessions/" in path]) == 10


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("meetings: 10", "meetings: 11", "12 months less 2 break months leaves 10; the rhythm asks for 11"),
        ("second tuesday", "fifth tuesday", "fifth"),
        ("in_person: [3, 8]", "in_person: [3, 12]", "in_person names meeting 12 of 10"),
    ],
)
def test_a_rhythm_that_cannot_be_met_is_told_and_not_bent(home: Path, old: str, new: str, said: str) -> None:
    path = home / "communities/home-first/community.yaml"
    path.write_text(path.read_text().replace(old, new))
    before = snapshot(home)
    ran = copkit("schedule", "2026", root=home)
    assert ran.code == 1
    assert said in " ".join(ran.out.split())
    assert snapshot(home) == before


def test_a_bank_holiday_is_named_with_free_dates_and_the_command_that_takes_one(home: Path) -> None:
    path = home / "communities/home-first/community.yaml"
    path.write_text(path.read_text().replace("second tuesday", "first monday"))
    ran = copkit("schedule", "2026", *SPRING, root=home)
    assert ran.code == 1
    assert "clash: Easter Monday" in ran.out
    assert "clash: Early May bank holiday" in ran.out
    assert 'copkit move home-first 2026-05-04 2026-05-11 --because "…"' in ran.out
    assert (home / "communities/home-first/sessions/2026-05-04.yaml").is_file()


def test_a_meeting_before_the_community_started_is_not_planned(home: Path) -> None:
    path = home / "communities/home-first/community.yaml"
    path.write_text(path.read_text() + "started: 2026-10-01\n")
    assert [one["number"] for one in sessions(home)] == [6, 7, 8, 9, 10]


def test_shared_role_holders_of_another_community_clash(home: Path) -> None:
    write_files(
        home,
        {
            "frailty/community.yaml": "id: frailty\nname: Frailty\nteam: [{who: Amina, role: convenor}]\n",
            "frailty/members.yaml": "- {who: amina.khan}\n",
            "frailty/sessions/2026-05-05.yaml": "date: 2026-05-12\nmoved_from: 2026-05-05\n"
            'moved_because: x\nstart: "11:00"\nplace: online\n',
        },
    )
    ran = copkit("schedule", "home-first", "2026", *SPRING, root=home)
    assert "clash: frailty meets then: 1 shared role holder (amina.khan)" in ran.out
    assert ran.out.count("clash:") == 1


def test_busy_times_of_a_calendar_file_clash(home: Path, tmp_path: Path) -> None:
    busy = tmp_path / "mine.ics"
    busy.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
        "DTSTART:20260512T093000Z\r\nDTEND:20260512T100000Z\r\nSUMMARY:Board\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    ran = copkit("schedule", "2026", "--against", busy, *SPRING, root=home)
    assert "clash: your calendar has “Board”" in ran.out
    assert ran.out.count("your calendar") == 1
    assert "Compared with mine.ics: 1 entry, 1 April 2026 to 31 March 2027." in ran.out


ENTRIES = """\
BEGIN:VEVENT
UID:1
SUMMARY:Board
DTSTART;TZID=Our Office Time:20270112T100000
DTEND;TZID=Our Office Time:20270112T120000
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Swapped
DTSTART;TZID=Europe/London:20270112T113000
DTEND;TZID=Europe/London:20270112T100000
END:VEVENT
BEGIN:VEVENT
UID:3
SUMMARY:Leave
TRANSP:TRANSPARENT
DTSTART:20250112T113000Z
DTEND:20250112T123000Z
END:VEVENT
"""


def test_what_a_calendar_was_compared_for_and_what_could_not_be_placed_is_said(home: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.ics"
    mine.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{ENTRIES}END:VCALENDAR\n")
    out = copkit("schedule", "2026", "--against", mine, *SPRING, root=home).out
    told = " ".join(out.split())
    assert "Compared with mine.ics: no entry that takes time, 1 April 2026 to 31 March 2027." in told
    assert "Left out as they take no time (cancelled, shown as free, or copkit's own): 1." in told
    assert "2 could not be placed, so look there yourself:" in out
    assert "  Board: its time zone Our Office Time is not known\n  Swapped: it ends before it starts\n" in out
    ran = copkit("schedule", "2026", "--against", mine, "--json", "--dry-run", *SPRING, root=home)
    assert json.loads(ran.out)["against"] == {
        "file": "mine.ics", "from": "2026-04-01", "to": "2027-03-31", "entries": 0, "passed_over": 1,
        "not_placed": [
            {"title": "Board", "why": "its time zone Our Office Time is not known"},
            {"title": "Swapped", "why": "it ends before it starts"},
        ],
    }  # fmt: skip


def test_a_file_that_is_no_calendar_is_refused_and_nothing_is_written(home: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.ics"
    mine.write_text("Tuesday: clinic")
    before = snapshot(home)
    ran = copkit("schedule", "2026", "--against", mine, *SPRING, root=home)
    assert (ran.code, snapshot(home)) == (3, before)
    assert "there is no calendar in this file" in ran.err


def test_convenings_are_counted_over_the_commission(home: Path) -> None:
    write_files(
        home,
        {
            "imaging/community.yaml": """\
            id: imaging
            name: Imaging
            commission: {by: Alliance, provider: Network, date: 2027-01-11, months: 12}
            rhythm:
              kind: convenings
              meetings: 3
              pattern: third thursday
              months: [march, june, november]
              start: "13:30"
              place: in-person
            """
        },
    )
    ran = copkit("schedule", "imaging", "--json", "--dry-run", "--today", "2027-01-20", root=home)
    days = [one["date"] for one in json.loads(ran.out)["years"][0]["sessions"]]
    assert days == ["2027-03-18", "2027-06-17", "2027-11-18"]


def test_the_year_shown_near_its_end_is_the_next(home: Path) -> None:
    ran = copkit("schedule", "--today", "2027-02-20", "--dry-run", "--json", root=home)
    assert json.loads(ran.out)["years"][0]["year"] == "2027-28"


def test_a_community_that_starts_in_the_course_of_a_year(home: Path) -> None:
    """A first hour in November: the meetings that are past are named, and so is the way to a whole year."""
    path = home / "communities/home-first/community.yaml"
    path.write_text(f"{path.read_text()}started: 2026-11-22\n")
    out = copkit("schedule", "--today", "2026-11-22", root=home).out
    assert "7 meetings of the year fall before the community started (22 November\n  2026)" in out
    assert "“copkit schedule home-first 2027-28”" in out
    assert "Did it meet before? Set started: in community.yaml" in out
    assert "3 sessions, 2 online and 1 in person: 5 hours 30 minutes in all" in out
    early = copkit("schedule", "2024", "--today", "2026-11-22", root=home).out
    assert "No sessions in this year.\n" in early
    assert early.endswith("Nothing was written.\n")


def test_nothing_is_wider_than_a_screen(home: Path) -> None:
    for year in ("2026", "2027", "2033"):
        out = copkit("schedule", year, "--today", "2026-01-05", root=home).out
        assert [line for line in out.splitlines() if len(line) > 80] == []


def test_a_date_has_one_pair_of_brackets_and_a_hybrid_session_has_a_room(home: Path) -> None:
    entry = '- name: "Ramadan (expected)"\n  date: 2026-04-14\n  note: No catering\n  treat: info\n'
    write_files(home, {"programme/calendar.yaml": entry})
    ran = copkit("schedule", "2026", "--today", "2026-03-01", root=home)
    assert "note: Ramadan (expected; no catering)\n" in ran.out
    plan = home / "communities/home-first/sessions/2027-01-12.yaml"
    typed = plan.read_text()
    for place, found in (("hybrid", False), ("online", True)):
        plan.write_text(typed.replace("place: in-person", f"place: {place}"))
        out = copkit("check", "--only", "SCH-02", "--today", "2026-03-01", root=home).out
        assert ("1 session in person from 1 April 2026" in out) is found
