"""Things at stages: a box each under its stage; what has stopped comes last, its edges dashed."""

from collections.abc import Sequence
from typing import NamedTuple

from copkit import lexicon
from copkit.render.charts.choosing import Data, Form, Kind, form
from copkit.render.charts.drawing import ACROSS, Drawing
from copkit.render.charts.layout import TALL
from copkit.render.charts.letters import LINE, clean, longest_word, width, wrap
from copkit.render.charts.rows import Chart, Row, Thing
from copkit.render.charts.telling import NAME, brief, in_one_sentence, in_words
from copkit.render.charts.tints import ACCENT, GREY, INK, WHITE
from copkit.render.charts.words import say

wording = lexicon.Words("charts")

GAP, INSIDE, BETWEEN = 8.0, 6.0, 8.0
#: Over so many things in a column, so many are named and the others counted.
MOST, NAMED = 8, 6
DASHED = "4 3"


class _Column(NamedTuple):
    stage: str
    many: int
    things: list[Thing]


def board(things: Sequence[Thing], stages: Sequence[str], *, what: str) -> Chart:
    """Things by their stages in order, those in use alone; `what` says what the things are."""
    columns = [column for stage in stages if (column := _column(things, stage)).many]
    columns.sort(key=lambda one: one.things[0].stopped)
    rows = [row for one in columns for row in _rows(one)]
    chosen = form(Data(Kind.STAGES, len(things), len(columns)))
    if chosen is not Form.BOARD:
        return in_words(chosen, rows, what)
    wide = (ACROSS - GAP * (len(columns) - 1)) / len(columns)
    if not all(_fits(one, wide) for one in columns):
        return in_words(Form.LISTS, rows, what)
    drawing = Drawing()
    foot = max(_draw(drawing, one, index * (wide + GAP), wide) for index, one in enumerate(columns))
    if foot > TALL:
        return in_words(Form.LISTS, rows, what)
    return drawing.chart(foot, _alt(columns, what), wide=True, rows=rows, form=chosen)


def _column(things: Sequence[Thing], stage: str) -> _Column:
    here = [one for one in things if one.stage == stage]
    many = len(here)
    if many > MOST:
        others = wording.plural("and_others", many - NAMED)
        here = [*here[:NAMED], Thing(others, stage, stopped=here[0].stopped)]
    return _Column(stage, many, here)


def _rows(column: _Column) -> list[Row]:
    return [Row(clean(one.name), column.stage, note=clean(one.what)) for one in column.things]


def _fits(column: _Column, wide: float) -> bool:
    """Whether no word need be broken."""
    head = width(clean(column.stage), bold=True) + width(str(column.many)) + 4 <= wide
    room = wide - 2 * INSIDE
    words = (word for one in column.things for word in clean(one.name).split())
    bold = max((width(word, bold=True) for word in words), default=0.0)
    return head and bold <= room and max(longest_word(one.what) for one in column.things) <= room


def _draw(drawing: Drawing, column: _Column, x: float, wide: float) -> float:
    """A column; the height where it ends."""
    drawing.text(x, LINE / 2, column.stage, bold=True)
    drawing.text(x + wide, LINE / 2, say(column.many), anchor="end")
    drawing.line(x, LINE + 3, x + wide, LINE + 3, ACCENT, 2.4)
    top = LINE + 4 + BETWEEN
    for one in column.things:
        top = _box(drawing, one, (x, top), wide) + BETWEEN
    return top


def _box(drawing: Drawing, one: Thing, at: tuple[float, float], wide: float) -> float:
    x, top = at
    room = wide - 2 * INSIDE
    names = wrap(one.name, room, bold=True)
    what = wrap(one.what, room) if clean(one.what) else []
    high = (len(names) + len(what)) * LINE + INSIDE
    edges = [(x, top), (x + wide, top), (x + wide, top + high), (x, top + high), (x, top)]
    drawing.rect(x, top, wide, high, WHITE)
    drawing.path(edges, GREY, 1.2, DASHED if one.stopped else "")
    for line, text in enumerate([*names, *what]):
        named = line < len(names)
        middle = top + INSIDE / 2 + LINE / 2 + line * LINE
        drawing.text(x + INSIDE, middle, text, bold=named, colour=INK if named else GREY)
    return top + high


def _alt(columns: Sequence[_Column], what: str) -> str:
    said = "; ".join(f"{brief(one.stage, NAME)} {say(one.many)}" for one in columns)
    return in_one_sentence(wording("a_board", what=clean(what), stages=said))
