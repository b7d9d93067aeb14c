"""The rows of a report as the stays of people: one entry a person, whatever shape the rows had."""

from dataclasses import dataclass, field
from typing import NamedTuple

from copkit.importers.spans import Span, cut, total, union

_SLACK = 90


class Row(NamedTuple):
    """A line of a report. Times are seconds from the start of the session's day; `seconds` is a stated length."""

    name: str
    email: str
    start: int | None = None
    end: int | None = None
    seconds: int | None = None
    joins: bool | None = None
    untold: bool = False


@dataclass(slots=True)
class Stay:
    """Somebody in a report: name, address, when there, and the length that is stated.

    `spans` are known to the second; `around` is from the first joining to the last leaving, with gaps unknown.
    `untold` means that the report tells how long people were there, and not how long this one was.
    """

    name: str
    email: str
    spans: list[Span] = field(default_factory=list)
    around: list[Span] = field(default_factory=list)
    seconds: int | None = None
    untold: bool = False

    @property
    def unknown(self) -> bool:
        """Whether it should be known how long this person was there, and is not."""
        return self.untold and not self.spans and self.seconds is None

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
        self.untold = self.untold or other.untold


def _either(first: int | None, second: int | None) -> int | None:
    return second if first is None else first


Edges = tuple[int | None, int | None]
"""When a meeting began and when it ended, as far as anything says so."""


def stays_of(rows: list[Row], span: Edges, events: bool) -> list[Stay]:
    """The stays of the rows of one table, a person each."""
    by_who: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        by_who.setdefault((row.name.casefold(), row.email), []).append(row)
    return [_from_events(group, span) if events else _from_rows(group, span) for group in by_who.values()]


def _from_rows(rows: list[Row], span: Edges) -> Stay:
    """A person's lines. A stated length that is shorter than the time from joining to leaving has gaps in it; one
    that is longer says that the times are wrong."""
    made: Stay | None = None
    for row in rows:
        stay = Stay(row.name, row.email, seconds=row.seconds, untold=row.untold)
        start = row.start if row.start is not None or row.end is None else span[0]
        end = row.end if row.end is not None or row.start is None else span[1]
        if row.start is not None and end is None and row.seconds is not None:
            end = row.start + row.seconds
        if start is not None and end is not None:
            if row.end is None and row.seconds is not None:
                end = min(end, start + row.seconds)
            if row.seconds is not None and row.seconds + _SLACK < end - start:
                stay.around = [(start, end)]
            elif end > start and (row.seconds is None or row.seconds <= end - start + _SLACK):
                stay.spans = [(start, end)]
        if made is None:
            made = stay
        else:
            made.add(stay)
    assert made is not None
    return made


def _from_events(rows: list[Row], span: Edges) -> Stay:
    """A person's comings and goings. Two devices count down only where every joining has its leaving."""
    timed = sorted((row for row in rows if row.start is not None), key=lambda row: (row.start or 0, not row.joins))
    joins = sum(row.joins is True for row in timed)
    balanced = 2 * joins == len(timed)
    spans, depth, since = list[Span](), 0, span[0] or 0
    for index, row in enumerate(timed):
        now = row.start or 0
        if row.joins:
            since = now if depth == 0 else since
            depth = depth + 1 if balanced else 1
        elif row.joins is False and (depth or index == 0):
            depth = max(depth - 1, 0) if balanced else 0
            if depth == 0:
                spans.append((since, now))
    if depth and span[1] is not None:
        spans.append((since, span[1]))
    return Stay(rows[0].name, rows[0].email, union(spans), untold=True)


def together(stays: list[Stay]) -> list[Stay]:
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
