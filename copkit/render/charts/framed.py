"""Shares of one base: bars in a frame of all, the largest first, with “n of d” at the end."""

from collections.abc import Sequence

from copkit import lexicon
from copkit.render.charts.choosing import Data, Form, Kind, form
from copkit.render.charts.drawing import ACROSS, GAP, Drawing
from copkit.render.charts.layout import TALL, heights, names
from copkit.render.charts.letters import clean, widest, wrap
from copkit.render.charts.rows import Chart, Row, Share
from copkit.render.charts.telling import in_words, ranging
from copkit.render.charts.tints import ACCENT, GREY, WHITE

wording = lexicon.Words("charts")

LABEL, NOTE = 250.0, 190.0
THICK = 15.0
FIFTIETHS = 50


def framed(shares: Sequence[Share], *, what: str) -> Chart:
    """So many of a base, each in a frame of all of it; `what` says of what they are shares."""
    ordered = sorted(shares, key=lambda one: -_part(one))
    chosen = form(Data(Kind.SHARES, len(ordered), len({_said(one) for one in ordered})))
    return draw(ordered, what, chosen)


def draw(shares: Sequence[Share], what: str, chosen: Form) -> Chart:
    """The frames in the order given, or what else the form is; a list where a page could not hold them."""
    rows = [Row(clean(one.label), _said(one), _long(one)) for one in shares]
    if chosen not in (Form.FRAMED, Form.BARS):
        return in_words(chosen, rows, what)
    labels, left = names([one.label for one in shares], LABEL)
    left += GAP
    ends = [wrap(row.value, NOTE) for row in rows]
    tall = heights([max(label, end, key=len) for label, end in zip(labels, ends, strict=True)])
    if sum(tall) > TALL:
        return in_words(Form.LISTS, rows, what)
    drawing = Drawing()
    wide = ACROSS - left - GAP - max(map(widest, ends))
    top = 0.0
    for one, label, end, high in zip(shares, labels, ends, tall, strict=True):
        middle = top + high / 2
        drawing.lines(0, middle, label)
        drawing.rect(left, middle - THICK / 2, wide, THICK, WHITE, GREY)
        drawing.rect(left, middle - THICK / 2, wide * max(_part(one), 0), THICK, ACCENT)
        drawing.lines(left + wide + GAP, middle, end)
        top += high
    known = [row for row in rows if row.long >= 0] or list(rows)
    alt = ranging(chosen, what, known[-1], known[0], len(rows))
    return drawing.chart(top, alt, rows=rows, form=chosen)


def _part(share: Share) -> float:
    return -1.0 if share.many is None or not share.of else share.many / share.of


def _long(share: Share) -> int:
    return round(_part(share) * FIFTIETHS) if _part(share) >= 0 else -1


def _said(share: Share) -> str:
    if share.many is None:
        return clean(share.said) or wording("not_known")
    return wording("of", many=share.many, of=share.of)
