"""Rows of boxes with a heading and some words, and arrows between them: a model on one page."""

from collections.abc import Sequence
from functools import reduce

from copkit import lexicon
from copkit.render.charts.drawing import ACROSS, Drawing
from copkit.render.charts.layout import nothing
from copkit.render.charts.letters import LINE, clean, wrap
from copkit.render.charts.rows import Chart
from copkit.render.charts.tints import BLUE, DARK_BLUE, INK, WHITE
from copkit.render.charts.words import sentence

BETWEEN, BELOW = 26.0, 30.0
INSIDE = 9.0


def boxes(rows: Sequence[Sequence[tuple[str, str]]], arrows: bool = True) -> Chart:
    """Rows of boxes, each a heading and its words; arrows lead from box to box, and from each row to the next."""
    kept = [list(row) for row in rows if row]
    if not kept:
        return nothing(lexicon.text("charts.the_model"))
    drawing = Drawing()
    top = 2.0
    for index, row in enumerate(kept):
        bottom = _row(drawing, row, top, arrows=arrows)
        top = bottom + (BELOW if arrows else BETWEEN / 2)
        if arrows and index + 1 < len(kept):
            arrow(drawing, (ACROSS / 2, bottom + 3), (ACROSS / 2, top - 3))
    return drawing.chart(bottom + 2, _words(kept), wide=True)


def _row(drawing: Drawing, row: Sequence[tuple[str, str]], top: float, *, arrows: bool) -> float:
    """One row of boxes of the same width and height; the height where it ends."""
    wide = (ACROSS - 2 - BETWEEN * (len(row) - 1)) / len(row)
    room = wide - 2 * INSIDE
    said = [(wrap(head, room, bold=True), wrap(words, room) if clean(words) else []) for head, words in row]
    high = max(len(head) + len(words) for head, words in said) * LINE + 2 * INSIDE + 2
    for index, (head, words) in enumerate(said):
        x = 1 + index * (wide + BETWEEN)
        drawing.rect(x, top, wide, high, WHITE, BLUE, rx=4)
        for line, text in enumerate([*head, *words]):
            heading = line < len(head)
            drawing.text(
                x + INSIDE,
                top + INSIDE + LINE / 2 + line * LINE,
                text,
                bold=heading,
                colour=DARK_BLUE if heading else INK,
            )
        if arrows and index:
            arrow(drawing, (x - BETWEEN + 3, top + high / 2), (x - 3, top + high / 2))
    return top + high


def arrow(drawing: Drawing, start: tuple[float, float], end: tuple[float, float]) -> None:
    """A level or upright arrow."""
    (x1, y1), (x2, y2) = start, end
    level = y1 == y2
    tip = (
        [(x2, y2), (x2 - 9, y2 - 6), (x2 - 9, y2 + 6)] if level else [(x2, y2), (x2 - 6, y2 - 9), (x2 + 6, y2 - 9)]
    )
    drawing.line(x1, y1, x2 - 8 * level, y2 - 8 * (not level), DARK_BLUE, 2.4)
    drawing.shape(tip, DARK_BLUE)


def _words(rows: Sequence[Sequence[tuple[str, str]]]) -> str:
    said = []
    for row in rows:
        parts = [f"{clean(head)} ({clean(words)})" if clean(words) else clean(head) for head, words in row]
        said.append(reduce(lambda before, after: lexicon.text("charts.then", before=before, after=after), parts))
    return sentence(said)
