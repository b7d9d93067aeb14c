"""Which session stands for which meeting of the rhythm, and what becomes of the plans that nobody touched.

What is kept goes first: it stands for the meeting of its day, else of its number, else for the nearest, so that the
year has as many meetings as were asked for. What is left is for plans that may be made, made anew or taken away.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from itertools import chain, count
from typing import NamedTuple

from copkit.schedule.rhythm import Meeting
from copkit.workspace import Session


class Aligned(NamedTuple):
    """The meetings that kept sessions stand for, the rest with the plan that gives way to each, and plans too many.

    The rest have the numbers that no kept session has, so that their places and times are still to be asked.
    """

    stands: dict[str, Meeting]
    rest: tuple[tuple[int, date, Session | None], ...]
    gone: tuple[Session, ...]


def align(
    sessions: Sequence[Session], meetings: Sequence[Meeting], loose: Collection[str], ours: Collection[str]
) -> Aligned:
    """The sessions of a year beside its meetings. `loose` may be redone; `ours` were planned by the rhythm once."""
    kept = [one for one in sessions if one.id not in loose]
    spare = [one for one in sessions if one.id in loose]
    stands = _stand(kept, meetings, {first_day(one) for one in spare}, ours)
    left = [one for one in meetings if one not in stands.values()]
    numbers = _numbers(left, meetings, {one.plan.number for one in kept})
    olds = _give_way(left, spare)
    rest = tuple((number, one.date, old) for number, one, old in zip(numbers, left, olds, strict=True))
    return Aligned(stands, rest, tuple(one for one in spare if one not in olds))


def first_day(session: Session) -> date:
    """The day that a session was first planned for: it stays in its year when it moves out of it."""
    return date.fromisoformat(session.id[:10])


def _stand(
    kept: Sequence[Session], meetings: Sequence[Meeting], taken: Collection[date], ours: Collection[str]
) -> dict[str, Meeting]:
    """The meeting that each kept session stands for, where there is one; each meeting once."""
    left = {one.date: one for one in meetings}
    numbered = {one.number: one.date for one in meetings}
    found: dict[str, Meeting] = {}

    def settle(pick: Callable[[Session], date | None]) -> None:
        for one in kept:
            if one.id not in found and (day := pick(one)) is not None and day in left:
                found[one.id] = left.pop(day)

    def by_number(one: Session) -> date | None:
        day = numbered.get(one.plan.number or 0)
        return None if day in taken and one.id not in ours else day  # who adds a session takes none away

    def nearest(one: Session) -> date | None:
        if one.id not in ours or one.cancelled:
            return None
        return min(left, key=lambda day: (abs(day - one.date), day), default=None)

    settle(first_day)
    settle(lambda one: one.date)
    settle(by_number)
    settle(nearest)
    return found


def _numbers(left: Sequence[Meeting], meetings: Sequence[Meeting], used: Collection[int | None]) -> list[int]:
    """A number for each meeting that is left: its own, or one that no other session of the year has."""
    own = {one.number for one in left} - set(used)
    others = chain((one.number for one in meetings), count(len(meetings) + 1))
    free = (number for number in others if number not in used and number not in own)
    return [one.number if one.number in own else next(free) for one in left]


def _give_way(left: Sequence[Meeting], spare: Sequence[Session]) -> list[Session | None]:
    """The plan that each meeting's takes the place of: that of its day, else one of its month."""
    of_day = {first_day(one): one for one in spare}
    days = {one.date for one in left}
    others = [one for one in spare if first_day(one) not in days]
    found: list[Session | None] = []
    for meeting in left:
        month = (meeting.date.year, meeting.date.month)
        old = of_day.get(meeting.date) or next((o for o in others if (o.date.year, o.date.month) == month), None)
        if old in others:
            others.remove(old)
        found.append(old)
    return found
