"""A report cut into meetings: what is said of each as a whole, and its tables of people."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from copkit import lexicon
from copkit.importers import columns
from copkit.importers.registers import all_days, column_of, joined, with_comma
from copkit.importers.tables import Rows
from copkit.patterns import when_used

_SECTION = when_used(r"\d{1,2}\.\s*\S.*")
_DATA = when_used(r"@|\d[:.]\d\d|\d{4}")
"""An address, a time or a year: never in a header, and a person's role may well read “Attendee”."""
_TOP = 60
"""Rows in which the first header stands, if there is one."""
_WORDS = lexicon.spellings("report_words")
_SUMMARY, _PARTS = frozenset(_WORDS["summary"]), frozenset(_WORDS["section"])


class Table(NamedTuple):
    """One table: which column holds which field, its headers, and its rows."""

    fields: dict[str, int]
    rows: Rows
    heads: list[str]

    def cell(self, row: list[str], name: str) -> str:
        """The cell of a field in a row, or an empty text."""
        column = self.fields.get(name)
        return row[column] if column is not None and column < len(row) else ""

    def column(self, name: str) -> list[str]:
        """All cells of a field."""
        return [self.cell(row, name) for row in self.rows]

    def unread(self) -> dict[str, list[str]]:
        """The cells, where there are any, of each column whose header is not known."""
        taken, found = set(self.fields.values()), dict[str, list[str]]()
        for column, header in enumerate(self.heads):
            if header and column not in taken:
                cells = [row[column] for row in self.rows if column < len(row) and row[column]]
                if cells:
                    found[header] = cells
        return found


@dataclass(slots=True)
class Meeting:
    """One meeting of a report: its facts, such as when it began, and its tables."""

    facts: dict[str, str] = field(default_factory=dict)
    tables: list[Table] = field(default_factory=list)


def meetings(rows: Rows, chosen: Mapping[str, str], day: date) -> list[Meeting]:
    """The meetings of a report. One without a heading of its own begins where a header comes a second time.

    Of a register with a column a session, that of `day` says who came.
    """
    cutter = _Cutter(chosen, day)
    for row in rows:
        cutter.take(row)
    return [meeting for meeting in cutter.found if any(table.rows for table in meeting.tables)]


def worth(rows: Rows, chosen: Mapping[str, str]) -> int:
    """How well rows can be read as a report: the most columns known in one header."""
    known = (columns.fields_of(row, chosen) for row in rows[:_TOP])
    return max((len(fields) for fields in known if columns.is_header(fields)), default=0)


def is_part(title: str) -> bool:
    """Whether a text is the title of a part of a report, which ends the part above it and begins no meeting."""
    bare = columns.plain(title)
    return bare in _PARTS or any(bare.startswith(word) for word in _WORDS["section_begins"])


class _Cutter:
    def __init__(self, chosen: Mapping[str, str], day: date) -> None:
        self.chosen, self.day = chosen, day
        self.found = [Meeting()]
        self.table: Table | None = None
        self.facts: dict[str, int] | None = None
        self.fresh, self.part = True, False
        self.heads: list[str] = []

    def take(self, row: list[str]) -> None:
        given = [cell for cell in row if cell]
        if not given or (len(given) == 1 and self._begins(given[0])):
            self.fresh = True
            return
        fields = self._fields(row, given)
        self.fresh = False
        if columns.is_header(fields):
            self.heads = row
            self._header(fields, row)
        elif columns.is_summary(fields):
            self._new_meeting()
            self.table, self.facts = None, fields
        elif self.table is not None:
            row = joined(row, len(self.table.heads))
            self.table.rows.append(with_comma(row, len(self.table.heads), self.table.fields.get(columns.NAME)))
        elif self.facts is not None:
            self._facts_in(row)
        elif len(given := joined(given, 2)) == 2:
            self._fact(*given)

    def _fields(self, row: list[str], given: list[str]) -> dict[str, int]:
        """The fields of a row that may be a header; of a register the day's column says who came."""
        if not (self.fresh or self.table is None or self._again(row)):
            return {}
        if self.chosen or self._again(row) or not any(_DATA.search(cell) for cell in given):
            fields = columns.fields_of(row, self.chosen)
        else:
            fields = columns.fields_of(row, {}) if all_days(row, _DATA) else {}
        column = column_of(row, self.day) if columns.is_header(fields) and not self.chosen else None
        return fields if column is None else {**fields, columns.ATTENDED: column}

    def _again(self, row: list[str]) -> bool:
        """Whether a row is the header of the table that it stands in, once more."""
        return self.table is not None and row == self.heads

    def _begins(self, title: str) -> bool:
        """Whether a line is the title of a section, which ends the table above it."""
        is_summary = columns.plain(title) in _SUMMARY or title.startswith("1.")
        self.part = is_part(title)
        if not is_summary and not self.part and not _SECTION.fullmatch(title):
            return False
        if is_summary:
            self._new_meeting()
        self.table = self.facts = None
        return True

    def _new_meeting(self) -> None:
        if self.found[-1].tables or self.found[-1].facts:
            self.found.append(Meeting())

    def _header(self, fields: dict[str, int], row: list[str]) -> None:
        if not self.part and any(table.fields == fields for table in self.found[-1].tables):
            self._new_meeting()
        heads = list(row)
        while heads and not heads[-1]:
            heads.pop()
        self.table, self.facts, self.part = Table(fields, [], heads), None, False
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
    """The cells of the row that looks most like headers, for a person to choose from: the first row that is about
    as wide as the widest and has no address."""
    words = [[cell for cell in row if re.search(r"[^\W\d]", cell)] for row in rows]
    most = max(map(len, words), default=0)
    bare = [row for row in words if not any("@" in cell for cell in row)]
    return next((row for row in bare if row and 5 * len(row) >= 4 * most), next((row for row in words if row), []))
