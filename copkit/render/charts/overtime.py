"""Two running totals over time: the gap between them is what is still open."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from copkit import lexicon
from copkit.render.charts.drawing import ACROSS, GAP, Drawing
from copkit.render.charts.layout import nothing, paragraph, spread, stacked
from copkit.render.charts.letters import LINE, clean, widest, width, wrap
from copkit.render.charts.rows import Chart, Moment
from copkit.render.charts.tints import BLUE, DARK_BLUE, FAINT, GREY, INK, PALE, RULE, WHITE
from copkit.render.charts.words import say, sentence

HIGH = 260.0
#: The most that the names at the ends of the lines may take.
NAMES = 150.0


class Frame(NamedTuple):
    """The area of the lines: its sides, its foot, and the greatest number on its scale."""

    left: float
    right: float
    bottom: float
    ceiling: int

    def y(self, value: float) -> float:
        return self.bottom - HIGH * value / self.ceiling


def over_time(points: Sequence[Moment], keys: tuple[str, str], *, unit: str) -> Chart:
    """Two lines by day, told apart by dash and marker and named at their ends; a break where nothing is known."""
    if not points:
        return nothing(unit)
    points = sorted(points, key=lambda moment: moment.date)
    drawing = Drawing()
    top = paragraph(drawing, 0, unit)
    most = max([value for moment in points for value in (moment.first, moment.second) if value is not None] or [0])
    step = _step(most)
    ceiling = step * max(1, -(-most // step))
    ends = _ends(points, keys)
    names = max((widest(lines, bold=True) for _, lines in ends), default=0)
    frame = Frame(width(say(ceiling)) + GAP, ACROSS - names - 34, top + 12 + HIGH, ceiling)
    _grid(drawing, frame, step)
    x = _days(points, frame.left + 14, frame.right - 6)
    _gap(drawing, points, x, frame)
    _line(drawing, [(across, moment.second) for across, moment in zip(x, points, strict=True)], frame, first=False)
    _line(drawing, [(across, moment.first) for across, moment in zip(x, points, strict=True)], frame, first=True)
    _name_ends(drawing, ends, frame, x[-1])
    high = _name_days(drawing, points, x, frame.bottom)
    return drawing.chart(high, _words(points, keys, unit), wide=True)


def _step(most: int) -> int:
    """A round step that gives at most six lines."""
    size = 1
    while True:
        for factor in (1, 2, 5):
            if most <= 5 * size * factor:
                return size * factor
        size *= 10


def _grid(drawing: Drawing, frame: Frame, step: int) -> None:
    for value in range(0, frame.ceiling + 1, step):
        y, ground = frame.y(value), value == 0
        drawing.line(frame.left, y, frame.right, y, INK if ground else FAINT, 1.2 if ground else 0.8)
        drawing.text(frame.left - GAP + 2, y, say(value), anchor="end", colour=GREY)


def _days(points: Sequence[Moment], left: float, right: float) -> list[float]:
    """Where each day stands."""
    span = (points[-1].date - points[0].date).days
    if span == 0:
        return [left + (right - left) * (index + 1) / (len(points) + 1) for index in range(len(points))]
    return [left + (right - left) * (moment.date - points[0].date).days / span for moment in points]


def _line(drawing: Drawing, places: Sequence[tuple[float, int | None]], frame: Frame, *, first: bool) -> None:
    """A line through the days that are known, and a marker on each of them."""
    runs: list[list[tuple[float, float]]] = [[]]
    for across, value in places:
        if value is None:
            runs.append([])
        else:
            runs[-1].append((across, frame.y(value)))
    for run in runs:
        if len(run) > 1:
            drawing.path(run, DARK_BLUE if first else BLUE, 2.4, "" if first else "7 5")
    for x, y in (point for run in runs for point in run):
        if first:
            drawing.circle(x, y, 4, DARK_BLUE)
        else:
            drawing.rect(x - 6, y - 6, 12, 12, WHITE, BLUE)


def _gap(drawing: Drawing, points: Sequence[Moment], x: Sequence[float], frame: Frame) -> None:
    """The tinted area between the lines, one for each run of days on which both are known."""
    runs: list[list[tuple[float, float, float]]] = [[]]
    for across, moment in zip(x, points, strict=True):
        if moment.first is None or moment.second is None:
            runs.append([])
        else:
            runs[-1].append((across, frame.y(moment.first), frame.y(moment.second)))
    for run in (run for run in runs if len(run) > 1):
        above = [(across, first) for across, first, _ in run]
        below = [(across, second) for across, _, second in reversed(run)]
        drawing.shape([*above, *below], PALE)


def _ends(points: Sequence[Moment], keys: tuple[str, str]) -> list[tuple[float, list[str]]]:
    """The last known totals with their names, and between them what is open: (value, lines)."""
    first = next((moment.first for moment in reversed(points) if moment.first is not None), None)
    second = next((moment.second for moment in reversed(points) if moment.second is not None), None)
    ends = [
        (float(value), wrap(f"{key} {say(value)}", NAMES, bold=True))
        for key, value in zip(keys, (first, second), strict=True)
        if value is not None
    ]
    if first is not None and second is not None and first > second:
        still = lexicon.text("charts.still_open", number=say(first - second))
        ends.append(((first + second) / 2, wrap(still, NAMES, bold=True)))
    return sorted(ends, key=lambda end: -end[0])


def _name_ends(drawing: Drawing, ends: Sequence[tuple[float, list[str]]], frame: Frame, last: float) -> None:
    middles = [frame.y(value) for value, _ in ends]
    places = stacked(middles, [len(lines) * LINE + 4 for _, lines in ends], 4.0, frame.bottom + 20)
    for (_, lines), wanted, middle in zip(ends, middles, places, strict=True):
        drawing.path([(last + 8, wanted), (frame.right + 8, middle), (frame.right + 22, middle)], RULE, 1)
        drawing.lines(frame.right + 26, middle, lines, bold=True)


def _name_days(drawing: Drawing, points: Sequence[Moment], x: Sequence[float], bottom: float) -> float:
    """The labels of the days, level where there is room, else turned; the height where they end."""
    said = [
        clean(moment.label)
        + (f" ({lexicon.text('charts.not_known')})" if moment.first is None and moment.second is None else "")
        for moment in points
    ]
    gaps = [after - before for before, after in pairwise(x)]
    wide = widest(said)
    if wide + 8 <= min(gaps, default=wide + 8) and wide / 2 <= min(x[0], ACROSS - x[-1]):
        for across, label in zip(x, said, strict=True):
            drawing.text(across, bottom + 16, label, anchor="middle")
        return bottom + 16 + LINE
    return _turned_days(drawing, said, x, bottom)


def _turned_days(drawing: Drawing, said: Sequence[str], x: Sequence[float], bottom: float) -> float:
    """Labels that run upwards to their days; every second, third … where not all find room."""
    every = next(step for step in range(1, len(x) + 1) if (len(x[::step]) - 1) * LINE <= x[-1] - x[0] + 2 * LINE)
    shown = list(zip(x, said, strict=True))[::every]
    places = spread([across for across, _ in shown], LINE, 10.0, ACROSS - 12)
    deepest = 0.0
    for (across, label), place in zip(shown, places, strict=True):
        drawing.path([(across, bottom), (across, bottom + 4), (place, bottom + 14)], RULE, 1)
        drawing.text(place, bottom + 18, label, anchor="end", turned=True)
        deepest = max(deepest, width(label))
    return bottom + 22 + deepest


def _words(points: Sequence[Moment], keys: tuple[str, str], unit: str) -> str:
    said = []
    for moment in points:
        if moment.first is None and moment.second is None:
            said.append(f"{clean(moment.label)}: {lexicon.text('charts.not_known')}")
            continue
        parts = [
            f"{clean(key)} {say(value, lexicon.text('charts.unknown'))}"
            for key, value in zip(keys, (moment.first, moment.second), strict=True)
        ]
        if moment.first is not None and moment.second is not None:
            parts.append(lexicon.text("charts.open", number=say(moment.first - moment.second)))
        said.append(f"{clean(moment.label)}: {', '.join(parts)}")
    return sentence(said, lexicon.text("charts.running_totals", unit=clean(unit)))
