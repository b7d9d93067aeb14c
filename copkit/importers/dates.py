"""Dates from a calendar that others publish: which are new to the programme's own, which stand there otherwise."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from copkit import lexicon
from copkit.calendars.busy import Busy, Compared
from copkit.calendars.entries import Why
from copkit.dates import ZONE
from copkit.visible import HIDDEN_IN_VALUE
from copkit.workspace import fold

LONGEST = 120
"""The longest title that is a name for a date; anything longer is a message."""
_NEAR = timedelta(days=31)
"""So far off is an entry of the same name the same one moved; the half-terms lie further from each other."""
_MOMENT, _DAY = timedelta(microseconds=1), timedelta(days=1)


class Span(NamedTuple):
    """A date, or a run of dates, with its name."""

    name: str
    first: date
    last: date


class Dates(NamedTuple):
    """What a calendar adds; what stands there already on other days, with what the file says; what is left out."""

    new: list[Span]
    known: int
    changed: list[tuple[Span, Span]]
    unplaced: list[Why]
    over: int


def dates_of(read: Compared, there: Sequence[Span], today: date) -> Dates:
    """What the entries of a calendar add to those that are there. What is over by today is left out."""
    spans, untitled = _spans(read.times)
    coming = [one for one in spans if one.last >= today]
    kept = {_key(one) for one in there}
    new = [one for one in coming if _key(one) not in kept]
    given = {_key(one) for one in coming}
    others = [one for one in there if one.last >= today and _key(one) not in given]
    changed = _changed(others, new)
    moved = {_key(one) for _, one in changed}
    added = [one for one in new if _key(one) not in moved]
    known = len(coming) - len(new)
    return Dates(added, known, changed, [*read.unplaced, *untitled], len(spans) - len(coming))


def item_of(span: Span, treat: str) -> dict[str, Any]:
    """An entry for the file of the programme's calendar."""
    one_day = span.first == span.last
    days = {"date": span.first} if one_day else {"from": span.first, "to": span.last}
    return {"name": span.name, **days, "treat": treat}


def _spans(times: Iterable[Busy]) -> tuple[list[Span], list[Why]]:
    """The days of the entries in order, those of one name that follow each other as one run; and the nameless."""
    found: dict[str, list[Span]] = {}
    nameless: list[Why] = []
    for span in sorted({_span(one) for one in times}, key=lambda one: (one.first, one.last, one.name)):
        if why := _no_name(span.name):
            nameless.append((f"{span.first}, {span.name}", why))
            continue
        run = found.setdefault(fold(span.name), [])
        if run and span.first <= run[-1].last + _DAY:
            run[-1] = run[-1]._replace(last=max(run[-1].last, span.last))
        else:
            run.append(span)
    return sorted((one for run in found.values() for one in run), key=lambda one: one[1:]), nameless


def _span(one: Busy) -> Span:
    """The days on clocks at home; an end at midnight is the end of the day before."""
    first, last = (moment.astimezone(ZoneInfo(ZONE)) for moment in (one.start, max(one.start, one.end - _MOMENT)))
    name = HIDDEN_IN_VALUE.sub("", " ".join(one.summary.split()))
    return Span(" ".join(name.split()), first.date(), last.date())


def _no_name(name: str) -> str:
    if name in ("", lexicon.text("calendar.without_a_title"), lexicon.text("calendar.busy")):
        return "it has no title"
    return f"its title is longer than {LONGEST} characters" if len(name) > LONGEST else ""


def _key(one: Span) -> tuple[str, date, date]:
    return fold(one.name), one.first, one.last


def _changed(others: Iterable[Span], new: Iterable[Span]) -> list[tuple[Span, Span]]:
    """Each entry that is there on days which the file does not say, with the nearest of its name that it does."""
    left, pairs = list(new), []
    for old in others:
        near = [one for one in left if fold(one.name) == fold(old.name) and abs(one.first - old.first) <= _NEAR]
        if near:
            pairs.append((old, min(near, key=lambda one: abs(one.first - old.first))))
            left.remove(pairs[-1][1])
    return pairs
