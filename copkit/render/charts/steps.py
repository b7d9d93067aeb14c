"""A ladder: steps that rise from left to right, with what has reached each and gone no further."""

from collections.abc import Sequence

from copkit import lexicon
from copkit.render.charts.barred import draw_bars
from copkit.render.charts.drawing import ACROSS, Drawing
from copkit.render.charts.layout import nothing
from copkit.render.charts.letters import LINE, wrap
from copkit.render.charts.rows import Bar, Chart
from copkit.render.charts.tints import DARK_BLUE, GREY, PALE, RULE, WHITE
from copkit.render.charts.words import say, say_bar, sentence

RISE, FIRST = 26.0, 16.0
#: The squares on a step, one for each counted (or for a few, where there are many).
SQUARE, PITCH, ROW, MOST = 11.0, 15.0, 5, 20


def ladder(steps: Sequence[Bar], beside: Sequence[Bar] = ()) -> Chart:
    """Steps from the lowest to the highest, each with its number, squares and name; what stands beside, as bars."""
    if not steps:
        return nothing(lexicon.text("charts.steps"))
    drawing = Drawing()
    wide = ACROSS / len(steps)
    words = [_lines(step, wide - 8) for step in steps]
    most = int(max((step.value or 0 for step in steps), default=0))
    each = max(1, -(-most // MOST))
    squares = [-(-int(step.value or 0) // each) for step in steps]
    piled = [-(-count // ROW) * PITCH for count in squares]
    body = max(len(lines) for lines in words) * LINE + FIRST
    treads = [index * RISE for index in range(len(steps))]
    base = max(tread + body + pile for tread, pile in zip(treads, piled, strict=True)) + 10
    for index, step in enumerate(steps):
        tread = base - body - treads[index]
        _step(drawing, (index * wide, tread, wide, base - tread), words[index], known=bool(step.value))
        _squares(drawing, index * wide + wide / 2, tread, squares[index])
    drawing.line(0, base, ACROSS, base, DARK_BLUE, 1.6)
    high = base + 6
    if each > 1:
        drawing.text(0, high + 9, lexicon.text("charts.a_square", number=each), colour=GREY)
        high += LINE + 4
    if beside:
        high += 8
        drawing.text(0, high + 9, lexicon.text("charts.beside_the_steps_key"), colour=GREY)
        high = draw_bars(drawing, beside, high + LINE + 6) + 2
    said = [say_bar(step) for step in steps]
    alt = sentence(said, lexicon.text("charts.by_the_furthest_step"))
    if beside:
        alt += " " + sentence(map(say_bar, beside), lexicon.text("charts.beside_the_steps"))
    return drawing.chart(high, alt, wide=True)


def _lines(step: Bar, room: float) -> list[str]:
    """The number of a step, its name, and its note."""
    note = wrap(step.note, room) if step.note and step.value is not None else []
    return [*wrap(say(step.value, step.note), room, bold=True), *wrap(step.label, room), *note]


def _step(drawing: Drawing, box: tuple[float, float, float, float], lines: Sequence[str], *, known: bool) -> None:
    x, y, wide, high = box
    drawing.rect(x, y, wide, high, PALE if known else WHITE, RULE)
    drawing.line(x, y, x + wide, y, DARK_BLUE, 3)
    for index, line in enumerate(lines):
        drawing.text(x + wide / 2, y + 14 + index * LINE, line, anchor="middle", bold=index == 0)


def _squares(drawing: Drawing, middle: float, tread: float, count: int) -> None:
    for index in range(count):
        row, place = divmod(index, ROW)
        across = min(ROW, count - row * ROW)
        x = middle + (place - (across - 1) / 2) * PITCH - SQUARE / 2
        drawing.rect(x, tread - 4 - (row + 1) * PITCH + (PITCH - SQUARE) / 2 + 1, SQUARE, SQUARE, DARK_BLUE)
