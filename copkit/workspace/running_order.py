"""The running order of a session: its own, one that it names, or the standard one for its place, by the clock."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from copkit.dates import add_minutes, shares
from copkit.models.session import Segment
from copkit.workspace.additions import slug
from copkit.workspace.records import Session, Shared

DIALOGUE = frozenset({"questions", "dialogue", "harvest"})
"""Kinds of item in which members talk with each other."""
LEAST_DIALOGUE = 12
"""Minutes: a shorter session takes from the dialogue until this is left, then from everything."""
LONGEST_STRETCH = 90
"""Minutes after which people need a break."""
LONGEST_ROUND = 75
BREAK = 10


class Item(NamedTuple):
    """One item with the times at which it starts and ends, `HH:MM`."""

    segment: Segment
    start: str
    end: str


class RunningOrder(NamedTuple):
    """A session's items in order; how long they take; and what does not fit, in words (empty when all fits).

    `problem` says by how much the items miss the session's length, `unknown` that the plan names an order that
    there is not. `unplaced` are methods of the plan for which there is no dialogue left.
    """

    items: tuple[Item, ...]
    minutes: int
    problem: str = ""
    unknown: str = ""
    unplaced: tuple[str, ...] = ()


def running_order(session: Session, shared: Shared) -> RunningOrder:
    """The items of a session with clock times. What does not add up is said, never bent."""
    agenda, unknown = session.plan.agenda, ""
    if isinstance(agenda, str):
        orders = shared.running_orders
        name, unknown = _name(agenda, session.place, orders)
        briefing = session.plan.briefing.minutes or session.rhythm.briefing_minutes
        segments = scaled(orders[name], session.minutes, briefing)
    else:
        segments = agenda
    segments, unplaced = _with_methods(segments, session.plan.methods, replace=isinstance(agenda, str))
    total = sum(segment.minutes for segment in segments)
    return RunningOrder(
        tuple(_timed(segments, session.start)), total, _misfit(total, session.minutes), unknown, unplaced
    )


def doors_open(session: Session) -> str:
    """When people may come: half an hour before where there are refreshments, else ten minutes."""
    return add_minutes(session.start, -10 if session.place == "online" else -30)


def dialogue_minutes(order: RunningOrder) -> int:
    """Minutes in which members talk with each other: questions, dialogue and harvest."""
    return sum(item.segment.minutes for item in order.items if item.segment.kind in DIALOGUE)


def longest_stretch(order: RunningOrder) -> int:
    """The most minutes between two breaks."""
    return max((sum(part.minutes for part in run) for run in _stretches(i.segment for i in order.items)), default=0)


def scaled(standard: tuple[Segment, ...], minutes: int, briefing: int) -> tuple[Segment, ...]:
    """A standard running order made to last so many minutes, the briefing its own.

    Dialogue takes up the slack. A session of 90 minutes or fewer has no break, a longer one has them often
    enough. One that is too short to hold every item for a minute is left as it is.
    """
    parts = [part for part in standard if part.kind != "break" or minutes > LONGEST_STRETCH]
    parts = [_lasting(part, briefing) if part.kind == "briefing" else part for part in parts]
    if minutes - briefing < len(parts) - 1:
        return tuple(parts)
    parts = [piece for part in _fitted(parts, minutes) for piece in _rounds(part)]
    for place in _breaks_wanted(parts):
        parts.insert(place, Segment(minutes=BREAK, kind="break", what="Break", purpose="Rest, and talk"))
    return tuple(_fitted(parts, minutes))


def _fitted(parts: list[Segment], minutes: int) -> list[Segment]:
    """The parts made to sum to the minutes: dialogue gives or takes first, the others give next."""
    lengths = [part.minutes for part in parts]
    talk = [i for i, part in enumerate(parts) if part.kind == "dialogue"]
    others = [i for i, part in enumerate(parts) if part.kind not in ("dialogue", "briefing")]
    slack = minutes - sum(lengths)
    if slack > 0:
        for i, share in zip(talk or others, shares([lengths[i] for i in talk or others], slack), strict=True):
            lengths[i] += share
    for group, least in ((talk, LEAST_DIALOGUE), (others, 2), (talk + others, 1)):
        room = [max(lengths[i] - least, 0) for i in group]
        give = min(sum(lengths) - minutes, sum(room))
        for i, share in zip(group, shares(room, give), strict=True):
            lengths[i] -= share
    return [_lasting(part, length) for part, length in zip(parts, lengths, strict=True)]


def _rounds(part: Segment) -> list[Segment]:
    """A dialogue too long to sit through, as rounds of the same."""
    count = -(-part.minutes // LONGEST_ROUND) if part.kind == "dialogue" else 1
    if count == 1:
        return [part]
    lengths = shares([1] * count, part.minutes)
    return [
        part.but(minutes=length, what=f"{part.what}: round {number}".replace("?:", "?"))
        for number, length in enumerate(lengths, start=1)
    ]


def _stretches(segments: Iterable[Segment]) -> list[list[Segment]]:
    """The items between breaks."""
    runs: list[list[Segment]] = [[]]
    for segment in segments:
        if segment.kind == "break":
            runs.append([])
        else:
            runs[-1].append(segment)
    return runs


def _breaks_wanted(parts: list[Segment]) -> list[int]:
    """Where a break is to go in: near the middle of each stretch that is too long, last place first."""
    places, start = [], 0
    for run in _stretches(parts):
        total = sum(part.minutes for part in run)
        if total > LONGEST_STRETCH:
            middles = [abs(total - 2 * sum(part.minutes for part in run[:cut])) for cut in range(1, len(run))]
            places.append(start + 1 + middles.index(min(middles)))
        start += len(run) + 1
    return places[::-1]


def _lasting(segment: Segment, minutes: int) -> Segment:
    return segment if segment.minutes == minutes else segment.but(minutes=minutes)


def _name(typed: str, place: str, orders: Collection[str]) -> tuple[str, str]:
    """The name of the running order that is meant, and what to say when there is none of that name."""
    default = f"{place}-standard"
    name = slug(typed)
    if name in ("", "standard", "default"):
        return default, ""
    if name in orders:
        return name, ""
    from copkit.suggest import did_you_mean

    hint = did_you_mean(name, list(orders)) or f"There are {', '.join(orders)}."
    return default, f"There is no running order named “{typed}”. {hint}"


def _with_methods(
    segments: tuple[Segment, ...], methods: tuple[str, ...], *, replace: bool
) -> tuple[tuple[Segment, ...], tuple[str, ...]]:
    """The plan's methods put into the dialogue in turn; an item with a method of its own keeps it."""
    waiting = [method for method in methods if method not in {s.method for s in segments} or replace]
    placed = []
    for segment in segments:
        if waiting and segment.kind == "dialogue" and (replace or not segment.method):
            segment = segment.but(method=waiting.pop(0))
        placed.append(segment)
    return tuple(placed), tuple(waiting)


def _timed(segments: tuple[Segment, ...], start: str) -> Iterable[Item]:
    for segment in segments:
        end = add_minutes(start, segment.minutes)
        yield Item(segment, start, end)
        start = end


def _misfit(total: int, length: int) -> str:
    if total == length:
        return ""
    by = f"{abs(total - length)} too {'many' if total > length else 'few'}"
    return f"The running order takes {total} minutes and the session lasts {length}: {by}."
