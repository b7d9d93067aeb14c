"""What comes from elsewhere is read in a child: whatever becomes of it, the command goes on and says so."""

import io
import re
import time
import zipfile
from pathlib import Path

import pytest

from copkit.editing.refused import Refused
from copkit.importers.tables import Unreadable, rows_of
from copkit.world.apart import apart
from copkit.world.foreign import busy_times, unpacked
from tests.importers.exports import workbook as small
from tests.shell import copkit, trust


def workbook(last: str = "XFD1048576") -> bytes:
    """A workbook with a name in its first cell and an x in another."""
    made, row = io.BytesIO(), re.sub("[A-Z]", "", last)
    cells = {"A1": ("1", "Name"), last: (row, "x")}
    rows = "".join(
        f'<row r="{number}"><c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c></row>'
        for cell, (number, text) in cells.items()
    )
    with zipfile.ZipFile(io.BytesIO(small(S=[["x"]]))) as old, zipfile.ZipFile(made, "w", 8) as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, re.sub(r"<row>.*</row>", rows, text))
    return made.getvalue()


def test_a_small_workbook_of_huge_extent_is_refused_and_ends_nothing() -> None:
    data = workbook()
    assert len(data) < 2_000
    with pytest.raises(Unreadable, match="cannot be read"):
        unpacked(data)


def test_a_workbook_is_read_as_it_was() -> None:
    assert rows_of(unpacked(workbook("B2")), len) == [["Name", ""], ["", "x"]]
    assert unpacked(b"Name,x\n") == b"Name,x\n"


def test_a_workbook_is_never_read_in_this_process() -> None:
    with pytest.raises(Unreadable, match="this is a workbook"):
        rows_of(workbook(), len)


def test_in_the_private_folder_it_does_not_stop_an_erasure(home: Path) -> None:
    (home / "private").mkdir()
    (home / "private" / "huge.xlsx").write_bytes(workbook())
    ran = copkit("privacy", "erase", "jo.ng", root=home)
    assert ran.code in (0, 1), ran
    assert "Jo Ng" not in (home / "communities/programme/people.yaml").read_text()
    assert "private/huge.xlsx: it asks for more than copkit gives" in ran.err


def test_a_command_that_takes_it_in_says_so(home: Path, tmp_path: Path) -> None:
    (tmp_path / "huge.xlsx").write_bytes(workbook())
    for words in (("attend", "systems-leadership", "2026-06-09"), ("import", "members", "systems-leadership")):
        ran = copkit(*words, tmp_path / "huge.xlsx", root=home)
        assert (ran.code, "this workbook cannot be read" in ran.err) == (3, True), ran


def sleeps() -> None:
    time.sleep(60)


def eats() -> int:
    return len(bytearray(10**12))


def raises() -> None:
    raise Unreadable("so it is", "do that")


def writes(path: str) -> None:
    Path(path).write_text("x" * 10_000)


def test_a_child_that_does_not_end_is_given_up() -> None:
    with pytest.raises(Refused, match="not read within 1 seconds"):
        apart(sleeps, seconds=1)


def test_a_child_that_takes_too_much_is_told_of() -> None:
    with pytest.raises(Refused, match="more than copkit gives"):
        apart(eats)


def test_what_is_known_comes_back_as_it_was() -> None:
    with pytest.raises(Unreadable) as raised:
        apart(raises, known=(Unreadable,))
    assert (raised.value.message, raised.value.fix) == ("so it is", "do that")
    with pytest.raises(Refused):
        apart(raises)


@pytest.mark.needs("Unix")
def test_a_child_writes_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        apart(writes, str(tmp_path / "x"))
    assert not (tmp_path / "x").exists() or not (tmp_path / "x").read_bytes()


CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Clinic\r\n"
    b"DTSTART:20260609T090000Z\r\nDTEND:20260609T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_a_calendar_is_read_as_it_was() -> None:
    from datetime import date

    from copkit.calendars.busy import NoCalendar, busy

    year = (date(2026, 4, 1), date(2027, 3, 31))
    assert busy_times(CALENDAR, *year) == busy(CALENDAR, *year)
    bad = CALENDAR.replace(b"20260609T100000Z", b"20260609T080000Z")
    assert busy_times(bad, *year) == busy(bad, *year)
    with pytest.raises(NoCalendar, match="there is no calendar in this file"):
        busy_times(b"\x00", *year)


def test_typst_of_a_workspaces_own_that_takes_all_memory_ends_nothing(home: Path) -> None:
    (home / "templates").mkdir()
    (home / "templates" / "document.typ").write_text('#let x = "a" * 4000000000\n#x.len()')
    trust(home)
    ran = copkit("agenda", "systems-leadership", "2026-06-09", "--format", "pdf", root=home)
    assert ran.code == 3, ran
    assert not (home / "build").exists()
