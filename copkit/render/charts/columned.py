"""Moments in order: a column each, its number on top, filled for those who came before, outlined for new ones."""

from collections.abc import Sequence
from itertools import groupby

from copkit import lexicon
from copkit.render.charts.choosing import Data, Form, Kind, form
from copkit.render.charts.drawing import ACROSS, Drawing
from copkit.render.charts.letters import LINE, clean, longest_word, wrap
from copkit.render.charts.rows import Chart, Column, Row
from copkit.render.charts.telling import in_words, ranging
from copkit.render.charts.tints import ACCENT, GREY, INK, WHITE, Fill
from copkit.render.charts.words import say

wording = lexicon.Words("charts")

HIGH, WIDE = 118.0, 52.0
FIFTIETHS = 50
#: For a column of which nobody may know how many were new.
WHOLE = Fill(WHITE, "/", ACCENT)


def columns(moments: Sequence[Column], *, what: str) -> Chart:
    """A column a moment, or one a month where there are too many; `what` says what is counted."""
    chosen = form(Data(Kind.TIME, len(moments)))
    if chosen is Form.MONTHS:
        moments = _by_month(moments)
    most = max((one.many or 0 for one in moments), default=0)
    rows = [_row(one, most) for one in moments]
    if chosen not in (Form.COLUMNS, Form.MONTHS):
        return in_words(chosen, rows, what)
    slot = ACROSS / len(moments)
    if any(longest_word(said) > slot - 3 for one in moments for said in (one.label, _top(one))):
        return in_words(Form.LISTS, rows, what)
    return _drawn(moments, rows, what, chosen)


def _drawn(moments: Sequence[Column], rows: Sequence[Row], what: str, chosen: Form) -> Chart:
    drawing = Drawing()
    slot = ACROSS / len(moments)
    most = max((one.many or 0 for one in moments), default=0)
    above = max(len(wrap(_top(one), slot - 3)) for one in moments) * LINE + 4
    ground = above + HIGH
    labels = [wrap(one.label, slot - 3) for one in moments]
    for index, (one, label) in enumerate(zip(moments, labels, strict=True)):
        _column(drawing, one, ((index + 0.5) * slot, ground), HIGH / max(most, 1), slot)
        drawing.lines((index + 0.5) * slot, ground + 4 + len(label) * LINE / 2, label, anchor="middle")
    drawing.line(0, ground, ACROSS, ground, INK, 1.2)
    known = sorted((row for row, one in zip(rows, moments, strict=True) if one.many is not None), key=_length)
    ends = (known[0], known[-1]) if known else (rows[0], rows[-1])
    split = any(one.first is not None for one in moments)
    whole = any(one.first is None and one.many for one in moments)
    note = " ".join([wording("filled_outlined")] * split + [wording("striped")] * (split and whole))
    high = ground + 6 + max(map(len, labels)) * LINE
    least, most_of_all = (_number(row, moments) for row in ends)
    alt = ranging(chosen, what, least, most_of_all, len(rows))
    return drawing.chart(high, alt, wide=len(rows) > 6, rows=rows, form=chosen, note=note)


def _length(row: Row) -> int:
    return row.long


def _number(row: Row, moments: Sequence[Column]) -> Row:
    """A row with its number alone."""
    return row._replace(value=_top(next(one for one in moments if clean(one.label) == row.label)))


def _column(drawing: Drawing, one: Column, at: tuple[float, float], scale: float, slot: float) -> None:
    middle, ground = at
    wide, high = min(WIDE, slot * 0.62), (one.many or 0) * scale
    top = wrap(_top(one), slot - 3)
    over = ground - high - 4 - len(top) * LINE / 2
    known = one.many is not None
    drawing.lines(middle, over, top, anchor="middle", bold=known, colour=INK if known else GREY)
    if not one.many:
        return
    x = middle - wide / 2
    if one.first is None:
        drawing.filled(x, ground - high, wide, high, WHOLE)
        return
    before = (one.many - one.first) * scale
    drawing.rect(x, ground - high, wide, high, WHITE, ACCENT)
    drawing.rect(x, ground - before, wide, before, ACCENT)


def _top(one: Column) -> str:
    return say(one.many, one.said)


def _row(one: Column, most: int) -> Row:
    said = _top(one)
    if one.many and one.first is not None:
        told = "all_first" if one.first == one.many else "some_first" if one.first else "none_first"
        said = wording(told, many=said, first=say(one.first))
    long = -1 if one.many is None else round(one.many * FIFTIETHS / max(most, 1))
    return Row(clean(one.label), said, long)


def _by_month(moments: Sequence[Column]) -> list[Column]:
    """Moments of one month together; one that is not on record leaves its month without a number."""
    months = groupby(moments, key=lambda one: one.month or one.label)
    return [_together(month, list(some)) for month, some in months]


def _together(month: str, some: Sequence[Column]) -> Column:
    known = [one.many for one in some if one.many is not None]
    first = [one.first for one in some if one.first is not None]
    if len(known) < len(some):
        return Column(month, None, None, next(one.said for one in some if one.many is None))
    return Column(month, sum(known), sum(first) if len(first) == len(some) else None)
