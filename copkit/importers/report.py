"""An attendance report as the stays of people: one entry a person in the report, whatever shape it had."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from copkit import lexicon
from copkit.importers import columns as c
from copkit.importers.durations import read_duration
from copkit.importers.moments import Stamp, order_of, read_stamp, since_midnight
from copkit.importers.sections import Meeting, Table, headers_seen, meetings, worth
from copkit.importers.spans import Span, cut, total, union
from copkit.importers.tables import Unreadable, rows_of

_SPELT = lexicon.spellings("report_words")
_DAY = 86_400
_SLACK = 90


class Row(NamedTuple):
    """A line of a report. Times are seconds from the start of the session's day; `seconds` is a stated length."""

    name: str
    email: str
    start: int | None = None
    end: int | None = None
    seconds: int | None = None
    joins: bool | None = None


@dataclass(slots=True)
class Stay:
    """Somebody in a report: name, address, when there, and the length that is stated.

    `spans` are known to the second; `around` is from the first joining to the last leaving, with gaps unknown.
    """

    name: str
    email: str
    spans: list[Span] = field(default_factory=list)
    around: list[Span] = field(default_factory=list)
    seconds: int | None = None

    def within(self, window: Span | None) -> int | None:
        """The seconds that this person was there, of a window where one is given; None where nobody knows."""
        if self.spans:
            return total(cut(self.spans, window) if window else self.spans)
        if self.seconds is None:
            return None
        most = total(cut(self.around, window) if window else self.around) if self.around else self.seconds
        return min(self.seconds, most)

    def add(self, other: "Stay") -> None:
        """The same person's other rows: spans are put together, stated lengths added up."""
        if not self.spans or not other.spans:  # one of them knows only a length: so does the sum
            mine, theirs = self.within(None), other.within(None)
            self.around = union([*(self.spans or self.around), *(other.spans or other.around)])
            self.seconds = mine + theirs if mine is not None and theirs is not None else _either(mine, theirs)
            self.spans = []
        else:
            self.spans = union([*self.spans, *other.spans])
        self.email = self.email or other.email


def _either(first: int | None, second: int | None) -> int | None:
    return second if first is None else first


class Report(NamedTuple):
    """What a file says: who was there, on which days, when it began and ended, and how many it says there were."""

    source: str
    stays: tuple[Stay, ...]
    days: tuple[date, ...]
    span: Span | None = None
    stated: int | None = None
    meetings: int = 1


def read_report(data: bytes, day: date, plan: Span, chosen: Mapping[str, str] = {}) -> Report:
    """The report in a file, as one of a session on `day` planned for `plan` (seconds of that day).

    `chosen` says by plain header what a column holds, where copkit does not know. Raises `Unreadable` where no
    column is known, with those that there are.
    """
    rows = rows_of(data, lambda rows: worth(rows, chosen))
    found = meetings(rows, chosen)
    if not found:
        raise NoColumns(headers_seen(rows[:40]))
    order = order_of(_stamps(found), day)
    read = [_Reader(meeting, order, day).report() for meeting in found]
    best = max(read, key=lambda report: (day in report.days, _overlap(report.span, plan), len(report.stays)))
    return best._replace(source=_source(rows[:60]), meetings=len(found))


class NoColumns(Unreadable):
    """A table without a column of names that copkit knows; `headers` are what it has."""

    def __init__(self, headers: list[str]) -> None:
        super().__init__("no column of this file is known to hold names")
        self.headers = headers


def _overlap(span: Span | None, plan: Span) -> int:
    return total(cut([span], plan)) if span else 0


_MAKERS = lexicon.meanings("report_makers")


def _source(rows: Iterable[list[str]]) -> str:
    """Whose report it is, by the words that only that maker uses."""
    known = (_MAKERS.get(c.plain(cell)) for row in rows for cell in row if cell)
    return next((maker for maker in known if maker), "")


def _stamps(found: Iterable[Meeting]) -> Iterator[Stamp]:
    for meeting in found:
        for name in (c.START, c.END):
            if (stamp := read_stamp(meeting.facts.get(name, ""))) is not None:
                yield stamp
        for table in meeting.tables:
            columns = [table.fields[name] for name in (c.JOIN, c.LEAVE, c.WHEN, c.UTC) if name in table.fields]
            for row in table.rows:
                for column in columns:
                    if column < len(row) and (stamp := read_stamp(row[column])) is not None:
                        yield stamp


class _Reader:
    """One meeting's tables, read in the order of day and month that holds for the file."""

    def __init__(self, meeting: Meeting, order: str, day: date) -> None:
        self.meeting, self.order, self.day = meeting, order, day
        self.days: dict[date, None] = {}

    def report(self) -> Report:
        start, end = (self.moment(self.meeting.facts.get(name, "")) for name in (c.START, c.END))
        tables = [(table, list(self.rows(table))) for table in self._tables()]
        times = [time for _, rows in tables for row in rows for time in (row.start, row.end) if time is not None]
        times += [time for time in (start, end) if time is not None]
        span = (min(times), max(times)) if times else None
        stays = _together([stay for table, rows in tables for stay in _stays(rows, span, _is_events(table))])
        stated = self.meeting.facts.get(c.COUNT, "")
        days = tuple(sorted(self.days)) or (self.day,)
        return Report("", tuple(stays), days, span, int(stated) if stated.isdecimal() else None)

    def _tables(self) -> list[Table]:
        """The tables of people. One of reactions only is of no use beside those that know of times."""
        times = {c.JOIN, c.MINUTES, c.SECONDS, c.ACTION}
        return [table for table in self.meeting.tables if times & set(table.fields)] or self.meeting.tables

    def rows(self, table: Table) -> Iterator[Row]:
        utc = c.UTC in table.fields
        for cells in table.rows:
            name, email = _who(table, cells)
            if not (name or email) or name.casefold() in _SPELT["total"] or _not_there(table, cells):
                continue
            if _is_events(table):
                action = table.cell(cells, c.ACTION).casefold()
                when = self.moment(table.cell(cells, c.UTC if utc else c.WHEN), utc=utc)
                yield Row(name, email, when, joins=_joins(action))
            else:
                start, end = (self.moment(table.cell(cells, part)) for part in (c.JOIN, c.LEAVE))
                yield Row(name, email, start, end, _length(table, cells))

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
    name = table.cell(cells, c.NAME) or " ".join(
        part for part in (table.cell(cells, c.FIRST), table.cell(cells, c.LAST)) if part
    )
    email = next((mail for mail in (table.cell(cells, c.EMAIL), table.cell(cells, c.UPN)) if "@" in mail), "")
    return " ".join(name.split()), email.strip().casefold()


def _not_there(table: Table, cells: list[str]) -> bool:
    waiting, attended = table.cell(cells, c.WAITING).casefold(), table.cell(cells, c.ATTENDED).casefold()
    empty = c.ATTENDED in table.fields and not attended
    return waiting in _SPELT["waiting"] or attended in _SPELT["absent"] or empty


def _joins(action: str) -> bool | None:
    if any(word in action for word in _SPELT["left"]):
        return False
    return True if any(word in action for word in _SPELT["joined"]) else None


def _length(table: Table, cells: list[str]) -> int | None:
    if seconds := table.cell(cells, c.SECONDS):
        return read_duration(seconds, unit=1)
    return read_duration(table.cell(cells, c.MINUTES))


def _stays(rows: list[Row], span: Span | None, events: bool) -> list[Stay]:
    by_who: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        by_who.setdefault((row.name.casefold(), row.email), []).append(row)
    return [_from_events(group, span) if events else _from_rows(group, span) for group in by_who.values()]


def _from_rows(rows: list[Row], span: Span | None) -> Stay:
    """A person's lines. A stated length that is shorter than the time from joining to leaving has gaps in it."""
    made: Stay | None = None
    for row in rows:
        stay = Stay(row.name, row.email, seconds=row.seconds)
        start = row.start if row.start is not None or row.end is None else span[0] if span else None
        end = row.end if row.end is not None or row.start is None or span is None else span[1]
        if start is not None and end is not None:
            if row.end is None and row.seconds is not None:
                end = min(end, start + row.seconds)
            if row.seconds is not None and row.seconds + _SLACK < end - start:
                stay.around = [(start, end)]
            elif end > start:
                stay.spans = [(start, end)]
        if made is None:
            made = stay
        else:
            made.add(stay)
    assert made is not None
    return made


def _from_events(rows: list[Row], span: Span | None) -> Stay:
    """A person's comings and goings. Two devices count down only where every joining has its leaving."""
    timed = sorted((row for row in rows if row.start is not None), key=lambda row: (row.start or 0, not row.joins))
    joins = sum(row.joins is True for row in timed)
    balanced = 2 * joins == len(timed)
    spans, depth, since = list[Span](), 0, span[0] if span else 0
    for index, row in enumerate(timed):
        now = row.start or 0
        if row.joins:
            since = now if depth == 0 else since
            depth = depth + 1 if balanced else 1
        elif row.joins is False and (depth or index == 0):
            depth = max(depth - 1, 0) if balanced else 0
            if depth == 0:
                spans.append((since, now))
    if depth and span:
        spans.append((since, span[1]))
    return Stay(rows[0].name, rows[0].email, union(spans))


def _together(stays: list[Stay]) -> list[Stay]:
    """One stay a person: by address, and by name where only one address goes with it. What knows the spans wins."""
    emails: dict[str, set[str]] = {}
    for stay in stays:
        if stay.email:
            emails.setdefault(stay.name.casefold(), set()).add(stay.email)
    found: dict[str, Stay] = {}
    for stay in stays:
        name, known = stay.name.casefold(), emails.get(stay.name.casefold(), set())
        key = stay.email or (next(iter(known)) if len(known) == 1 else f"name:{name}")
        if key not in found:
            found[key] = stay
        elif stay.spans and not found[key].spans:
            found[key].spans = stay.spans
        else:
            found[key].spans = union([*found[key].spans, *stay.spans])
    return list(found.values())
