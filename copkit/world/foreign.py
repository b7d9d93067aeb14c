"""Files of other programs, read in a process with limits: workbooks, calendars, pages by somebody's Typst."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copkit.calendars.busy import Busy, Compared, NoCalendar, busy
from copkit.editing.refused import Refused
from copkit.importers.minutes import is_word, lines_of, word_lines
from copkit.importers.tables import Unreadable, is_workbook, sheets_of
from copkit.looking import is_there
from copkit.world.apart import apart

if TYPE_CHECKING:
    from copkit.render.meta import Meta


def unpacked(data: bytes) -> bytes:
    """A table as text: a workbook as its sheets, anything else as it is. Raises `Unreadable`."""
    if not is_workbook(data):
        return data
    try:
        made = apart(sheets_of, data, known=(Unreadable,))
    except Refused as problem:
        raise Unreadable(
            f"this workbook cannot be read: {problem.message}",
            "Open it in Excel, copy what is needed into a new workbook, save that as CSV UTF-8 and import it.",
        ) from problem
    assert isinstance(made, bytes)
    return made


def minutes_lines(data: bytes, name: str) -> list[str]:
    """The lines of minutes from elsewhere: Word in a child, anything else as text. Raises `Unreadable`."""
    if not is_word(data):
        return lines_of(data, name)
    try:
        made = apart(word_lines, data, known=(Unreadable,))
    except Refused as problem:
        fix = "Open it in Word, copy its text, and take that with “copkit notes take -”."
        raise Unreadable(f"this document cannot be read: {problem.message}", fix) from problem
    return lines_of(made)


def busy_times(data: bytes, first: date, last: date, free_too: bool = False) -> Compared:
    """As `calendars.busy` reads a calendar. Raises `NoCalendar`."""
    try:
        times, unplaced, passed = apart(_times, data, first, last, free_too, known=(NoCalendar,))
    except Refused as problem:
        told = f"this calendar cannot be read: {problem.message}"
        raise NoCalendar(told, "Export a shorter time of it.") from problem
    read = [Busy(datetime.fromisoformat(start), datetime.fromisoformat(end), what) for start, end, what in times]
    return Compared(tuple(read), tuple((title, why) for title, why in unplaced), passed)


def _times(data: bytes, first: date, last: date, free_too: bool) -> list[Any]:
    """In the child: the same as plain values."""
    times, unplaced, passed = busy(data, first, last, free_too)
    return [[(one.start.isoformat(), one.end.isoformat(), one.summary) for one in times], unplaced, passed]


def in_format(form: str, page: str, meta: "Meta", shadow: Path | None) -> bytes:
    """A page in a format; apart where a workspace has Typst or fonts of its own for it."""
    from copkit.render import FORMATS
    from copkit.render.problems import DocumentProblem, TemplateProblem

    if shadow is None or form != "pdf" or not any(is_there(shadow / name) for name in ("document.typ", "fonts")):
        return FORMATS[form](page, meta, shadow)
    made = apart(FORMATS[form], page, meta, shadow, known=(DocumentProblem, TemplateProblem))
    assert isinstance(made, bytes)
    return made
