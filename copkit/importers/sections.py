"""A report cut into meetings: what is said of each as a whole, and its tables of people."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from copkit import lexicon
from copkit.importers import columns
from copkit.importers.tables import Rows
from copkit.patterns import when_used

_SECTION = when_used(r"\d{1,2}\.\s*\S.*")
_DATA = when_used(r"@|\d[:.]\d\d|\d{4}")
"""An address, a time or a year: never in a header, and a person's role may well read “Attendee”."""
_TOP = 60
"""Rows in which the first header stands, if there is one."""
_SUMMARY = frozenset(lexicon.spellings("report_words")["summary"])


class Table(NamedTuple):
    """One table: which column holds which field, and its rows."""

    fields: dict[str, int]
    rows: Rows

    def cell(self, row: list[str], name: str) -> str:
        """The cell of a field in a row, or an empty text."""
        column = self.fields.get(name)
        return row[column] if column is not None and column < len(row) else ""


@dataclass(slots=True)
class Meeting:
    """One meeting of a report: its facts, such as when it began, and its tables."""

    facts: dict[str, str] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)


def meetings(rows: Rows, chosen: Mapping[str, str]) -> list[Meeting]:
    """The meetings of a report. One without a heading of its own begins where a header comes a second time."""
    cutter = _Cutter(chosen)
    for row in rows:
        cutter.take(row)
    return [meeting for meeting in cutter.found if any(table.rows for table in meeting.tables)]


def worth(rows: Rows, chosen: Mapping[str, str]) -> int:
    """How well rows can be read as a report: the most columns known in one header."""
    known = (columns.fields_of(row, chosen) for row in rows[:_TOP])
    return max((len(fields) for fields in known if columns.is_header(fields)), default=0)


class _Cutter:
    def __init__(self, chosen: Mapping[str, str]) -> None:
        self.chosen = chosen
        self.found = [Meeting()]
        self.table: Table | None = None
        self.facts: dict[str, int] | None = None
        self.fresh = True
        self.heads: list[str] = []

    def take(self, row: list[str]) -> None:
        given = [cell for cell in row if cell]
        if not given or (len(given) == 1 and self._begins(given[0])):
            self.fresh = True
            return
        may_head = (self.fresh or self.table is None) and (
            bool(self.chosen) or not any(_DATA.search(cell) for cell in given)
        )
        fields = columns.fields_of(row, self.chosen) if may_head or self._again(row) else {}
        self.fresh = False
        if columns.is_header(fields):
            self.heads = row
            self._header(fields)
        elif columns.is_summary(fields):
            self._new_meeting()
            self.table, self.facts = None, fields
        elif self.table is not None:
            self.table.rows.append(row)
        elif self.facts is not None:
            self._facts_in(row)
        elif len(given) == 2:
            self._fact(*given)

    def _again(self, row: list[str]) -> bool:
        """Whether a row is the header of the table that it stands in, once more."""
        return self.table is not None and row == self.heads

    def _begins(self, title: str) -> bool:
        """Whether a line is the title of a section, which ends the table above it."""
        is_summary = columns.plain(title) in _SUMMARY or title.startswith("1.")
        if not is_summary and not _SECTION.fullmatch(title):
            return False
        if is_summary:
            self._new_meeting()
        self.table = self.facts = None
        return True

    def _new_meeting(self) -> None:
        if self.found[-1].tables or self.found[-1].facts:
            self.found.append(Meeting())

    def _header(self, fields: dict[str, int]) -> None:
        if any(table.fields == fields for table in self.found[-1].tables):
            self._new_meeting()
        self.table, self.facts = Table(fields, []), None
        self.found[-1].tables.append(self.table)

    def _facts_in(self, row: list[str]) -> None:
        for name, column in (self.facts or {}).items():
            if column < len(row) and row[column]:
                self.found[-1].facts.setdefault(name, row[column])

    def _fact(self, label: str, value: str) -> None:
        name = columns.field_of(label, {})
        if name is not None:
            self.found[-1].facts.setdefault(name, value)


def headers_seen(rows: Iterable[list[str]]) -> list[str]:
    """The cells of the row that looks most like headers, for a person to choose from."""
    widest = max(rows, key=lambda row: sum(bool(re.search(r"[^\W\d]", cell)) for cell in row), default=[])
    return [cell for cell in widest if cell]
