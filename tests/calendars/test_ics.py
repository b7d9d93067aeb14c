"""The bytes of `.ics` files: what RFC 5545 asks, and what hostile text may not do."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as Reader

from copkit.calendars.ics import Calendar, Event, write

STAMP = datetime(2026, 3, 1, tzinfo=UTC)
EVENT = Event(
    uid="2026-06-09.systems-leadership@w1.copkit",
    sequence=0,
    stamp=STAMP,
    day=date(2026, 6, 9),
    start="10:00",
    minutes=150,
    summary="Systems Leadership: one referral form",
)

# Any text that the workspace lets through: no control characters but tab and line feed.
typed = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n"), max_size=300)


def unfolded(data: bytes) -> list[str]:
    return data.replace(b"\r\n ", b"").decode().split("\r\n")


def read_back(data: bytes) -> dict[str, str]:
    (event,) = Reader.from_ical(data).walk("VEVENT")
    return {name: str(event[name]) for name in ("SUMMARY", "DESCRIPTION", "LOCATION") if name in event}


def test_a_whole_file() -> None:
    event = EVENT._replace(
        description="Bring a question.\nhttps://teams.example/abc",
        location="Anytown Library, Room 2",
        url="https://teams.example/abc",
        categories=("Community of practice", "In person"),
    )
    assert unfolded(write(Calendar((event,), name="Systems Leadership; 2026-27"))) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//copkit//copkit 0//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        r"NAME:Systems Leadership\; 2026-27",
        r"X-WR-CALNAME:Systems Leadership\; 2026-27",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/London",
        "BEGIN:DAYLIGHT",
        "TZNAME:BST",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0100",
        "DTSTART:19960331T010000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "TZNAME:GMT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0000",
        "DTSTART:19961027T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "UID:2026-06-09.systems-leadership@w1.copkit",
        "DTSTAMP:20260301T000000Z",
        "LAST-MODIFIED:20260301T000000Z",
        "SEQUENCE:0",
        "DTSTART;TZID=Europe/London:20260609T100000",
        "DTEND;TZID=Europe/London:20260609T123000",
        "SUMMARY:Systems Leadership: one referral form",
        r"DESCRIPTION:Bring a question.\nhttps://teams.example/abc",
        r"LOCATION:Anytown Library\, Room 2",
        "URL:https://teams.example/abc",
        "CATEGORIES:Community of practice,In person",
        "STATUS:CONFIRMED",
        "TRANSP:OPAQUE",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_the_file_of_one_session_opens_no_calendar_of_its_own() -> None:
    data = write(Calendar((EVENT,)))
    assert b"NAME:" not in data.replace(b"TZNAME:", b"")
    assert b"REFRESH-INTERVAL" not in data


def test_nobody_is_invited_by_name() -> None:
    data = write(Calendar((EVENT._replace(summary='CN="Ann" <ann@nhs.example>'),), name="x"))
    assert re.search(rb"^(ORGANIZER|ATTENDEE)", data, re.M) is None


@pytest.mark.parametrize("field", ["summary", "location", "description", "uid"])
def test_a_line_break_with_an_attendee_behind_it_stays_text(field: str) -> None:
    data = write(Calendar((EVENT._replace(**{field: "x\r\nATTENDEE:mailto:evil@x.example"}),)))
    lines = unfolded(data)
    assert not [line for line in lines if line.startswith("ATTENDEE")]
    assert [line for line in lines if line.endswith(r"x\nATTENDEE:mailto:evil@x.example")]


def test_a_name_and_a_category_cannot_begin_a_line_either() -> None:
    bad = "a\rATTENDEE:mailto:evil@x.example"
    lines = unfolded(write(Calendar((EVENT._replace(categories=(bad,)),), name=bad)))
    assert not [line for line in lines if line.startswith("ATTENDEE")]


@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/\r\nATTENDEE:mailto:evil@x.example",
        "https://x.example/a b",
        "https://x.example/\x07",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//evil.example",
    ],
)
def test_an_address_that_is_not_one_is_left_out(url: str) -> None:
    assert b"URL" not in write(Calendar((EVENT._replace(url=url),)))


def test_an_address_beyond_ascii_is_written_as_octets() -> None:
    assert b"URL:https://x.example/caf%C3%A9\r\n" in write(
        Calendar((EVENT._replace(url="https://x.example/café"),))
    )


@pytest.mark.parametrize("control", ["\r", "\x07", "\x00", "\x1b", "\x7f", "\x9b", "\x0b", "\ud83d"])
def test_a_control_character_that_got_so_far_is_not_written(control: str) -> None:
    data = write(Calendar((EVENT._replace(summary=f"a{control}b", location=f"c{control}d"),), name=f"e{control}f"))
    assert re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)|\xc2[\x80-\x9f]", data) is None


@pytest.mark.parametrize(
    "text",
    [
        "a;b,c\\d",
        "line one\nline two",
        "\\n is not a line break",
        "Zoë 😀 日本",
        "é" * 200,
        "x" * 400,
        "\\" * 80,
        "",
    ],
)
def test_text_comes_back_as_typed(text: str) -> None:
    data = write(Calendar((EVENT._replace(summary=text, location=text, description=text),)))
    back = read_back(data)
    assert back["SUMMARY"] == text
    assert back.get("LOCATION", "") == back.get("DESCRIPTION", "") == text


@given(typed, typed)
def test_any_text_comes_back_in_short_whole_lines(summary: str, location: str) -> None:
    data = write(Calendar((EVENT._replace(summary=summary, location=location),), name=summary))
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert data.endswith(b"END:VCALENDAR\r\n")
    back = read_back(data)
    assert (back["SUMMARY"], back.get("LOCATION", "")) == (summary, location)


def test_a_session_past_midnight_ends_the_next_day() -> None:
    data = write(Calendar((EVENT._replace(start="23:30", minutes=60),)))
    assert b"DTEND;TZID=Europe/London:20260610T003000\r\n" in data


def test_the_same_data_makes_the_same_bytes() -> None:
    calendar = Calendar((EVENT, EVENT._replace(uid="other", day=date(2026, 7, 14))), name="Year")
    assert write(calendar) == write(Calendar(tuple(calendar.events), name="Year"))


def test_a_calendar_without_sessions_is_a_calendar() -> None:
    assert unfolded(write(Calendar(()))) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//copkit//copkit 0//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "END:VCALENDAR",
        "",
    ]
