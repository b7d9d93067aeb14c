"""Who is linked with whom: names around a circle, chords between them, thicker where they are linked more often.

A circle and not a layout by forces: for up to twenty names in print, straight chords between names that stand in
two columns can be followed with a finger, each name is level and whole, and the same links give the same picture.
"""

from collections.abc import Mapping, Sequence
from math import atan2, cos, pi, sin

from copkit import lexicon
from copkit.render.charts.choosing import Data, Form, Kind, form
from copkit.render.charts.drawing import ACROSS, Drawing
from copkit.render.charts.layout import stacked
from copkit.render.charts.letters import LINE, clean, width, wrap
from copkit.render.charts.rows import Chart, Row
from copkit.render.charts.telling import NAME, brief, in_one_sentence
from copkit.render.charts.tints import BLUE, DARK_BLUE, GREY, RULE, WHITE
from copkit.render.charts.words import say

wording = lexicon.Words("charts")

LABEL = 175.0
THICKEST = 9.0
SWEEPS = 60

Links = Mapping[tuple[str, str], int]


def network(nodes: Sequence[str], links: Links) -> Chart | None:
    """Names around a circle with chords between those that are linked; None where nobody could read it."""
    names = list(dict.fromkeys(nodes))
    weights = _weights(names, links)
    chosen = form(Data(Kind.LINKS, len(weights), base=len(names)))
    if chosen is not Form.NETWORK:
        return None
    order = ordered(names, weights)
    lines = {name: wrap(name, LABEL) for name in names}
    right, left = _sides(order)
    high = (
        max(
            300.0 if len(names) <= 12 else 360.0,
            *(sum(len(lines[name]) * LINE + 6 for name in side) for side in (left, right)),
        )
        + 20
    )
    drawing = Drawing()
    places = _places(order, (ACROSS / 2, high / 2), min(ACROSS / 2 - LABEL - 45, high / 2 - 16))
    told = _chords(drawing, weights, places)
    for side, anchor in ((right, "start"), (left, "end")):
        _labels(drawing, side, lines, places, anchor, high)
    for x, y in places.values():
        drawing.circle(x, y, 6, DARK_BLUE, WHITE)
    most, least = max(weights.values()), min(weights.values())
    drawing.text(0, high + 9, _legend(most, least, told=told), colour=GREY)
    rows = [Row(wording("pair", a=clean(a), b=clean(b)), say(value)) for (a, b), value in _by_weight(weights)]
    return drawing.chart(high + LINE + 4, _alt(names, weights), wide=True, rows=rows, form=chosen)


def pair(links: Links, a: str, b: str) -> int:
    """What is counted for a pair, in whichever order it is given."""
    return sum(links.get(ends, 0) for ends in dict.fromkeys([(a, b), (b, a)]))


def _weights(names: Sequence[str], links: Links) -> dict[tuple[str, str], int]:
    """How often each pair is linked, in the order of the names; links of a name with itself are left out."""
    pairs = ((a, b) for index, a in enumerate(names) for b in names[index + 1 :])
    return {(a, b): value for a, b in pairs if (value := pair(links, a, b)) > 0}


def ordered(names: Sequence[str], weights: Links) -> list[str]:
    """Names around the circle so that linked ones stand near: each moves to the middle of its links, in sweeps."""
    order, best = list(names), list(names)
    shortest = _length(order, weights)
    for _ in range(SWEEPS):
        angle = {name: 2 * pi * index / len(order) for index, name in enumerate(order)}
        pull = {name: (0.3 * cos(angle[name]), 0.3 * sin(angle[name])) for name in order}
        for (a, b), weight in weights.items():
            for one, other in ((a, b), (b, a)):
                x, y = pull[one]
                pull[one] = x + weight * cos(angle[other]), y + weight * sin(angle[other])
        order = sorted(order, key=lambda name: (round(_turn(pull[name], angle[name]), 6), names.index(name)))
        length = _length(order, weights)
        if length < shortest - 1e-9:
            shortest, best = length, order
    return _swapped(best, weights)


def _turn(pull: tuple[float, float], otherwise: float) -> float:
    x, y = pull
    return atan2(y, x) % (2 * pi) if x * x + y * y > 1e-12 else otherwise


def _length(order: Sequence[str], weights: Links) -> float:
    """The sum of all chords' lengths, by their weights, on a circle of radius 1."""
    place = {name: pi * index / len(order) for index, name in enumerate(order)}
    return sum(weight * abs(sin(place[a] - place[b])) for (a, b), weight in weights.items())


def _swapped(order: list[str], weights: Links) -> list[str]:
    """Neighbours change places as long as that shortens the chords."""
    order, length = list(order), _length(order, weights)
    for _ in range(8):
        before = length
        for index in range(len(order)):
            other = (index + 1) % len(order)
            order[index], order[other] = order[other], order[index]
            after = _length(order, weights)
            if after < length - 1e-9:
                length = after
            else:
                order[index], order[other] = order[other], order[index]
        if length >= before - 1e-9:
            break
    return order


def _sides(order: Sequence[str]) -> tuple[list[str], list[str]]:
    """The names whose labels stand at the right, and at the left, each from above."""
    half = (len(order) + 1) // 2
    return list(order[:half]), list(reversed(order[half:]))


def _places(order: Sequence[str], middle: tuple[float, float], radius: float) -> dict[str, tuple[float, float]]:
    """Where each name's point stands: from the top, clockwise, between the two sides."""
    x, y = middle
    right, left = _sides(order)
    places = {}
    for side, sign in ((right, 1), (left, -1)):
        for index, name in enumerate(side):
            angle = pi * (index + 0.5) / len(side)
            places[name] = (x + sign * radius * sin(angle), y - (y - 22) * cos(angle))
    return places


def _labels(
    drawing: Drawing,
    side: Sequence[str],
    lines: Mapping[str, list[str]],
    places: Mapping[str, tuple[float, float]],
    anchor: str,
    high: float,
) -> None:
    """Names in a column, each as near the height of its point as the others let it, with a thin line to it."""
    tall = [len(lines[name]) * LINE + 6 for name in side]
    middles = stacked([places[name][1] for name in side], tall, 0, high)
    edge = ACROSS - LABEL if anchor == "start" else LABEL
    sign = 1 if anchor == "start" else -1
    for name, middle in zip(side, middles, strict=True):
        x, y = places[name]
        drawing.path([(x, y), (edge - 16 * sign, middle), (edge - 5 * sign, middle)], RULE, 1)
        drawing.lines(edge, middle, lines[name], anchor=anchor)


def _chords(drawing: Drawing, weights: Links, places: Mapping[str, tuple[float, float]]) -> bool:
    """The lines, thin ones over thick ones; with numbers on them if each finds a place of its own."""
    most = max(weights.values())
    for (a, b), weight in sorted(weights.items(), key=lambda link: -link[1]):
        drawing.path([places[a], places[b]], BLUE, 1.2 + (THICKEST - 1.2) * weight / most if most > 1 else 2)
    plates = _number_places(weights, places)
    for (x, y), value in plates:
        drawing.plate(x, y, say(value))
    return bool(plates)


def _legend(most: int, least: int, *, told: bool) -> str:
    if told:
        return lexicon.text("charts.how_to_read_lines")
    if least == most:
        return lexicon.plural("charts.a_line", most)
    return lexicon.text("charts.thicker_lines", least=say(least), most=say(most))


def _number_places(
    weights: Links, places: Mapping[str, tuple[float, float]]
) -> list[tuple[tuple[float, float], int]]:
    """Where on its chord each number stands, away from the others; none at all where one has no place."""
    taken: list[tuple[float, float]] = [*places.values()]
    plates = []
    for (a, b), value in weights.items():
        (x1, y1), (x2, y2) = places[a], places[b]
        spots = [(x1 + (x2 - x1) * part, y1 + (y2 - y1) * part) for part in (0.5, 0.4, 0.6, 0.33, 0.67, 0.25, 0.75)]
        room = width(say(value), bold=True) + 12
        free = [spot for spot in spots if all(abs(spot[0] - x) > room or abs(spot[1] - y) > 19 for x, y in taken)]
        if not free:
            return []
        taken.append(free[0])
        plates.append((free[0], value))
    return plates


def _by_weight(weights: Links) -> list[tuple[tuple[str, str], int]]:
    return sorted(weights.items(), key=lambda link: -link[1])


def _alt(names: Sequence[str], weights: Links) -> str:
    """How many are linked, and who has most links."""
    ends = [name for pair in weights for name in pair]
    most = max(names, key=ends.count)
    links = say(ends.count(most))
    most = brief(most, 2 * NAME)
    return in_one_sentence(wording("a_network", pairs=len(weights), names=len(names), most=most, links=links))
