"""An attendance report as the stays of people: one entry a person in the report, whatever shape it had."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from copkit import lexicon
from copkit.importers import columns as c
from copkit.importers import status
from copkit.importers.lengths import Scale, scale_of
from copkit.importers.marks import Marks
from copkit.importers.moments import Stamp, order_of, read_stamp, since_midnight
from copkit.importers.receipt import NOTHING_SAID, Decided, Left, Receipt, Said, pick_sheet
from copkit.importers.sections import Meeting, Table, headers_seen, meetings, worth
from copkit.importers.spans import Span, cut, total
from copkit.importers.stays import Row, Stay, stays_of, together
from copkit.importers.suggested import NoColumns, holds_times, one_column_of_marks, one_event, suggested
from copkit.importers.tables import Rows, Sheet, Unreadable, sheets_in
from copkit.people.shown import label, words

_SPELT = lexicon.spellings("report_words")


@dataclass(slots=True)
class Report:
    """What a file says: who was there, on which days, when it began and ended, and how many it says there were.

    `apologies` are names with their addresses; the receipt says how the file was read.
    """

    stays: tuple[Stay, ...]
    days: tuple[date, ...]
    span: Span | None = None
    stated: int | None = None
    apologies: tuple[tuple[str, str], ...] = ()
    source: str = ""
    meetings: int = 1
    receipt: Receipt = field(default_factory=Receipt)


def read_report(data: bytes, day: date, plan: Span, said: Said = NOTHING_SAID) -> Report:
    """The report in a file, as one of a session on `day` planned for `plan` (seconds of that day).

    Raises `Doubt` where what it says could be meant in several ways and `said` does not settle it, `NoColumns`
    where no column is known, with those that there are, and `Unreadable` where it is no report.
    """
    receipt = Receipt()
    rows = _rows(sheets_in(data, lambda rows: worth(rows, said.columns)), said, receipt)
    found = meetings(rows, said.columns, day)
    if not found:
        raise NoColumns(headers_seen(rows[:40]), suggested(rows[:40]))
    order = _order(list(_stamps(found)), day, receipt)
    read = [_Reader(meeting, order, day, plan, said).report() for meeting in found]
    best = max(read, key=lambda report: (day in report.days, _overlap(report.span, plan), len(report.stays)))
    best.source, best.meetings = _source(rows[:60]), len(found)
    best.receipt.sheet, best.receipt.sheets_left = receipt.sheet, receipt.sheets_left
    best.receipt.left_out[:0] = receipt.left_out
    best.receipt.decided[:0] = receipt.decided
    if not best.stays and not best.apologies and not best.receipt.left_out:
        raise NoColumns(headers_seen(rows[:40]), suggested(rows[:40]))
    if not best.stays and not best.apologies:
        raise Unreadable("by what this file says, nobody was there", _left(best.receipt))
    return best


def _rows(sheets: Sequence[Sheet], said: Said, receipt: Receipt) -> Rows:
    """The rows of the sheet that is meant; sheets that are parts of one report follow each other."""
    seen = [one for one in sheets if not one.hidden and any(map(any, one.rows))]
    if not said.sheet and len(seen) > 1 and all(c.plain(one.name) in _PARTS for one in seen):
        receipt.sheet = ", ".join(one.name for one in seen)
        receipt.sheets_left = [Left(one.name, "hidden") for one in sheets if one.hidden]
        return [row for one in seen for row in ([one.name], *one.rows)]
    taken = pick_sheet(sheets, lambda rows: worth(rows, said.columns), said, receipt)
    return taken[0].rows if taken else []


_PARTS = frozenset((*_SPELT["summary"], *_SPELT["section"]))


def _left(receipt: Receipt) -> str:
    left = "; ".join(f"{one.what}: {one.why}" for one in receipt.left_out[:6])
    return f"{left}." if left else ""


def _order(stamps: Sequence[Stamp], day: date, receipt: Receipt) -> str:
    """The order of day and month in the file; the receipt says which where it could be another."""
    order = order_of(stamps, day)
    if order != "dmy" and any(len(set(stamp.days.values())) > 1 for stamp in stamps):
        receipt.decided.append(
            Decided(
                "Dates", lexicon.table("imports.orders")[order], "only so do they fall on the day of the session"
            )
        )
    return order


def _overlap(span: Span | None, plan: Span) -> int:
    return total(cut([span], plan)) if span else 0


_MAKERS = lexicon.meanings("report_makers")


def _source(rows: Iterable[list[str]]) -> str:
    """Whose report it is, by the words that only that maker uses."""
    known = (_MAKERS.get(c.plain(cell)) for row in rows for cell in row if cell)
    return next((maker for maker in known if maker), "")


def _stamps(found: Iterable[Meeting]) -> Iterator[Stamp]:
    for meeting in found:
        texts = [meeting.facts.get(name, "") for name in (c.START, c.END)]
        for table in meeting.tables:
            texts += [cell for name in (c.JOIN, c.LEAVE, c.WHEN, c.UTC) for cell in table.column(name)]
        yield from (stamp for text in texts if text and (stamp := read_stamp(text)) is not None)


class _Reader:
    """One meeting's tables, read in the order of day and month that holds for the file."""

    def __init__(self, meeting: Meeting, order: str, day: date, plan: Span, said: Said) -> None:
        self.meeting, self.order, self.day, self.plan, self.said = meeting, order, day, plan, said
        self.days: dict[date, None] = {}
        self.receipt = Receipt()
        self.apologies: dict[tuple[str, str], None] = {}

    def report(self) -> Report:
        start, end = (self.moment(self.meeting.facts.get(name, "")) for name in (c.START, c.END))
        tables = [(table, list(self.rows(table))) for table in self._tables()]
        starts = [row.start for _, rows in tables for row in rows if row.start is not None]
        ends = [row.end for _, rows in tables for row in rows if row.end is not None]
        ends += [row.start for table, rows in tables for row in rows if row.start is not None and _is_events(table)]
        starts += [start] if start is not None else []
        ends += [end] if end is not None else []
        edges = (min(starts, default=None), max(ends, default=None))
        stays = together([stay for table, rows in tables for stay in stays_of(rows, edges, _is_events(table))])
        times = [*starts, *ends]
        span = (min(times), max(times)) if times else None
        there = {stay.name.casefold() for stay in stays}
        self.receipt.left_out = [
            one for one in dict.fromkeys(self.receipt.left_out) if one.what.casefold() not in there
        ]
        away = tuple(self.apologies)
        stated = self.meeting.facts.get(c.COUNT, "")
        days = tuple(sorted(self.days)) or (self.day,)
        number = int(stated) if stated.isdecimal() else None
        return Report(tuple(stays), days, span, number, away, receipt=self.receipt)

    def _tables(self) -> list[Table]:
        """The tables of people. One of reactions only is of no use beside those that know of times."""
        return [table for table in self.meeting.tables if c.TIMES & set(table.fields)] or self.meeting.tables

    def rows(self, table: Table) -> Iterator[Row]:
        if not self.said.columns:
            one_event(table)
            one_column_of_marks(table)
        marks, scale = Marks(table, self.said), self._scale(table)
        hidden = holds_times(table)
        if hidden and not c.tells_how_long(table.fields) and not self.said.columns:
            raise NoColumns(hidden, suggested([table.heads, *table.rows]), "times")
        untold = bool(hidden or {*c.TIMES, c.UPN} & set(table.fields) or self.said.registered)
        self._columns(table)
        for cells in table.rows:
            name, email = _who(table, cells)
            if not (name or email) or name.casefold() in _SPELT["total"]:
                continue
            row = self._row(table, cells, scale)._replace(name=name, email=email)
            state, why = marks.of(cells, row, self._on_another_day(table, cells))
            if state == status.APOLOGIES:
                self.apologies[name, email] = None
            if state in (status.PRESENT, status.PART):
                yield row._replace(untold=untold or state == status.PART)
            else:
                self.receipt.left_out.append(Left(label(name, email), why))

    def _columns(self, table: Table) -> None:
        for name, column in table.fields.items():
            self.receipt.columns.setdefault(table.heads[column], name)
        self.receipt.not_read += [one for one in table.unread() if one not in self.receipt.not_read]

    def _row(self, table: Table, cells: list[str], scale: Scale) -> Row:
        if _is_events(table):
            utc = c.UTC in table.fields
            action = table.cell(cells, c.ACTION).casefold()
            when = self.moment(table.cell(cells, c.UTC if utc else c.WHEN), utc=utc)
            return Row("", "", when, joins=_joins(action))
        start, end = (self.moment(table.cell(cells, part)) for part in (c.JOIN, c.LEAVE))
        text = table.cell(cells, c.SECONDS) or table.cell(cells, c.MINUTES)
        unread = any(table.cell(cells, part) and time is None for part, time in ((c.JOIN, start), (c.LEAVE, end)))
        if unread or (start is not None and end is not None and end < start):
            start = end = None  # half of it says nothing of how long somebody was there
        return Row("", "", start, end, scale.read(text) if text else None)

    def _scale(self, table: Table) -> Scale:
        """The unit of the column of lengths, by its header, its values and how long the meeting was."""
        if c.SECONDS in table.fields:
            return Scale(1)
        if c.MINUTES not in table.fields:
            return Scale()
        ends = [[self._quietly(cell) for cell in table.column(part)] for part in (c.JOIN, c.LEAVE)]
        spans = [_between(start, end) for start, end in zip(*ends, strict=True)]
        whole = _between(*(self._quietly(self.meeting.facts.get(name, "")) for name in (c.START, c.END)))
        longest = max([self.plan[1] - self.plan[0], whole or 0, *(span or 0 for span in spans)])
        header, texts = table.heads[table.fields[c.MINUTES]], table.column(c.MINUTES)
        made = scale_of(header, texts, spans, longest, self.said)
        if made.decided is not None and made.decided not in self.receipt.decided:
            self.receipt.decided.append(made.decided)
        return made

    def _quietly(self, text: str) -> int | None:
        stamp = read_stamp(text) if text else None
        return since_midnight(stamp, self.order, self.day) if stamp is not None else None

    def _on_another_day(self, table: Table, cells: list[str]) -> bool:
        from copkit.importers.registers import means

        text = table.cell(cells, c.DATE)
        return bool(text) and means(text, self.day) is False

    def moment(self, text: str, *, utc: bool = False) -> int | None:
        """A time as seconds from the start of the session's day; days that are met are kept."""
        stamp = read_stamp(text, utc=utc) if text else None
        if stamp is None:
            return None
        if stamp.days:
            self.days[stamp.days.get(self.order) or next(iter(stamp.days.values()))] = None
        return since_midnight(stamp, self.order, self.day)


def _is_events(table: Table) -> bool:
    return c.ACTION in table.fields and bool({c.WHEN, c.UTC} & set(table.fields))


def _who(table: Table, cells: list[str]) -> tuple[str, str]:
    """The name and the address in a row; a shown name with the first and last name beside it, where they differ."""
    shown, first, last = (table.cell(cells, part) for part in (c.NAME, c.FIRST, c.LAST))
    parts = f"{first} {last}".strip()
    if not shown or set(words(parts)) <= set(words(shown)):
        name = shown or parts
    else:
        name = f"{shown} ({parts})" if first and last else f"{shown} {parts}"
    email = next((mail for mail in (table.cell(cells, c.EMAIL), table.cell(cells, c.UPN)) if "@" in mail), "")
    return " ".join(name.split()), email.strip().casefold()


def _between(start: int | None, end: int | None) -> int | None:
    return end - start if start is not None and end is not None else None


def _joins(action: str) -> bool | None:
    if any(word in action for word in _SPELT["left"]):
        return False
    return True if any(word in action for word in _SPELT["joined"]) else None
