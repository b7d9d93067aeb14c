"""What of a calendar was compared: series as they are meant, free times, zips, and files that ask for too much."""

import zipfile
from datetime import date
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest

from copkit.calendars import repeating
from copkit.calendars.busy import Compared, NoCalendar, busy
from copkit.calendars.zipped import files_of
from tests.calendars.test_busy import calendar
from tests.calendars.test_zones import zone
from tests.pace import within

YEAR = date(2026, 4, 1), date(2027, 3, 31)
BOARD = "UID:{}\nSUMMARY:Board\nDTSTART:20260609T090000Z\nDTEND:20260609T100000Z"


def compared(*events: str, zone: str = "") -> Compared:
    return busy(calendar(*events, zone=zone), *YEAR)


def starts(found: Compared) -> list[str]:
    assert found.unplaced == ()
    return [f"{one.start:%m-%d %H:%M}" for one in found.times]


def packed(**files: bytes) -> bytes:
    """A zip; `__` in a name stands for what a keyword cannot hold."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__up__", "../../").replace("__", "."), data)
    return made.getvalue()


def test_an_older_copy_of_an_entry_is_superseded() -> None:
    old = "UID:1\nSEQUENCE:0\nDTSTART:20260609T090000Z\nDURATION:PT1H"
    new = "UID:1\nSEQUENCE:2\nDTSTART:20260616T090000Z\nDURATION:PT1H"
    assert starts(compared(new, old)) == starts(compared(old, new)) == ["06-16 09:00"]


def test_this_and_all_that_follow_are_moved() -> None:
    series = "UID:1\nDTSTART:20260602T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4"
    moved = "UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20260616T090000Z\nDTSTART:20260616T130000Z\nDURATION:PT1H"
    assert starts(compared(series, moved)) == ["06-02 09:00", "06-09 09:00", "06-16 13:00", "06-23 13:00"]


def test_a_day_left_out_as_a_date_and_periods_added() -> None:
    series = (
        "UID:1\nDTSTART;TZID=Europe/London:20260602T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3\n"
        "EXDATE;VALUE=DATE:20260609\nRDATE;VALUE=PERIOD:20260701T090000Z/PT3H"
    )
    found = compared(series)
    assert starts(found) == ["06-02 09:00", "06-16 09:00", "07-01 09:00"]
    assert found.times[-1].end.hour == 12


def test_one_day_of_a_series_that_is_cancelled_or_free_is_not_taken() -> None:
    series = "UID:1\nDTSTART:20260602T090000Z\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3"
    one = "UID:1\nRECURRENCE-ID:20260609T090000Z\nDTSTART:20260609T090000Z\nDURATION:PT1H\n"
    for free in ("STATUS:CANCELLED", "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE"):
        found = compared(series, one + free)
        assert (starts(found), found.passed) == (["06-02 09:00", "06-16 09:00"], 1)


def test_a_series_since_long_ago_keeps_its_weeks_and_its_clock() -> None:
    fortnight = (
        "UID:1\nDTSTART;TZID=GMT Standard Time:19980106T100000\nDTEND;TZID=GMT Standard Time:19980106T110000\n"
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH"
    )
    found = compared(fortnight, zone=zone("GMT Standard Time"))
    assert len(starts(found)) == 52
    assert {(one.start.date() - date(1998, 1, 5)).days // 7 % 2 for one in found.times} == {0}
    local = {one.start.astimezone(ZoneInfo("Europe/London")).strftime("%a %H:%M") for one in found.times}
    assert local == {"Tue 10:00", "Thu 10:00"}


def test_the_answer_of_a_server_to_when_is_it_busy() -> None:
    data = calendar("UID:1\nDTSTART:20260609T090000Z\nDURATION:PT1H\nX:1").replace(b"VEVENT", b"VFREEBUSY")
    busy_periods = (
        b"FREEBUSY;FBTYPE=BUSY:20260609T090000Z/PT1H,20260610T090000Z/20260610T100000Z\r\n"
        b"FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260611T090000Z/PT1H\r\n"
        b"FREEBUSY;FBTYPE=FREE:20260612T090000Z/PT1H\r\n"
    )
    found = busy(data.replace(b"X:1\r\n", busy_periods), *YEAR)
    assert starts(found) == ["06-09 09:00", "06-10 09:00", "06-11 09:00"]
    assert {one.summary for one in found.times} == {"busy"}
    assert busy(data.replace(b"X:1\r\n", b""), *YEAR) == Compared(())
    with pytest.raises(NoCalendar):
        busy(data.replace(b"X:1\r\n", b"FREEBUSY:20260609T090000Z/never\r\n"), *YEAR)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_a_calendar_in_an_encoding_of_windows(encoding: str) -> None:
    text = calendar(BOARD.format(1).replace("Board", "Café")).decode()
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    assert [one.summary for one in busy(mark + text.encode(encoding), *YEAR).times] == ["Café"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY", "FREQ=MINUTELY;BYMONTH=13",
        f"FREQ=DAILY;BYHOUR={','.join(map(str, range(24)))};BYMINUTE={','.join(map(str, range(60)))}",
        f"FREQ=DAILY;COUNT=99999;BYSECOND={','.join(map(str, range(60)))}",
    ],
)  # fmt: skip
def test_a_rule_that_asks_for_too_much_is_listed_at_once(rule: str) -> None:
    often = f"UID:1\nSUMMARY:Often\nDTSTART:20260609T090000Z\nDURATION:PT1M\nRRULE:{rule}"
    with within(200):
        found = compared(often, BOARD.format(2))
    assert [one.summary for one in found.times] == ["Board"]
    assert [title for title, _ in found.unplaced] == ["Often"]


def test_many_series_are_laid_out_as_far_as_the_count_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeating, "MOST_OF_ALL", 2000)
    daily = "UID:{}\nSUMMARY:Daily\nDTSTART:19000101T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY"
    found = compared(*(daily.format(number) for number in range(30)))
    assert len({one.start for one in found.times}) == 365
    assert set(found.unplaced) == {("Daily", "the calendar repeats too often for all of it to be compared")}


def test_a_zip_of_calendars_is_read_and_what_is_none_is_listed() -> None:
    one, two = calendar(BOARD.format(1)), calendar(BOARD.format(2).replace("0609", "0610"))
    found = busy(packed(a__ics=one, __up__b__ics=two, c__ics=b"no", d__zip=packed(e__ics=one)), *YEAR)
    assert [f"{taken.start:%d}" for taken in found.times] == ["09", "10"]
    assert found.unplaced == (
        ("c.ics", "there is no calendar in this file"),
        ("d.zip", "there is no calendar in this file"),
    )


def test_a_zip_that_holds_too_much_or_nothing_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copkit.calendars.entries.LARGEST", 200_000)
    for bad, said in (
        (packed(a__ics=b" " * 200_001), "larger than 20 MB"),
        (packed(**{f"a{number}__ics": b" " * 50_000 for number in range(5)}), "larger than 20 MB"),
        (packed(**{f"a{number}__ics": b"" for number in range(1001)}), "larger than 20 MB"),
        (packed(readme__txt=b"x"), "there is no calendar in this zip"),
        (packed(a__ics=calendar(BOARD.format(1)))[:-30], "this zip cannot be read"),
    ):
        with pytest.raises(NoCalendar, match=said):
            busy(bad, *YEAR)


def test_what_a_mac_packs_beside_a_calendar_is_no_calendar_of_anybody() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in ("cal/a.ics", "__MACOSX/cal/._a.ics", "cal/.DS_Store"):
            archive.writestr(name, b"x")
    assert list(files_of(made.getvalue(), 100)) == [("a.ics", b"x")]
