"""What the columns of a table seem to hold, by what stands in them: a line for somebody to look at and type."""

import re
from collections.abc import Sequence

from copkit import lexicon
from copkit.importers.columns import (
    ATTENDED,
    CHOOSABLE,
    EMAIL,
    FIRST,
    JOIN,
    LAST,
    LEAVE,
    MINUTES,
    NAME,
    REGISTERED,
    REGISTERING,
    SIGNED,
    TIMES,
    field_of,
    fields_of,
    option,
    plain,
)
from copkit.importers.durations import read_duration
from copkit.importers.lengths import names_a_unit
from copkit.importers.moments import read_stamp
from copkit.importers.receipt import Choice, Doubt, Said
from copkit.importers.sections import Table, headers_seen
from copkit.importers.status import bare, meaning_of
from copkit.importers.tables import Rows, Unreadable
from copkit.patterns import when_used

_NAME = re.compile(r"[^\W\d_]+[\w'’.-]*(?: [^\W\d_]+[\w'’.-]*){1,4}(?: ?\(.*\))?")

_EVENT = frozenset(lexicon.spellings("report_words")["event"])
_NUMBER = when_used(r"\d+(?:[.,]\d+)? ?%?")


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


def one_event(table: Table) -> None:
    """Raise where a list without times is of several events: who is on it need not have come to this session."""
    for at, header in enumerate(table.heads):
        if plain(header) in _EVENT and not TIMES & set(table.fields):
            events = dict.fromkeys(row[at] for row in table.rows if at < len(row) and row[at])
            if len(events) > 1:
                named = _named(table)
                every = Said({plain(head): field for field, head in named.items()})
                raise Doubt(
                    f"the list is of several events ({', '.join(f'“{one}”' for one in list(events)[:3])}): "
                    "leave the rows of this session alone in it",
                    [Choice(every, option(named), "all who are listed came to this session")],
                )


def _named(table: Table) -> dict[str, str]:
    """The headers of the columns that hold names, by their field."""
    return {field: table.heads[at] for field, at in table.fields.items() if field in (NAME, FIRST, LAST)}


def one_column_of_marks(table: Table) -> None:
    """Raise where several columns may say who came, or one does whose header is not known."""
    known = [header for header in table.heads if field_of(header, {}) == ATTENDED]
    short = not {SIGNED, REGISTERED, REGISTERING, *TIMES} & set(table.fields)
    strange = (
        []
        if ATTENDED in table.fields
        else [
            header
            for header, cells in table.unread().items()
            if _are_marks(cells, short) or (short and _counts_meetings(header, cells))
        ]
    )
    if len(known) > 1 or strange:
        named = _named(table)
        choices = [_choice({**named, ATTENDED: header}, header) for header in known or strange]
        if strange and short:
            every = Said({plain(header): field for field, header in named.items()})
            choices.append(Choice(every, option(named), "none of them: all who are listed came"))
        what = "several columns may say" if len(known) > 1 else "a column that is not known may say"
        raise Doubt(f"{what} who came: {', '.join(f'“{header}”' for header in known or strange)}", choices)


def _choice(pairs: dict[str, str], header: str) -> Choice:
    said = Said({plain(head): field for field, head in pairs.items()})
    return Choice(said, option(pairs), f"“{header}” says who came")


def _are_marks(cells: Sequence[str], short: bool) -> bool:
    """Whether cells are words of attendance; yes and no alone, which stand in many columns, only where `short`."""
    meant = [cell for cell in cells if meaning_of(cell, {})]
    return 2 * len(meant) > len(cells) and (short or any(len(bare(cell)) > 5 for cell in meant))


def _counts_meetings(header: str, cells: Sequence[str]) -> bool:
    """Whether a column says how often somebody came, in numbers: not who came to one session."""
    spoken = any(field_of(word, {}) == ATTENDED for word in plain(header).split())
    return spoken and all(_NUMBER.fullmatch(cell) for cell in cells)


def suggested(rows: Rows) -> str:
    """An option that says which column is which, by its header or by what stands below; empty without a name."""
    heads = headers_seen(rows)
    at = next((at for at, row in enumerate(rows) if [cell for cell in row if cell] == heads), None)
    if at is None:
        return ""
    found = {field: rows[at][column] for field, column in fields_of(rows[at], {}).items() if field in CHOOSABLE}
    several = sum(map(bool, map(any, rows[at + 1 :]))) > 1
    for column, header in enumerate(rows[at]):
        cells = [row[column] for row in rows[at + 1 :] if column < len(row) and row[column]]
        if header and cells and field_of(header, {}) is None and not (several and len(set(cells)) == 1):
            _sort(header, cells, found)
    return option(found) if {NAME, FIRST, EMAIL} & found.keys() else ""


def _is_length(cell: str) -> bool:
    """Whether a clock without a day is a length: `01:30:00` beside a time of joining."""
    stamp = read_stamp(cell)
    return stamp is not None and not stamp.days and cell.count(":") == 2


def _sort(header: str, cells: Sequence[str], found: dict[str, str]) -> None:
    """Keep a header for the field that most of its cells look like, if none has it yet."""

    def most(looks: list[bool]) -> bool:
        return 2 * sum(looks) > len(cells)

    if most(["@" in cell for cell in cells]):
        found.setdefault(EMAIL, header)
    elif JOIN in found and most([_is_length(cell) for cell in cells]):
        found.setdefault(MINUTES, header)
    elif most([read_stamp(cell) is not None for cell in cells]):
        found.setdefault(LEAVE if JOIN in found else JOIN, header)
    elif most([bool(read_duration(cell)) and not cell.isdecimal() for cell in cells]) or names_a_unit(header):
        found.setdefault(MINUTES, header)
    elif most([bool(_NAME.fullmatch(cell)) for cell in cells]):
        found.setdefault(NAME, header)
