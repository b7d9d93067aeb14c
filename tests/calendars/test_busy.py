"""Busy times from calendars as Outlook, Google and Apple export them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copkit.calendars.busy import Busy, Compared, NoCalendar, busy
from copkit.calendars.ics import Calendar, Event, write

MARCH, NOVEMBER = date(2026, 3, 1), date(2026, 11, 30)
LONDON = """\
BEGIN:VTIMEZONE
TZID:GMT Standard Time
BEGIN:STANDARD
DTSTART:16011028T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T010000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
END:VTIMEZONE"""


def calendar(*events: str, zone: str = "") -> bytes:
    inner = [line for event in events for line in ("BEGIN:VEVENT", *event.strip().splitlines(), "END:VEVENT")]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Test//EN",
        *zone.splitlines(),
        *inner,
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines).encode()


def times(data: bytes, start: date = MARCH, end: date = NOVEMBER) -> list[tuple[str, str, str]]:
    found, unplaced, _ = busy(data, start, end)
    assert unplaced == ()
    return [(f"{each.start:%Y-%m-%dT%H:%MZ}", f"{each.end:%Y-%m-%dT%H:%MZ}", each.summary) for each in found]


def test_an_event_in_utc() -> None:
    data = calendar("UID:1\nSUMMARY:Board\nDTSTART:20260609T090000Z\nDTEND:20260609T103000Z")
    moments = datetime(2026, 6, 9, 9, tzinfo=UTC), datetime(2026, 6, 9, 10, 30, tzinfo=UTC)
    assert busy(data, MARCH, NOVEMBER) == Compared((Busy(*moments, "Board"),))


def test_windows_names_of_zones_and_iana_names_mean_the_same_hour() -> None:
    windows = calendar("UID:1\nDTSTART;TZID=GMT Standard Time:20260609T100000\nDURATION:PT1H", zone=LONDON)
    iana = calendar("UID:1\nDTSTART;TZID=Europe/London:20260609T100000\nDURATION:PT1H")
    floating = calendar("UID:1\nDTSTART:20260609T100000\nDURATION:PT1H")
    expected = [("2026-06-09T09:00Z", "2026-06-09T10:00Z", "An entry without a title")]
    assert times(windows) == times(iana) == times(floating) == expected


def test_a_whole_day_is_a_day_in_london() -> None:
    data = calendar("UID:1\nSUMMARY:Away day\nDTSTART;VALUE=DATE:20260609\nDTEND;VALUE=DATE:20260611")
    assert times(data) == [("2026-06-08T23:00Z", "2026-06-10T23:00Z", "Away day")]


def test_a_whole_day_without_an_end_is_one_day() -> None:
    data = calendar("UID:1\nSUMMARY:Leave\nDTSTART;VALUE=DATE:20260109")
    assert times(data, date(2026, 1, 1)) == [("2026-01-09T00:00Z", "2026-01-10T00:00Z", "Leave")]


def test_a_weekly_meeting_keeps_its_local_time_across_the_clock_change() -> None:
    data = calendar(
        "UID:1\nSUMMARY:Weekly\nDTSTART;TZID=Europe/London:20260317T100000\nDTEND;TZID=Europe/London:20260317T110000\n"
        "RRULE:FREQ=WEEKLY;UNTIL=20260407T090000Z"
    )
    assert [start for start, _, _ in times(data)] == [
        "2026-03-17T10:00Z",
        "2026-03-24T10:00Z",
        "2026-03-31T09:00Z",
        "2026-04-07T09:00Z",
    ]


def test_left_out_and_moved_occurrences_are_where_they_went() -> None:
    data = calendar(
        "UID:1\nSUMMARY:Monthly\nDTSTART;TZID=Europe/London:20260414T100000\nDURATION:PT1H\n"
        "RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=4\nEXDATE;TZID=Europe/London:20260512T100000\n"
        "RDATE;TZID=Europe/London:20260901T100000",
        "UID:1\nSUMMARY:Monthly (moved)\nRECURRENCE-ID;TZID=Europe/London:20260609T100000\n"
        "DTSTART;TZID=Europe/London:20260610T140000\nDURATION:PT2H",
    )
    assert times(data) == [
        ("2026-04-14T09:00Z", "2026-04-14T10:00Z", "Monthly"),
        ("2026-06-10T13:00Z", "2026-06-10T15:00Z", "Monthly (moved)"),
        ("2026-07-14T09:00Z", "2026-07-14T10:00Z", "Monthly"),
        ("2026-09-01T09:00Z", "2026-09-01T10:00Z", "Monthly"),
    ]


def test_what_takes_no_time_is_left_out() -> None:
    when = "DTSTART:20260609T090000Z\nDTEND:20260609T100000Z"
    data = calendar(
        f"UID:1\nSTATUS:CANCELLED\n{when}",
        f"UID:2\nTRANSP:TRANSPARENT\n{when}",
        f"UID:3\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\n{when}",
    )
    assert times(data) == []


def test_the_communitys_own_sessions_are_no_clash() -> None:
    stamp = datetime(2026, 3, 1, tzinfo=UTC)
    session = Event("2026-06-09.sl@w1.copkit", 0, stamp, date(2026, 6, 9), "10:00", 90, "Session")
    assert times(write(Calendar((session,), name="Year"))) == []


def test_times_outside_the_days_asked_for_are_left_out() -> None:
    data = calendar(
        "UID:1\nDTSTART:20260608T225900Z\nDTEND:20260608T230000Z",
        "UID:2\nSUMMARY:In\nDTSTART:20260608T225900Z\nDTEND:20260608T230100Z",
        "UID:3\nSUMMARY:In too\nDTSTART:20260609T225900Z\nDTEND:20260610T090000Z",
        "UID:4\nDTSTART:20260609T230000Z\nDTEND:20260610T090000Z",
    )
    day = date(2026, 6, 9)
    assert [summary for _, _, summary in times(data, day, day)] == ["In", "In too"]


def test_several_calendars_in_one_file_are_read() -> None:
    one = calendar("UID:1\nSUMMARY:A\nDTSTART:20260609T090000Z\nDTEND:20260609T100000Z")
    two = calendar("UID:2\nSUMMARY:B\nDTSTART:20260610T090000Z\nDTEND:20260610T100000Z")
    assert [summary for _, _, summary in times(one + two)] == ["A", "B"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a calendar",
        b"\xff\xfe\x00",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        b"END:VCALENDAR\r\n",
        b"BEGIN:VCARD\r\nEND:VCARD\r\n",
        b"[" * 100_000,
    ],
)
def test_a_file_that_is_no_calendar_is_a_finding(data: bytes) -> None:
    with pytest.raises(NoCalendar) as raised:
        busy(data, MARCH, NOVEMBER)
    assert "calendar" in raised.value.message
    assert raised.value.fix


def test_a_file_that_is_too_large_is_not_read() -> None:
    with pytest.raises(NoCalendar, match="larger than 20 MB"):
        busy(b"x" * 20_000_001, MARCH, NOVEMBER)


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        ("RRULE:FREQ=SECONDLY\nDTSTART:20260609T090000Z", "it repeats too often to be compared"),
        ("RRULE:FREQ=DAILY;INTERVAL=0\nDTSTART:20260609T090000Z", "it repeats at once"),
        ("DTSTART;TZID=Mars/Olympus:20260609T090000\nDURATION:PT1H", "its time zone Mars/Olympus is not known"),
        ("DTSTART:20260609T090000Z\nDTEND:20260609T080000Z", "it ends before it starts"),
        ("DESCRIPTION:no time at all", "it has no start"),
        ("DTSTART:2026-06-09\nDURATION:PT1H", "its times make no sense"),
        ("DTSTART:20260609T090000Z\nRRULE:FREQ=NEVER", "its times make no sense"),
    ],
)
def test_an_event_that_cannot_be_placed_is_named_and_the_others_are_kept(event: str, reason: str) -> None:
    good = "UID:2\nSUMMARY:Good\nDTSTART:20260610T090000Z\nDTEND:20260610T100000Z"
    found, unplaced, _ = busy(calendar(f"UID:1\nSUMMARY:Odd\n{event}", good), MARCH, NOVEMBER)
    assert [each.summary for each in found] == ["Good"]
    assert unplaced == (("Odd", reason),)


SERIES = calendar(
    "UID:1\nSUMMARY:Weekly\nDTSTART;TZID=Europe/London:20260317T100000\nDTEND;TZID=Europe/London:20260317T110000\n"
    "RRULE:FREQ=WEEKLY;UNTIL=20260407T090000Z\nEXDATE;TZID=Europe/London:20260324T100000",
    "UID:1\nRECURRENCE-ID;TZID=Europe/London:20260331T100000\nDTSTART;VALUE=DATE:20260401\nDURATION:P1D",
)
PIECES = [b"\r\n", b":", b";", b"=", b"-", b"0", b"9999", b"Z", b"DTSTART:", b"VALUE=DATE", b"FREQ=YEARLY", b"\xff"]


@settings(deadline=None)
@given(st.integers(0, len(SERIES)), st.integers(0, 12), st.sampled_from(PIECES))
def test_a_damaged_calendar_gives_times_or_reasons_never_another_error(at: int, lost: int, piece: bytes) -> None:
    try:
        found, unplaced, _ = busy(SERIES[:at] + piece + SERIES[at + lost :], MARCH, NOVEMBER)
    except NoCalendar as problem:
        assert problem.fix
    else:
        assert all(each.start <= each.end for each in found)
        assert all(reason for _, reason in unplaced)
