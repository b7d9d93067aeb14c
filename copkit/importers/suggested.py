"""What the columns of a table seem to hold, by what stands in them: a line for somebody to look at and type."""

import re
from collections.abc import Sequence

from copkit.importers.columns import EMAIL, JOIN, LEAVE, MINUTES, NAME, option
from copkit.importers.durations import read_duration
from copkit.importers.lengths import names_a_unit
from copkit.importers.moments import read_stamp
from copkit.importers.sections import Table, headers_seen
from copkit.importers.tables import Rows, Unreadable

_NAME = re.compile(r"[^\W\d_]+[\w'’.-]*(?: [^\W\d_]+[\w'’.-]*){1,4}(?: ?\(.*\))?")


class NoColumns(Unreadable):
    """A table whose names or times stand in no column that copkit knows: its headers, and an option that fits."""

    def __init__(self, headers: Sequence[str], option: str, what: str = "names") -> None:
        super().__init__(f"no column of this file is known to hold {what}")
        self.headers, self.option, self.what = list(headers), option, what


def holds_times(table: Table) -> list[str]:
    """The headers that are not known and have times below them, or lengths of time."""
    return [
        header
        for header, cells in table.unread().items()
        if 2 * sum(_is_time(cell) for cell in cells) > len(cells)
        or (names_a_unit(header) and any(cell.strip().isdecimal() for cell in cells))
    ]


def _is_time(cell: str) -> bool:
    return read_stamp(cell) is not None or (not cell.strip().isdecimal() and bool(read_duration(cell)))


def suggested(rows: Rows) -> str:
    """An option that says which column is which, by what stands below the headers; empty where no names do."""
    heads = headers_seen(rows)
    at = next((at for at, row in enumerate(rows) if [cell for cell in row if cell] == heads), None)
    if at is None:
        return ""
    found: dict[str, str] = {}
    for column, header in enumerate(rows[at]):
        cells = [row[column] for row in rows[at + 1 :] if column < len(row) and row[column]]
        if header and cells:
            _sort(header, cells, found)
    return option(found) if NAME in found or EMAIL in found else ""


def _sort(header: str, cells: Sequence[str], found: dict[str, str]) -> None:
    """Keep a header for the field that most of its cells look like, if none has it yet."""

    def most(looks: list[bool]) -> bool:
        return 2 * sum(looks) > len(cells)

    if most(["@" in cell for cell in cells]):
        found.setdefault(EMAIL, header)
    elif most([read_stamp(cell) is not None for cell in cells]):
        found.setdefault(LEAVE if JOIN in found else JOIN, header)
    elif most([bool(read_duration(cell)) for cell in cells]):
        found.setdefault(MINUTES, header)
    elif most([bool(_NAME.fullmatch(cell)) for cell in cells]):
        found.setdefault(NAME, header)
