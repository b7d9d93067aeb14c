"""Answers on a scale: a dot for each, low ones hollow at the left, high ones filled at the right."""

from collections.abc import Sequence

from copkit import lexicon
from copkit.render.charts import framed
from copkit.render.charts.choosing import Data, Form, Kind, form
from copkit.render.charts.drawing import ACROSS, GAP, Drawing
from copkit.render.charts.layout import TALL, heights, names
from copkit.render.charts.letters import LINE, clean, width
from copkit.render.charts.rows import Answers, Chart, Row, Share
from copkit.render.charts.telling import in_words, ranging
from copkit.render.charts.tints import ACCENT, GREY, RULE, WHITE

wording = lexicon.Words("charts")

LABEL = 270.0
#: From dot to dot, at most and at least: closer they cannot be told apart.
WIDE, CLOSE = 12.0, 7.5


def dots(answers: Sequence[Answers], *, low: str, high: str, what: str) -> Chart:
    """Answers, the statement with most high ones first; `low` and `high` say what counts as which."""
    ordered = sorted(answers, key=lambda one: (-_part(one), one.low))
    base = max((one.low + one.high for one in answers), default=0)
    rows = [_row(one, low, high) for one in ordered]
    chosen = form(Data(Kind.ANSWERS, len(rows), len({row.value for row in rows}), base=base))
    labels, left = names([one.label for one in ordered], LABEL)
    most = (max((one.low for one in answers), default=0), max((one.high for one in answers), default=0))
    ends = 4 * GAP + 2 * width("00")
    step = min(WIDE, (ACROSS - left - ends) / max(sum(most), 1))
    if chosen is Form.BARS or (chosen is Form.DOTS and step < CLOSE):
        shares = [Share(one.label, one.high, one.low + one.high) for one in ordered]
        return framed.draw(shares, wording("saying", what=what, high=high), Form.BARS)
    tall = heights(labels, padding=6)
    if chosen is not Form.DOTS or sum(tall) > TALL:
        return in_words(Form.LISTS if chosen is Form.DOTS else chosen, rows, what)
    drawing = Drawing()
    axis = _axis(left, most[0] * step, low)
    _heads(drawing, axis, low, high)
    top = LINE + 4
    for one, label, deep in zip(ordered, labels, tall, strict=True):
        drawing.line(0, top, ACROSS, top, RULE, 0.8)
        drawing.lines(0, top + deep / 2, label)
        _line(drawing, one, (axis, top + deep / 2), step, left)
        top += deep
    return drawing.chart(top, _alt(ordered, high, what), rows=rows, form=chosen)


def _alt(ordered: Sequence[Answers], high: str, what: str) -> str:
    most, least = (Row(one.label, _of_all(one)) for one in (ordered[0], ordered[-1]))
    return ranging(Form.DOTS, wording("saying", what=what, high=high), least, most, len(ordered))


def _of_all(one: Answers) -> str:
    return wording("of", many=one.high, of=one.low + one.high)


def _part(one: Answers) -> float:
    return one.high / max(one.low + one.high, 1)


def _row(one: Answers, low: str, high: str) -> Row:
    said = wording("answered", low=one.low, low_is=clean(low), high=one.high, high_is=clean(high))
    return Row(clean(one.label), said, round(_part(one) * framed.FIFTIETHS))


def _axis(left: float, lows: float, low: str) -> float:
    """Where the low answers end and the high ones begin."""
    return left + 2 * GAP + width("00") + max(lows, width(clean(low)) - width("00") - 2 * GAP)


def _heads(drawing: Drawing, axis: float, low: str, high: str) -> None:
    drawing.text(axis - 4, LINE / 2, low, anchor="end", colour=GREY)
    drawing.text(axis + 4, LINE / 2, high, colour=GREY)


def _line(drawing: Drawing, one: Answers, at: tuple[float, float], step: float, left: float) -> None:
    axis, middle = at
    radius = step * 0.38
    for index in range(one.low):
        drawing.circle(axis - 4 - (index + 0.5) * step, middle, radius, WHITE, ACCENT, 1.2)
    for index in range(one.high):
        drawing.circle(axis + 4 + (index + 0.5) * step, middle, radius, ACCENT, ACCENT, 1.2)
    drawing.text(left + GAP + width("00"), middle, str(one.low), anchor="end")
    drawing.text(ACROSS, middle, str(one.high), anchor="end")
