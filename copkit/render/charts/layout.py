"""What charts share: a column of labels, the key, and labels moved apart."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from copkit import lexicon
from copkit.render.charts.drawing import Drawing
from copkit.render.charts.letters import LINE, clean, widest, width, wrap
from copkit.render.charts.rows import Chart
from copkit.render.charts.tints import GREY, Fill
from copkit.render.charts.words import sentence

#: Draws the sign of an entry of a key from `x` on, about a middle; it may be SWATCH wide.
Sign = Callable[[float, float], None]
SWATCH = 22.0
#: As tall as a picture can be and still stand on a page of A4 with its title: rows move together before that.
TALL = 860.0


def names(texts: Sequence[str], room: float) -> tuple[list[list[str]], float]:
    """Labels of rows in lines, and their width; they get more room where they would else fill more than a page."""
    lines = [wrap(text, room) for text in texts]
    if sum(heights(lines)) > TALL:
        lines = [wrap(text, room * 1.35) for text in texts]
    return lines, max(map(widest, lines), default=0.0)


def heights(lines: Sequence[Sequence[str]], *, least: float = 24.0, padding: float = 8.0) -> list[float]:
    """The height of each row by its own lines; rows stand closer where they would leave the page."""
    given = [max(least, len(each) * LINE + padding) for each in lines]
    if sum(given) > TALL:
        given = [max(20.0, len(each) * LINE + 2) for each in lines]
    return given


def key(drawing: Drawing, top: float, entries: Sequence[tuple[Sign | None, str]]) -> float:
    """Signs with their words, in as many lines as it takes; the height where they end."""
    x, y = 0.0, top
    for sign, words in entries:
        start = SWATCH + 6 if sign else 0.0
        lines = wrap(words, drawing.across - start)
        if x and x + start + widest(lines) > drawing.across:
            x, y = 0.0, y + LINE + 4
        if sign:
            sign(x, y + 9)
        drawing.lines(x + start, y + 9 + (len(lines) - 1) * LINE / 2, lines)
        x, y = x + start + widest(lines) + 18, y + (len(lines) - 1) * LINE
    return y + LINE + 8


def fill_sign(drawing: Drawing, fill: Fill) -> Sign:
    """A swatch of a fill, for a key."""
    return lambda x, middle: drawing.filled(x, middle - 7, SWATCH, 14, fill)


def paragraph(drawing: Drawing, top: float, text: str, *, colour: str = GREY, left: float = 0.0) -> float:
    """Text across the picture; the height where it ends."""
    for line in wrap(text, drawing.across - left):
        drawing.text(left, top + 9, line, colour=colour)
        top += LINE
    return top + 4


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Places as near as can be to those wanted (in rising order), each at least `gap` from the one before."""
    places: list[float] = []
    for place in wanted:
        places.append(max(place, places[-1] + gap if places else low))
    limit = high
    for index in range(len(places) - 1, -1, -1):
        places[index] = min(places[index], limit)
        limit = places[index] - gap
    return places


def stacked(wanted: Sequence[float], tall: Sequence[float], low: float, high: float) -> list[float]:
    """Middles for labels of these heights, near those wanted (which rise), none over another."""
    offsets = [0.0]
    for before, after in pairwise(tall):
        offsets.append(offsets[-1] + (before + after) / 2)
    free = [place - offset for place, offset in zip(wanted, offsets, strict=False)]
    room = high - tall[-1] / 2 - offsets[-1] if tall else high
    places = spread(free, 0, low + tall[0] / 2 if tall else low, room)
    return [place + offset for place, offset in zip(places, offsets, strict=False)]


def nothing(subject: str) -> Chart:
    """The picture of an empty set: it says so."""
    drawing = Drawing()
    said = sentence([lexicon.text("charts.nothing_of", subject=clean(subject))])
    high = paragraph(drawing, 4, said)
    return drawing.chart(high, said)


def stretch(values: Sequence[float], after: Sequence[float], room: float) -> float:
    """How long one is drawn, so that every bar and what stands after it stay within the room."""
    spare = [(room - end) / value for value, end in zip(values, after, strict=True) if value > 0]
    return max(min(spare, default=0.0), 0.0)


def wide_enough(text: str, room: float) -> bool:
    """Whether a text has room."""
    return width(text, bold=True) + 8 <= room
