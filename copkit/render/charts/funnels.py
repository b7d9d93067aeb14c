"""Stages one below the other: how many stand at each, and how many came in and left."""

from collections.abc import Sequence

from copkit import lexicon
from copkit.render.charts.drawing import ACROSS, GAP, Drawing
from copkit.render.charts.layout import heights, nothing, stretch
from copkit.render.charts.letters import clean, widest, width, wrap
from copkit.render.charts.rows import Chart, Stage
from copkit.render.charts.tints import BLUE, DARK_BLUE, GREY, INK
from copkit.render.charts.words import say, sentence

LABEL = 190.0
THICK = 20.0


def funnel(stages: Sequence[Stage]) -> Chart:
    """A bar a stage with its number; behind it, up and down triangles with how many came in and how many left."""
    if not stages:
        return nothing(lexicon.text("charts.stages"))
    drawing = Drawing()
    names = [wrap(stage.name, LABEL) for stage in stages]
    left = max(map(widest, names)) + GAP
    scale = stretch(
        [stage.count or 0 for stage in stages],
        [width(say(stage.count), bold=True) + 3 * GAP + _moves_wide(stage) for stage in stages],
        ACROSS - left,
    )
    start = top = 2.0
    for stage, lines, high in zip(stages, names, heights(names, least=30), strict=True):
        middle, long = top + high / 2, scale * (stage.count or 0)
        drawing.lines(left - GAP, middle, lines, anchor="end")
        if long:
            drawing.rect(left, middle - THICK / 2, long, THICK, BLUE)
        drawing.text(left + long + GAP, middle, say(stage.count), bold=stage.count is not None)
        _moves(drawing, stage, left + long + 3 * GAP + width(say(stage.count), bold=True), middle)
        top += high
    drawing.line(left, start, left, top, INK, 1.2)
    return drawing.chart(top + 2, _words(stages))


def _parts(stage: Stage) -> list[tuple[bool, str]]:
    """What moved: (whether in, words)."""
    moved = (
        (True, stage.came_in, lexicon.text("charts.came_in")),
        (False, stage.went_out, lexicon.text("charts.left")),
    )
    return [
        (rose, lexicon.text("charts.moves_unknown", what=words) if value is None else f"{say(value)} {words}")
        for rose, value, words in moved
        if value != 0
    ]


def _moves_wide(stage: Stage) -> float:
    return sum(18 + width(words) + 2 * GAP for _, words in _parts(stage))


def _moves(drawing: Drawing, stage: Stage, x: float, middle: float) -> None:
    for rose, words in _parts(stage):
        tip, foot = (middle - 6, middle + 5) if rose else (middle + 6, middle - 5)
        drawing.shape(
            [(x, foot), (x + 12, foot), (x + 6, tip)], DARK_BLUE if rose else "#FFFFFF", DARK_BLUE if rose else INK
        )
        drawing.text(x + 18, middle, words, colour=GREY)
        x += 18 + width(words) + 2 * GAP


def _words(stages: Sequence[Stage]) -> str:
    said = []
    for stage in stages:
        moved = ", ".join(words for _, words in _parts(stage)) or lexicon.text("charts.none_moved")
        said.append(f"{clean(stage.name)}: {say(stage.count)} ({moved})")
    return sentence(said, lexicon.text("charts.at_each_stage"))
