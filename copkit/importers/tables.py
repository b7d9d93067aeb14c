"""A file as rows of cells: text with commas, semicolons or tabs between them, or the sheets of a workbook."""

import csv
import datetime as dt
import io
import json
from collections.abc import Callable
from typing import Any, NamedTuple

from copkit.importers.hidden_rows import hidden_rows
from copkit.importers.text import decode

Rows = list[list[str]]

LARGEST = 20_000_000
_LARGEST_UNPACKED = 200_000_000
_BETWEEN = ("\t", ",", ";", "|")
_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_PDF = b"%PDF"
_LONGEST_CELL = 1_000_000
_MOST_CELLS = 2_000_000
_MOST_ABOVE = 1000
_SHEETS = b"\x00copkit sheets\n"
"""How the sheets of a workbook begin, once they are plain text."""


class Unreadable(Exception):
    """A file that is no table. `fix` says what to do instead."""

    def __init__(self, message: str, fix: str = "") -> None:
        super().__init__(message, fix)
        self.message, self.fix = message, fix

    def __str__(self) -> str:
        return self.message


class Sheet(NamedTuple):
    """A sheet of a workbook, the numbers of the rows that are hidden in it beside it."""

    name: str
    rows: Rows
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()


def rows_of(data: bytes, worth: Callable[[Rows], int]) -> Rows:
    """The rows of a file: of the sheets of a workbook one that is seen, and of those the one `worth` most."""
    best = max(sheets_in(data, worth), key=lambda one: (not one.hidden, worth(one.rows)), default=None)
    return best.rows if best is not None else []


def sheets_in(data: bytes, worth: Callable[[Rows], int]) -> list[Sheet]:
    """The sheets of a file; a text has one without a name, parted in the way that makes it `worth` most.

    Raises `Unreadable` where the file is no table at all. A workbook goes through `sheets_of` before.
    """
    if data.startswith(_SHEETS):
        return [Sheet(*one) for one in json.loads(data[len(_SHEETS) :])]
    return [Sheet("", _rows_of_text(data, worth))]


def _rows_of_text(data: bytes, worth: Callable[[Rows], int]) -> Rows:
    _require_size(data)
    if not data.strip(b"\x00 \t\r\n"):
        raise Unreadable("this file is empty", "Download it again.")
    if data.startswith(_PDF):
        raise Unreadable("this is a PDF, not a table", "Download it as CSV or as an Excel workbook.")
    if is_workbook(data):
        raise Unreadable("this is a workbook, not a table of text", "Save it as CSV UTF-8.")
    text = decode(data)
    if text.lstrip()[:200].lower().startswith(("<!doctype html", "<html")):
        raise Unreadable("this is a web page, not a table", "Download the report itself, as CSV.")
    first = text[:8].lower()
    if first.startswith("sep=") and len(text) > 4:  # Excel's own way of saying what parts the cells
        return parted(text.split("\n", 1)[-1], text[4])
    ways = [parted(text, mark) for mark in _BETWEEN if mark in text] or [parted(text, ",")]
    return max(ways, key=lambda rows: (worth(rows), _evenness(rows)))


def parted(text: str, mark: str) -> Rows:
    """The rows of a text whose cells are parted by a mark. A quote that is never closed swallows nothing."""
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = _tidy(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
        if all(cell.count("\n") < 60 for row in rows for cell in row):
            return rows
    except csv.Error:
        pass
    lines = io.StringIO(text, newline=None)
    return _tidy([cell.strip('"') for cell in line.rstrip("\n").split(mark)] for line in lines)


def _tidy(rows: Any) -> Rows:
    return [[cell.strip(" \t\r\u00a0\u200e\u200f\ufeff") for cell in row] for row in rows]


def _evenness(rows: Rows) -> tuple[int, int]:
    """How many rows have the width that is met most often, and that width; nothing for a single column."""
    widths: dict[int, int] = {}
    for row in rows:
        if len(row) > 1:
            widths[len(row)] = widths.get(len(row), 0) + 1
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def is_workbook(data: bytes) -> bool:
    """Whether a file is a workbook, by its first bytes."""
    return data.startswith(_WORKBOOK)


def _require_size(data: bytes) -> None:
    if len(data) > LARGEST:
        raise Unreadable(f"this file is too large ({len(data) // 1_000_000} MB; the most is 20)")


def sheets_of(data: bytes) -> bytes:
    """The sheets of a workbook as plain text, for `rows_of`; raises `Unreadable`."""
    return _SHEETS + json.dumps([(*_without_hidden(sheet),) for sheet in sheets(data)]).encode()


def sheets(data: bytes) -> list[Sheet]:
    """The sheets of a workbook; raises `Unreadable`. A hostile one can take all memory and end the process."""
    _require_size(data)
    _not_too_large(data)
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        raw = [(one, book.get_sheet_by_name(one.name)) for one in book.sheets_metadata]
        made = [_sheet(sheet, about.visible != SheetVisibleEnum.Visible) for about, sheet in raw]
    except (CalamineError, ValueError, OSError, KeyError) as problem:
        raise Unreadable(
            "this workbook cannot be read: it is damaged, or has a password",
            "Open it in Excel, save it as CSV UTF-8 and import that.",
        ) from problem
    if sum(len(row) for sheet in made for row in sheet.rows) > _MOST_CELLS:
        raise Unreadable(f"this workbook has more than {_MOST_CELLS:,} cells", "Save the sheet as CSV.")
    unseen = hidden_rows(data)
    return [sheet._replace(hidden_rows=unseen.get(sheet.name, ())) for sheet in made]


def _sheet(sheet: Any, hidden: bool) -> Sheet:
    """A sheet with its rows from the first, however many are empty above what is in it."""
    rows = [[_cell(value) for value in row] for row in sheet.to_python()]
    _fill_merged(rows, sheet)
    above = sheet.start[0] if sheet.start is not None else 0
    return Sheet(sheet.name, _tidy([*([] for _ in range(min(above, _MOST_ABOVE))), *rows]), hidden)


def _fill_merged(rows: Rows, sheet: Any) -> None:
    """A cell that is merged over several rows says the same of each of them."""
    first_row, first_column = sheet.start or (0, 0)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        column = left - first_column
        if left != right or not 0 <= top - first_row < len(rows):
            continue
        value = rows[top - first_row][column]
        for row in rows[top - first_row + 1 : bottom - first_row + 1]:
            row[column] = row[column] or value


def _without_hidden(sheet: Sheet) -> Sheet:
    """The sheet with its hidden rows emptied, so that the others keep their numbers."""
    unseen = set(sheet.hidden_rows)
    return sheet._replace(rows=[[] if at in unseen else row for at, row in enumerate(sheet.rows, 1)])


def _not_too_large(data: bytes) -> None:
    """A few kilobytes of ZIP can hold gigabytes."""
    import zipfile

    if not data.startswith(b"PK"):
        return
    try:
        size = sum(item.file_size for item in zipfile.ZipFile(io.BytesIO(data)).infolist())
    except (zipfile.BadZipFile, ValueError) as problem:
        raise Unreadable("this workbook is damaged", "Download it again.") from problem
    if size > _LARGEST_UNPACKED:
        raise Unreadable("this workbook is far too large when it is unpacked")


def _cell(value: Any) -> str:
    """A value of a workbook as it would stand in a CSV file: dates as 2026-06-09, lengths as h:mm:ss."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    if isinstance(value, dt.datetime):
        return value.isoformat(sep=" ", timespec="seconds")
    return "" if value is None else str(value)
