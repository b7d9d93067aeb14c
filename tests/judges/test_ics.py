"""The judge of calendars praises a good file and catches each of many planted faults."""

from pathlib import Path

import pytest

from tests.judges.ics import judge_calendars, judge_text

GOOD = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//Judge//EN
METHOD:PUBLISH
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:3-2026@anytown.example
DTSTAMP:20260401T090000Z
SEQUENCE:0
STATUS:CONFIRMED
SUMMARY:One form\\, not three – a café\\; and more
LOCATION:Anytown Library\\, Room 2
DTSTART;TZID=Europe/London:20260609T100000
DTEND;TZID=Europe/London:20260609T123000
END:VEVENT
BEGIN:VEVENT
UID:8-2026@anytown.example
DTSTAMP:20260401T090000Z
SEQUENCE:1
STATUS:CANCELLED
SUMMARY:Cancelled: Winter
DTSTART;TZID=Europe/London:20270112T100000
DTEND;TZID=Europe/London:20270112T113000
END:VEVENT
END:VCALENDAR
""".replace("\n", "\r\n").encode()

FAULTS = {
    "byte order mark": (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR", "byte order mark"),
    "bare line feed": (b"VERSION:2.0\r\n", b"VERSION:2.0\n", "CRLF"),
    "long line": (b"SUMMARY:One", b"SUMMARY:" + b"x" * 80, "more than 75"),
    "split character": ("caf\u00e9".encode(), b"caf\xc3\r\n \xa9", "not whole UTF-8"),
    "empty line": (b"STATUS:CONFIRMED\r\n", b"STATUS:CONFIRMED\r\n\r\n", "empty line"),
    "control character": (b"Winter", b"Win\x07ter", "control character"),
    "no version": (b"VERSION:2.0\r\n", b"", "VERSION"),
    "request": (b"METHOD:PUBLISH", b"METHOD:REQUEST", "METHOD"),
    "organiser": (b"SEQUENCE:1\r\n", b"SEQUENCE:1\r\nORGANIZER:mailto:a@b.example\r\n", "ORGANIZER"),
    "attendee": (b"SEQUENCE:1\r\n", b"SEQUENCE:1\r\nATTENDEE:mailto:a@b.example\r\n", "ATTENDEE"),
    "series": (b"SEQUENCE:1\r\n", b"SEQUENCE:1\r\nRRULE:FREQ=MONTHLY;COUNT=2\r\n", "RRULE"),
    "same identity": (b"UID:8-2026", b"UID:3-2026", "2 times"),
    "no sequence": (b"SEQUENCE:1\r\n", b"", "SEQUENCE"),
    "local stamp": (b"DTSTAMP:20260401T090000Z", b"DTSTAMP:20260401T090000", "not UTC"),
    "unknown status": (b"STATUS:CANCELLED", b"STATUS:CANCELED", "STATUS"),
    "floating": (b"DTSTART;TZID=Europe/London:2026", b"DTSTART:2026", "time zone or Z"),
    "zone and Z": (b"20260609T123000", b"20260609T123000Z", "time zone or Z"),
    "backwards": (b"20260609T123000", b"20260609T093000", "ends before"),
    "bare comma": (b"Library\\,", b"Library,", "not escaped"),
    "bad escape": (b"Library\\,", b"Library\\.", "means nothing"),
    "undescribed zone": (b"DTSTART;TZID=Europe/London:2026", b"DTSTART;TZID=Europe/Paris:2026", "not described"),
    "change a week early": (b"BYMONTH=3;BYDAY=-1SU", b"BYMONTH=3;BYDAY=-2SU", "is wrong at"),
    "change an hour late": (b"19961027T020000", b"19961027T030000", "is wrong at"),
    "no summer": (b"TZOFFSETTO:+0100", b"TZOFFSETTO:+0000", "is wrong at"),
    "not closed": (b"END:VEVENT\r\nEND:VCALENDAR", b"END:VCALENDAR", "wrong place"),
    "no colon": (b"STATUS:CONFIRMED", b"STATUS CONFIRMED", "not a content line"),
}


def test_a_good_file_is_praised() -> None:
    assert judge_text(GOOD) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_caught(name: str) -> None:
    old, new, told = FAULTS[name]
    assert old in GOOD
    problems = judge_text(GOOD.replace(old, new, 1))
    assert any(told in problem for problem in problems), problems


@pytest.mark.slow
@pytest.mark.needs("Node's calendar readers")
def test_four_readers_agree_on_the_good_and_differ_on_the_bad(tmp_path: Path) -> None:
    texts = {
        "good": GOOD,
        "floating": GOOD.replace(b"DTSTART;TZID=Europe/London:2026", b"DTSTART:2026"),
        "shifted": GOOD.replace(b"TZOFFSETTO:+0100", b"TZOFFSETTO:+0200"),
        "unreadable": b"BEGIN:VCALENDAR\r\n",
        "nothing": GOOD[: GOOD.index(b"BEGIN:VEVENT")] + b"END:VCALENDAR\r\n",
    }
    paths = {name: tmp_path / f"{name}.ics" for name in texts}
    for name, path in paths.items():
        path.write_bytes(texts[name])
    verdicts = judge_calendars(list(paths.values()))
    assert verdicts[paths["good"]] == []
    assert any("differ" in problem for problem in verdicts[paths["floating"]])
    assert any("differ" in problem for problem in verdicts[paths["shifted"]])
    assert any("refuses" in problem for problem in verdicts[paths["unreadable"]])
    assert any("sees no events" in problem for problem in verdicts[paths["nothing"]])
