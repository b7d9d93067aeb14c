"""Two years side by side: numbers, and a word only where both are of enough to say it."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.citing import Figured
from copkit.documents.saying import fraction
from copkit.metrics.base import say_value
from copkit.metrics.value import FEWEST, Value

say = lexicon.Words("front.years")

ROWS = (("D1", ""), ("M2", ""), ("R1", ""), ("W1", "on time"), ("V4", "response"), ("A2", ""))
"""Meetings held, people, organisations of scope, actions on time, forms of people, places that use an idea."""
MOST = 3
SAME = Fraction(1, 10)
"""What changed by less is about the same: ten points of a share, a tenth of a count."""


class Beside(NamedTuple):
    """What was counted in both years, as it is said, and how they compare; no word where too few were counted."""

    what: str
    now: str
    before: str
    word: str
    code: str


def beside(now: Figured, before: Figured) -> tuple[Beside, ...]:
    """What both years have on record, six rows at most."""
    return tuple(_rows(now, before))


def in_one_line(rows: tuple[Beside, ...], label: str) -> str:
    """The first of them that can be compared in one sentence; empty without any."""
    told = [row for row in rows if row.word][:MOST]
    said = [say("row", word=row.word, what=row.what, now=row.now, before=row.before) for row in told]
    return say("one_line", label=label, rows="; ".join(said)) if said else ""


def _rows(now: Figured, before: Figured) -> Iterator[Beside]:
    for code, label in ROWS:
        one, other = now.figure(code, label), before.figure(code, label)
        if one is None or other is None or not (_told(one.amount) and _told(other.amount)):
            continue
        what = say.table("rows")[code]
        yield Beside(what, _said(one.amount), _said(other.amount), _word(one.amount, other.amount), code)


def _told(value: Value) -> bool:
    return value.is_counted and value.of != 0


def _said(value: Value) -> str:
    return fraction(value) if value.of is not None else say_value(value.counted)


def _word(now: Value, before: Value) -> str:
    """`more`, `fewer` or `about the same`; no word of fewer than ten."""
    if min(_base(now), _base(before)) < FEWEST:
        return ""
    change = _size(now) - _size(before)
    least = SAME if now.of is not None else SAME * _size(before)
    if abs(change) < least:
        return say("same")
    return say("more") if change > 0 else say("fewer")


def _base(value: Value) -> float:
    return value.of if value.of is not None else value.counted


def _size(value: Value) -> Fraction:
    return Fraction(value.counted) / Fraction(value.of if value.of is not None else 1)
