"""Who was present, and who not for about the whole of it: the entries of a report, a person each."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from copkit.importers.report import Report
from copkit.importers.spans import Span, cut, total
from copkit.importers.stays import Stay
from copkit.models.base import UNKNOWN, Stayed

WHOLE = 0.9
"""Whoever was there for nine tenths of a session was there for about the whole of it."""
_EARLY = 30 * 60
"""Half an hour before and after a session, the room is open for it and for nothing else."""


_ROUNDED = 60
"""Reports round to the minute: what is that near to a session's hours is in them."""


class Presence(NamedTuple):
    """What is known of a session's attendance: ids in the order of the report, minutes of those who left or came
    late (or that they are unknown), how many guests, who sent apologies, and who was there only at another time."""

    present: tuple[str, ...]
    minutes: dict[str, Stayed]
    guests: int
    elsewhere: tuple[str, ...] = ()
    apologies: tuple[str, ...] = ()


def window_of(report: Report, plan: Span) -> tuple[Span | None, int | None]:
    """The part of the day that counts and its length in seconds.

    The planned hours count where the report covers half of them, else all that the report has. A meeting that
    ended early is as long as it was.
    """
    planned = plan[1] - plan[0]
    if report.span is None:
        return None, planned
    covered = total(cut([report.span], plan))
    if covered * 2 >= planned:
        return plan, covered
    longest = max((stay.within(None) or 0 for stay in report.stays), default=0)
    return None, min(planned, max(longest, report.span[1] - report.span[0]))


def presence(found: Iterable[tuple[Stay, str | None]], report: Report, plan: Span) -> Presence:
    """The attendance, from each stay with the person's id, or None for a guest."""
    window, length = window_of(report, plan)
    near = (window[0] - _ROUNDED, window[1] + _ROUNDED) if window else None
    people: dict[str, Stay] = {}
    guests, elsewhere = 0, []
    for stay, key in found:
        if window is not None and _elsewhere(stay, window):
            elsewhere.append(stay.name)
        elif key is None:
            guests += 1
        elif key in people:
            people[key].add(stay)
        else:
            people[key] = replace(stay, spans=list(stay.spans), around=list(stay.around))
    minutes: dict[str, Stayed] = {}
    for key, stay in people.items():
        seconds = stay.within(near)
        if stay.unknown:
            minutes[key] = UNKNOWN
        elif seconds is not None and length and seconds < WHOLE * length:
            minutes[key] = max(seconds // 60, 1)
    return Presence(tuple(people), minutes, guests, tuple(elsewhere))


def _elsewhere(stay: Stay, window: Span) -> bool:
    """Whether somebody was there only long before or after."""
    known = stay.spans or stay.around
    return bool(known) and not cut(known, (window[0] - _EARLY, window[1] + _EARLY))
