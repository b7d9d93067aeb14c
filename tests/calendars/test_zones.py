"""Zones as programs write them: 10am on 9 June 2026 is the same moment by whatever name."""

from datetime import date

import pytest

from copkit.calendars.busy import Compared, busy
from tests.calendars.test_busy import calendar

JUNE = date(2026, 6, 1), date(2026, 6, 30)
SUMMER = """\
BEGIN:VTIMEZONE
TZID:{name}
{more}BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:{summer}
TZOFFSETTO:{winter}
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T010000
TZOFFSETFROM:{winter}
TZOFFSETTO:{summer}
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


def zone(name: str, winter: str = "+0000", summer: str = "+0100", more: str = "") -> str:
    return SUMMER.format(name=name, winter=winter, summer=summer, more=more)


def read(name: str, described: str = "") -> Compared:
    event = (
        f"UID:1\nSUMMARY:Board\nDTSTART;TZID={name}:20260609T100000\nDTEND;TZID={name}:20260609T110000"
    )
    return busy(calendar(event, zone=described), *JUNE)


def starts(found: Compared) -> str:
    assert found.unplaced == ()
    return " ".join(f"{one.start:%H:%M}" for one in found.times)


@pytest.mark.parametrize(
    ("name", "utc"),
    [
        ("Europe/London", "09:00"), ('"Europe/London"', "09:00"), ("Europe/London 1", "09:00"), ("GB", "09:00"),
        ("GMT Standard Time", "09:00"), ("GMT Standard Time 1", "09:00"), ("GMT Standard Time_2", "09:00"),
        ("GMT Daylight Time", "09:00"), ("BST", "09:00"), ("GMT", "10:00"), ("UTC", "10:00"), ("Z", "10:00"),
        ("tzone://Microsoft/Utc", "10:00"), ('"tzone://Microsoft/Utc"', "10:00"),
        ("Coordinated Universal Time", "10:00"), ("(UTC) Coordinated Universal Time", "10:00"),
        ('"(UTC+00:00) Dublin, Edinburgh, Lisbon, London"', "09:00"),
        ("(UTC+00:00) Dublin\\, Edinburgh\\, Lisbon\\, London", "09:00"),
        ("(GMT) Greenwich Mean Time - Dublin / Edinburgh / Lisbon / London", "09:00"),
        ('"(GMT) Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London"', "09:00"),
        ("W. Europe Standard Time", "08:00"), ("W. Europe Summer Time", "08:00"),
        ("(GMT+01.00) Paris/Madrid/Brussels/Copenhagen", "08:00"),
        ('"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', "08:00"),
        ("Eastern Standard Time 2", "14:00"), ("(UTC-06:00) Central Time (US & Canada)", "15:00"),
        ("(GMT-06.00) Central Time (US & Canada)", "15:00"), ("(UTC-05) Bogota", "15:00"),
        ("/freeassociation.sourceforge.net/Europe/London", "09:00"),
        ("/mozilla.org/20070129_1/Europe/London", "09:00"),
        ("UTC+01:00", "09:00"), ("GMT+0100", "09:00"), ("UTC-02", "12:00"), ("Etc/GMT-1", "09:00"),
    ],
)  # fmt: skip
def test_a_zone_by_its_name(name: str, utc: str) -> None:
    assert starts(read(name)) == utc


@pytest.mark.parametrize(
    "name", ["Customized Time Zone", "tzone://Microsoft/Custom", "Our Office Time", "IST", "../../etc/passwd"]
)
def test_a_name_that_nobody_knows_is_listed_and_as_the_file_describes_it(name: str) -> None:
    bare = read(name)
    assert (bare.times, bare.unplaced) == ((), (("Board", f"its time zone {name} is not known"),))
    assert starts(read(name, zone(name))) == "09:00"
    assert starts(read(name, zone(name, "-0700", "-0600"))) == "16:00"


def test_a_name_that_the_file_describes_is_what_it_describes_but_a_place_is_itself() -> None:
    assert starts(read("GMT", zone("GMT"))) == "09:00"
    fixed = "BEGIN:VTIMEZONE\nTZID:Europe/London\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
    fixed += "TZOFFSETFROM:+0000\nTZOFFSETTO:+0000\nEND:STANDARD\nEND:VTIMEZONE"
    assert starts(read("Europe/London", fixed)) == "09:00"
    assert starts(read("Fixed", fixed.replace("Europe/London", "Fixed"))) == "10:00"
    assert starts(read("X", zone("X", "+0900", "+1000", more="X-LIC-LOCATION:Europe/London\n"))) == "09:00"


@pytest.mark.parametrize(
    "described",
    [
        "BEGIN:VTIMEZONE\nTZID:Odd\nEND:VTIMEZONE",
        zone("Odd").replace("FREQ=YEARLY", "FREQ=SECONDLY"),
        zone("Odd").replace("+0100", "junk"),
        zone("Odd").replace("RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;", "X-NOTHING:"),
        zone("Odd").replace("DTSTART", "X-START"),
    ],
)
def test_a_description_that_cannot_be_read_costs_its_own_entries_alone(described: str) -> None:
    event = "UID:1\nSUMMARY:Odd one\nDTSTART;TZID=Odd:20260609T100000\nDURATION:PT1H"
    good = "UID:2\nSUMMARY:Good\nDTSTART:20260610T090000Z\nDURATION:PT1H"
    found = busy(calendar(event, good, zone=described), *JUNE)
    assert [one.summary for one in found.times] == ["Good"]
    assert found.unplaced == (("Odd one", "its time zone Odd is not known"),)


def test_two_calendars_in_a_file_may_call_different_zones_the_same() -> None:
    event = "UID:{}\nSUMMARY:x\nDTSTART;TZID=Customized Time Zone:20260609T100000\nDURATION:PT1H"
    one = calendar(event.format(1), zone=zone("Customized Time Zone"))
    two = calendar(event.format(2), zone=zone("Customized Time Zone", "-0500", "-0400"))
    assert starts(busy(one + two, *JUNE)) == "09:00 14:00"
