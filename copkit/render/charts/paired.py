"""Before and after: two bars on a scale from nought, outlined then filled; what has one unit has one scale."""

from collections.abc import Sequence
from typing import NamedTuple

from copkit import lexicon
from copkit.render.charts.choosing import Form
from copkit.render.charts.drawing import ACROSS, GAP, Drawing
from copkit.render.charts.layout import heights
from copkit.render.charts.letters import clean, widest, width, wrap
from copkit.render.charts.rows import Chart, Pair, Row
from copkit.render.charts.telling import SUBJECT, brief, in_one_sentence
from copkit.render.charts.tints import ACCENT, GREY, INK, WHITE
from copkit.render.charts.words import say

wording = lexicon.Words("charts")

THICK = 18.0
#: A label at the left takes no more, and a percentage is of no fewer than so many.
LABEL, PERCENT = 150.0, 10
FIFTIETHS = 50


class _Frame(NamedTuple):
    """What the pairs of a page share: how wide their labels and the numbers at their ends are."""

    left: float
    room: float


def pairs(given: Sequence[Pair]) -> tuple[Chart, ...]:
    """A picture a pair, in the order given."""
    left = max((widest(wrap(when, LABEL)) for one in given for when in _whens(one)), default=0.0) + GAP
    ends = max((width(end, bold=True) for one in given for end in _ends(one)), default=0.0)
    frame = _Frame(left, ACROSS - left - GAP - ends)
    return tuple(_drawn(one, _greatest(one, given), frame) for one in given)


def _greatest(pair: Pair, given: Sequence[Pair]) -> float:
    """Where the scale of a pair ends: at all of a base, else at the greatest number of its unit."""
    if _is_share(pair):
        return 1.0
    same = [one for one in given if one.unit == pair.unit and not _is_share(one)] if pair.unit else [pair]
    return max(number for one in same for number in (one.before, one.after, 0)) or 1.0


def _is_share(pair: Pair) -> bool:
    return bool(pair.before_of or pair.after_of)


def _whens(pair: Pair) -> tuple[str, str]:
    before, after = wording.lines("before_after")
    return clean(pair.before_when) or before, clean(pair.after_when) or after


def _ends(pair: Pair) -> tuple[str, str]:
    return _said(pair.before, pair.before_of), _said(pair.after, pair.after_of)


def _drawn(pair: Pair, greatest: float, frame: _Frame) -> Chart:
    parts = (_part(pair.before, pair.before_of), _part(pair.after, pair.after_of))
    rows = [
        Row(when, end, round(max(part, 0) / greatest * FIFTIETHS), hollow=index == 0)
        for index, (when, end, part) in enumerate(zip(_whens(pair), _ends(pair), parts, strict=True))
    ]
    drawing = Drawing()
    labels = [wrap(row.label, LABEL) for row in rows]
    top = 0.0
    for row, label, part, high in zip(rows, labels, parts, heights(labels, padding=4, least=22), strict=True):
        drawing.lines(frame.left - GAP, top + high / 2, label, anchor="end", colour=GREY if row.hollow else INK)
        _bar(drawing, row, max(part, 0) / greatest * frame.room, (frame.left, top + high / 2))
        top += high
    return drawing.chart(top, _alt(pair), rows=rows, form=Form.PAIR)


def _bar(drawing: Drawing, row: Row, long: float, at: tuple[float, float]) -> None:
    x, middle = at
    fill, edge = (WHITE, GREY) if row.hollow else (ACCENT, ACCENT)
    if long:
        drawing.rect(x, middle - THICK / 2, long, THICK, fill, edge)
    else:
        drawing.line(x, middle - THICK / 2, x, middle + THICK / 2, GREY, 1.2)
    drawing.text(x + long + GAP, middle, row.value, bold=not row.hollow)


def _part(number: float, of: int | None) -> float:
    return number / of if of else number


def _said(number: float, of: int | None) -> str:
    if not of:
        return say(number)
    said = wording("of", many=say(number), of=say(of))
    return f"{said} ({round(number * 100 / of)}%)" if of >= PERCENT and of != 100 and 0 < number < of else said


def _alt(pair: Pair) -> str:
    unit = f" {clean(pair.unit)}" if pair.unit and not _is_share(pair) else ""
    (then, now), (before, after) = _whens(pair), _ends(pair)
    what = brief(pair.what, SUBJECT)
    said = wording("a_pair", what=what, before=before + unit, then=then, after=after, now=now)
    return in_one_sentence(f"{said}, {clean(pair.base)}" if pair.base else said)
