"""Dates from calendars as councils, faiths and halls publish them, put into the programme's own."""

from datetime import date
from pathlib import Path

import pytest

from copkit.calendars.busy import busy
from copkit.importers.dates import LONGEST, Dates, Span, dates_of
from tests.calendars.test_busy import calendar
from tests.shell import Ran, copkit, demonstration, snapshot

TODAY, LAST = date(2026, 11, 30), date(2028, 11, 29)
CALENDAR = "communities/programme/calendar.yaml"
WINTER = "SUMMARY:Winter break\nDTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20270104\nTRANSP:TRANSPARENT"
HALF_TERM = "SUMMARY:Spring half term\nDTSTART;VALUE=DATE:20270215\nDTEND;VALUE=DATE:20270220"
INSET = "SUMMARY:INSET day\nDTSTART;VALUE=DATE:20270104"
MARKET = "SUMMARY:Market\nDTSTART;TZID=Europe/London:20261205T090000\nDURATION:PT4H\nRRULE:FREQ=MONTHLY;BYDAY=1SA"


def numbered(*events: str) -> bytes:
    return calendar(*(f"UID:{number}@council.example\n{event}" for number, event in enumerate(events)))


def made(*events: str, there: tuple[Span, ...] = ()) -> Dates:
    return dates_of(busy(numbered(*events), date(2026, 10, 30), LAST, free_too=True), there, TODAY)


def days(*events: str) -> list[str]:
    found = made(*events)
    assert not found.unplaced
    return [one.name + one.first.strftime(" %d %b") + one.last.strftime(" %d %b") for one in found.new]


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (WINTER, "Winter break 21 Dec 03 Jan"),
        (INSET, "INSET day 04 Jan 04 Jan"),
        (f"{INSET}\nDTEND;VALUE=DATE:20270104", "INSET day 04 Jan 04 Jan"),
        (f"{INSET}\nDURATION:P2D", "INSET day 04 Jan 05 Jan"),
        ("SUMMARY:Eid\nDTSTART:20270518T230000Z\nDTEND:20270519T230000Z", "Eid 19 May 19 May"),
        ("SUMMARY:Carnival\nDTSTART:20270828T110000Z\nDTEND:20270830T180000Z", "Carnival 28 Aug 30 Aug"),
        ("SUMMARY:New  Year\\nfun\nDTSTART:20261231T200000\nDTEND:20270101T000000", "New Year fun 31 Dec 31 Dec"),
        ("SUMMARY:Exams\nDTSTART;VALUE=DATE:20270510\nRRULE:FREQ=DAILY;COUNT=5", "Exams 10 May 14 May"),
        ("SUMMARY:Term\u200b dates\nDTSTART;VALUE=DATE:20270105", "Term dates 05 Jan 05 Jan"),
    ],
)
def test_days_are_those_that_people_mean(event: str, said: str) -> None:
    assert days(event) == [said]


def test_a_run_that_has_begun_is_read_whole_and_what_is_over_is_left_out() -> None:
    begun = "SUMMARY:Lights\nDTSTART;VALUE=DATE:20261127\nRRULE:FREQ=DAILY;COUNT=10"
    over = "SUMMARY:Bonfire\nDTSTART;VALUE=DATE:20261105"
    assert days(begun, over) == ["Lights 27 Nov 06 Dec"]
    assert made(begun, over).over == 1


def test_what_repeats_ends_after_two_years() -> None:
    found = made(MARKET).new
    assert (len(found), found[0].first, found[-1].first) == (24, date(2026, 12, 5), date(2028, 11, 4))


def test_what_is_cancelled_nameless_or_a_message_is_no_date() -> None:
    nameless, long = "DTSTART;VALUE=DATE:20270301", f"SUMMARY:{'x' * (LONGEST + 1)}\nDTSTART;VALUE=DATE:20270302"
    wrong = "SUMMARY:Fair\nDTSTART;VALUE=DATE:20270303\nDTEND;VALUE=DATE:20270301"
    found = made(f"{INSET}\nSTATUS:CANCELLED", nameless, long, wrong)
    assert found.new == []
    assert [why for _, why in found.unplaced] == [
        "it ends before it starts", "it has no title", f"its title is longer than {LONGEST} characters",
    ]  # fmt: skip


def test_an_entry_on_other_days_is_told_and_one_of_another_time_of_year_is_new() -> None:
    old = Span("spring HALF term", date(2027, 2, 8), date(2027, 2, 12))
    far = Span("Spring half term", date(2027, 5, 31), date(2027, 6, 4))
    new = Span("Spring half term", date(2027, 2, 15), date(2027, 2, 19))
    assert made(HALF_TERM, there=(old,))[:3] == ([], 0, [(old, new)])
    assert made(HALF_TERM, there=(far,))[:3] == ([new], 0, [])
    assert made(HALF_TERM, there=(far, new))[:3] == ([], 1, [])


# --- The command -----------------------------------------------------------------------------------------


def imported(root: Path, data: bytes, *more: str) -> Ran:
    (root.parent / "terms.ics").write_bytes(data)
    return copkit("import", "dates", root.parent / "terms.ics", "--today", TODAY.isoformat(), *more, root=root)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return demonstration(tmp_path / "w")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_dates_are_put_below_what_is_there_once(root: Path, encoding: str) -> None:
    path = root / CALENDAR
    typed = path.read_bytes()
    data = numbered(WINTER, INSET).decode().encode(encoding)
    ran = imported(root, data, "--treat", "warning")
    assert ran.code == 0, ran
    assert "terms.ics: 2 new." in ran.out
    added = (
        "- name: Winter break\n  from: 2026-12-21\n  to: 2027-01-03\n  treat: warning\n"
        "- name: INSET day\n  date: 2027-01-04\n  treat: warning\n"
    )
    assert path.read_bytes() == typed + added.encode()
    there = snapshot(root)
    again = imported(root, data)
    assert (again.code, snapshot(root)) == (0, there)
    assert "0 new, 2 known already" in again.out
    assert copkit("check", root=root).code in (0, 1)


def test_a_changed_date_is_said_and_nothing_typed_is_touched(root: Path) -> None:
    imported(root, numbered(HALF_TERM))
    there = snapshot(root)
    ran = imported(root, numbered(HALF_TERM.replace("20270215", "20270208").replace("20270220", "20270213")))
    assert (ran.code, snapshot(root)) == (0, there)
    assert "Spring half term: you have 15 February 2027 to 19 February 2027, the file says 8 February" in ran.err
    assert f"change it in {CALENDAR}" in ran.err
    assert ran.out.startswith("terms.ics: 0 new, 1 on other days. ")


@pytest.mark.parametrize("typed", ["", "# Keep clear.\n", "[]\n", "- {name: Fair, date: 2027-01-09}", None])
def test_a_calendar_may_be_empty_or_missing(root: Path, typed: str | None) -> None:
    path = root / CALENDAR
    path.unlink()
    if typed is not None:
        path.write_text(typed)
    assert imported(root, numbered(INSET)).code == 0
    text = path.read_text()
    assert text.startswith((typed or "").replace("[]\n", ""))
    assert "INSET day" in text
    assert imported(root, numbered(INSET)).out.startswith("terms.ics: 0 new, 1 known already")


def test_windows_line_ends_and_a_mark_stay(root: Path) -> None:
    path = root / CALENDAR
    typed = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(typed)
    assert imported(root, numbered(INSET)).code == 0
    assert path.read_bytes() == typed + b"- name: INSET day\r\n  date: 2027-01-04\r\n  treat: info\r\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<html>Sign in</html>", "there is no calendar in this file"),
        (numbered("SUMMARY:Rota\nDTSTART:20261201T090000Z\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR"), "200 are the most"),
    ],
)
def test_what_is_no_calendar_of_dates_writes_nothing(root: Path, data: bytes, said: str) -> None:
    there = snapshot(root)
    ran = imported(root, data)
    assert (ran.code, snapshot(root)) == (3, there)
    assert said in ran.err


def test_a_calendar_that_cannot_all_be_read_is_left(root: Path) -> None:
    (root / CALENDAR).write_text("- {name: INSET day, date: 2027-13-04}\n")
    there = snapshot(root)
    ran = imported(root, numbered(INSET))
    assert (ran.code, snapshot(root)) == (3, there)
    assert f"{CALENDAR}:1:" in ran.err
