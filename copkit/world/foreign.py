"""Files of other programs, read in a process with limits: workbooks, calendars, pages by somebody's Typst."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copkit.calendars.busy import Busy, busy
from copkit.editing.refused import Refused
from copkit.findings import Finding, Position, Severity
from copkit.importers.tables import Unreadable, is_workbook, sheets_of
from copkit.workspace.looking import is_there
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


def busy_times(data: bytes, first: date, last: date, path: str) -> tuple[list[Busy], list[Finding]]:
    """As `calendars.busy` reads a calendar: its times, and what could not be placed."""
    try:
        times, found = apart(_times, data, first, last, path)
    except Refused as problem:
        told = f"this calendar cannot be read: {problem.message}"
        return [], [Finding("REF-08", Severity.ERROR, Position(path), told, "Export a shorter time of it.")]
    read = [Busy(datetime.fromisoformat(start), datetime.fromisoformat(end), what) for start, end, what in times]
    return read, [Finding("REF-08", Severity(grade), Position(path), told, fix) for grade, told, fix in found]


def _times(data: bytes, first: date, last: date, path: str) -> tuple[list[Any], list[Any]]:
    """In the child: the same as plain values."""
    times, findings = busy(data, first, last, path)
    return (
        [(one.start.isoformat(), one.end.isoformat(), one.summary) for one in times],
        [(one.severity.value, str(one.message), str(one.fix)) for one in findings],
    )


def in_format(form: str, page: str, meta: "Meta", shadow: Path | None) -> bytes:
    """A page in a format; apart where a workspace has Typst or fonts of its own for it."""
    from copkit.render import FORMATS
    from copkit.render.problems import DocumentProblem, TemplateProblem

    if shadow is None or form != "pdf" or not any(is_there(shadow / name) for name in ("document.typ", "fonts")):
        return FORMATS[form](page, meta, shadow)
    made = apart(FORMATS[form], page, meta, shadow, known=(DocumentProblem, TemplateProblem))
    assert isinstance(made, bytes)
    return made
