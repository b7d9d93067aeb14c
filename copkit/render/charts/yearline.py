"""The line of a year: months, sessions by their symbol, breaks, groups as spans and events."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import short_month
from copkit.dates.saying import say_date, say_dates
from copkit.render.charts.drawing import ACROSS, Drawing
from copkit.render.charts.layout import SWATCH, Sign, fill_sign, key, spread
from copkit.render.charts.letters import LINE, clean, widest, width, wrap
from copkit.render.charts.rows import Chart, Mark
from copkit.render.charts.tints import DARK_BLUE, INK, PALE, RULE, UNKNOWN, WHITE
from copkit.render.charts.words import sentence

SESSIONS = ("online", "in person", "hybrid", "cancelled")
OTHERS = ("break", "group", "event")
EDGE = 12.0
BAND = 30.0
#: The least room in which a name may stand in several lines beside its span.
SIDE = 170.0
SPAN = "#A9C8EA"


class Scale(NamedTuple):
    """Where a day stands between the two ends of a year."""

    start: date
    end: date

    def x(self, day: date) -> float:
        inside = min(max(day, self.start), self.end + timedelta(days=1))
        return EDGE + (ACROSS - 2 * EDGE) * (inside - self.start).days / ((self.end - self.start).days + 1)


def year_line(year_start: date, year_end: date, marks: Sequence[Mark]) -> Chart:
    """Months across; sessions with their day, breaks hatched behind them; below, groups and events by name.

    Marks outside the year are left out; spans that reach over its ends are cut there.
    """
    if year_end < year_start:
        raise ValueError(f"the year ends on {year_end}, before it begins on {year_start}")
    scale = Scale(year_start, year_end)
    inside = sorted(
        (mark for mark in marks if mark.end >= year_start and mark.start <= year_end),
        key=lambda mark: (mark.start, mark.end, mark.kind, mark.label),
    )
    drawing = Drawing()
    top = _months(drawing, scale)
    breaks = [mark for mark in inside if mark.kind == "break"]
    for mark in breaks:
        left, right = scale.x(mark.start), scale.x(mark.end + timedelta(days=1))
        drawing.filled(left, top, max(right - left, 3), BAND + LINE + 8, UNKNOWN)
    top = _sessions(drawing, scale, [mark for mark in inside if mark.kind in SESSIONS], top)
    top = _lanes(drawing, scale, [mark for mark in inside if mark.kind not in (*SESSIONS, "break")], top + 6)
    top = _key(drawing, inside, top + 6)
    return drawing.chart(top, _words(scale, inside), wide=True)


def _months(drawing: Drawing, scale: Scale) -> float:
    """The band of months; the height where it ends."""
    first = scale.start
    last_label = -100.0
    while first <= scale.end:
        after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        left, right = scale.x(first), scale.x(min(after, scale.end + timedelta(days=1)))
        drawing.rect(left, 0, right - left, 24, PALE, RULE)
        name = short_month(first.month)
        if width(name) + 4 <= right - left and (left + right) / 2 - last_label > width(name) + 6:
            drawing.text((left + right) / 2, 12, name, anchor="middle")
            last_label = (left + right) / 2
        first = after
    return 24.0


def _sessions(drawing: Drawing, scale: Scale, sessions: Sequence[Mark], top: float) -> float:
    """Each session's symbol and, below it, the day of the month; the height where they end."""
    middle = top + BAND / 2
    drawing.line(EDGE, middle, ACROSS - EDGE, middle, INK, 1.6)
    places = [scale.x(mark.start) for mark in sessions]
    labels = spread(places, width("30") + 5, EDGE, ACROSS - EDGE)
    crowded = bool(labels) and labels[0] < EDGE - 1
    nearest = min((after - before for before, after in pairwise(places) if after - before > 1), default=99.0)
    for mark, x, label in zip(sessions, places, labels, strict=True):
        session_symbol(drawing, mark.kind, x, middle, min(7.5, max(nearest / 2 - 1, 3)))
        if not crowded:
            said = str(mark.start.day)
            drawing.rect(label - width(said) / 2 - 2, top + BAND + 1, width(said) + 4, LINE, WHITE)
            drawing.text(label, top + BAND + 10, said, anchor="middle")
    return top + BAND + LINE + 8


def session_symbol(drawing: Drawing, kind: str, x: float, y: float, radius: float = 7.5) -> None:
    """A ring online, a disc in person, half and half for both, a cross where it was cancelled."""
    if kind == "cancelled":
        arm = radius * 0.8
        drawing.circle(x, y, radius + 0.5, WHITE)
        drawing.path([(x - arm, y - arm), (x + arm, y + arm)], INK, 2.6)
        drawing.path([(x - arm, y + arm), (x + arm, y - arm)], INK, 2.6)
        return
    drawing.circle(x, y, radius, DARK_BLUE if kind == "in person" else WHITE, DARK_BLUE, 2)
    if kind == "hybrid":
        drawing.half(x, y, radius, DARK_BLUE)


class Named(NamedTuple):
    """A span or an event with its name: where both stand, and the room that they take together."""

    mark: Mark
    left: float
    right: float
    lines: list[str]
    at: float
    anchor: str

    @property
    def below(self) -> bool:
        """Whether the name stands below the span, as it has no room on either side."""
        return self.anchor == "below"

    @property
    def reach(self) -> tuple[float, float]:
        long = widest(self.lines)
        start = self.at - long if self.anchor == "end" else self.at
        return min(self.left, start), max(self.right, start + long)

    @property
    def high(self) -> float:
        return (len(self.lines) + self.below) * LINE + 6


def _lanes(drawing: Drawing, scale: Scale, marks: Sequence[Mark], top: float) -> float:
    """Spans and events, each in the first lane with room for it and its name; the height where the lanes end."""
    lanes: list[list[Named]] = []
    for mark in marks:
        named = _named(mark, scale)
        fitting = (lane for lane in lanes if max(other.reach[1] for other in lane) + 12 <= named.reach[0])
        lane = next(fitting, None)
        if lane is None:
            lane = []
            lanes.append(lane)
        lane.append(named)
    for lane in lanes:
        high = max(named.high for named in lane)
        for named in lane:
            _draw_named(drawing, named, top, high)
        top += high
    return top


def _named(mark: Mark, scale: Scale) -> Named:
    """A name on the side of its span where it fits in a line; else where there is more room, or below."""
    left, right = scale.x(mark.start), scale.x(mark.end + timedelta(days=1))
    if mark.start == mark.end:
        left, right = min(left, ACROSS - EDGE) - 6, min(left, ACROSS - EDGE) + 6
    long, after, before = width(clean(mark.label)), ACROSS - right - 7, left - 7
    if long <= after or (after >= before and after > SIDE):
        return Named(mark, left, right, wrap(mark.label, after), right + 7, "start")
    if long <= before or before > SIDE:
        return Named(mark, left, right, wrap(mark.label, before), left - 7, "end")
    lines = wrap(mark.label, ACROSS - 2 * EDGE)
    return Named(mark, left, right, lines, min(left, ACROSS - widest(lines)), "below")


def _draw_named(drawing: Drawing, named: Named, top: float, high: float) -> None:
    left, right, middle = named.left, named.right, top + high / 2
    if named.below:
        middle = top + 10
        drawing.lines(named.at, middle + 2 + (len(named.lines) + 1) / 2 * LINE, named.lines)
    else:
        drawing.lines(named.at, middle, named.lines, anchor=named.anchor)
    if named.mark.start == named.mark.end:
        _diamond(drawing, left, middle)
    else:
        drawing.rect(left, middle - 5, max(right - left, 4), 10, SPAN, DARK_BLUE)


def _key(drawing: Drawing, marks: Sequence[Mark], top: float) -> float:
    """The symbols that occur, with their words; the height where the key ends."""
    there = [kind for kind in (*SESSIONS, *OTHERS) if any(mark.kind == kind for mark in marks)]
    entries: list[tuple[Sign | None, str]] = [(_sign(drawing, kind), kind) for kind in there]
    if any(kind in SESSIONS for kind in there):
        entries.append((None, lexicon.text("charts.how_to_read_days")))
    return key(drawing, top, entries)


def _sign(drawing: Drawing, kind: str) -> Sign:
    if kind in SESSIONS:
        return lambda x, middle: session_symbol(drawing, kind, x + SWATCH / 2, middle)
    if kind == "break":
        return fill_sign(drawing, UNKNOWN)
    if kind == "group":
        return lambda x, middle: drawing.rect(x, middle - 5, SWATCH, 10, SPAN, DARK_BLUE)
    return lambda x, middle: _diamond(drawing, x + 5, middle)


def _diamond(drawing: Drawing, left: float, middle: float) -> None:
    corners = [(left, middle), (left + 6, middle - 7), (left + 12, middle), (left + 6, middle + 7)]
    drawing.shape(corners, DARK_BLUE)


def _words(scale: Scale, marks: Sequence[Mark]) -> str:
    said = []
    for mark in marks:
        days = say_date(mark.start) if mark.start == mark.end else say_dates(mark.start, mark.end)
        label = clean(mark.label)
        said.append(f"{days} {mark.kind}" + (f", {label}" if label else ""))
    return sentence(
        said or [lexicon.text("charts.nothing_recorded")],
        lexicon.text("charts.the_year", start=say_date(scale.start), end=say_date(scale.end)),
    )
