"""How long somebody was at a session, in hours that can be attested.

A certificate is for those who were there for at least three quarters of the time. Hours are rounded down to the
quarter hour, so that nobody is told more than was there to be learned. Participatory hours, which regulators ask
for apart, are those in which people learn from each other (NMC, “How to revalidate”): the time without the briefing
and the breaks. Nobody writes down which part somebody missed, so these are taken off in full.
"""

from collections.abc import Iterator
from typing import NamedTuple

from copkit.metrics.attendance import Attendance
from copkit.metrics.delivery import lasted
from copkit.metrics.facts import Facts
from copkit.models.base import UNKNOWN, Stayed
from copkit.workspace import Session, Shared
from copkit.workspace.running_order import RunningOrder, running_order

ENOUGH = 75
"""For how many per cent of the time somebody has to be there for a certificate."""
LISTENING = ("briefing", "break")
"""Kinds of item in which people do not take part."""


class Stay(NamedTuple):
    """One person at one session: the minutes present, and those that it lasted."""

    session: Session
    minutes: int
    whole: int
    shared: Shared

    @property
    def listening(self) -> int:
        """The minutes of the session in which people do not take part, by its running order."""
        items = self.order.items
        return min(self.whole, sum(item.segment.minutes for item in items if item.segment.kind in LISTENING))

    @property
    def order(self) -> RunningOrder:
        """The running order of the session."""
        return running_order(self.session, self.shared)

    @property
    def percent(self) -> int:
        """The share of the time in whole per cent, rounded down."""
        return self.minutes * 100 // self.whole if self.whole else 0

    @property
    def enough(self) -> bool:
        """Whether it was long enough for a certificate."""
        return self.whole > 0 and self.minutes * 100 >= self.whole * ENOUGH

    @property
    def hours(self) -> float:
        """The hours present, to the quarter hour below."""
        return quarters(self.minutes)

    @property
    def participatory(self) -> float:
        """The hours of taking part, to the quarter hour below."""
        return quarters(max(0, self.minutes - self.listening))


def quarters(minutes: int) -> float:
    """Minutes as hours, to the quarter hour below."""
    return minutes // 15 / 4


def stays(facts: Facts) -> dict[str, tuple[Stay, ...]]:
    """For everybody who came in the period, by id, each session with the time present; in order of date.

    Sessions at which nobody knows how long they were there are not among them: `untold` has those.
    """
    found: dict[str, list[Stay]] = {}
    for one in facts.attended:
        for key, stay in _at(facts, one):
            found.setdefault(key, []).append(stay)
    return {key: tuple(those) for key, those in found.items()}


def _at(facts: Facts, one: Attendance) -> Iterator[tuple[str, Stay]]:
    """Those who were at one session: for all of it, unless the notes give their minutes."""
    whole, part = lasted(one.session), _minutes(facts, one)
    for key in one.people:
        if (minutes := part.get(key, whole)) != UNKNOWN:
            yield key, Stay(one.session, min(whole, minutes), whole, facts.shared)


def untold(facts: Facts) -> dict[str, tuple[Session, ...]]:
    """Of everybody who came in the period, by id, the sessions at which nobody knows how long they were there."""
    found: dict[str, list[Session]] = {}
    for one in facts.attended:
        part = _minutes(facts, one)
        for key in one.people:
            if part.get(key) == UNKNOWN:
                found.setdefault(key, []).append(one.session)
    return {key: tuple(those) for key, those in found.items()}


def _minutes(facts: Facts, one: Attendance) -> dict[str, Stayed]:
    return {facts.who(who, one.session.date): minutes for who, minutes in one.notes.minutes.items()}
