"""Horizontal bars: one number a row (with a note at its end), and rows whose parts stand one behind the other."""

from collections.abc import Sequence

from copkit import lexicon
from copkit.render.charts.choosing import Data, Form, Kind, form
from copkit.render.charts.drawing import ACROSS, GAP, Drawing
from copkit.render.charts.layout import fill_sign, heights, key, names, nothing, paragraph, stretch, wide_enough
from copkit.render.charts.letters import LINE, clean, widest, width, wrap
from copkit.render.charts.rows import Bar, Chart, Row, StackRow
from copkit.render.charts.telling import in_words, ranging
from copkit.render.charts.tints import ACCENT, FILLS, GREY, INK, WHITE
from copkit.render.charts.words import say, sentence

wording = lexicon.Words("charts")

#: The most that labels at the left and notes at the right may take.
LABEL, NOTE = 250.0, 190.0
THICK = 18.0
FIFTIETHS = 50


def bars(rows: Sequence[Bar], *, unit: str) -> Chart:
    """A bar a row, the longest first, with its number at the end; what is not known has no bar and says why.

    Few rows are a sentence, and so are more than a reader compares.
    """
    ordered = sorted(rows, key=lambda row: -1.0 if row.value is None else row.value, reverse=True)
    most = max((row.value or 0 for row in ordered), default=0)
    told = [_row(row, most) for row in ordered]
    chosen = form(Data(Kind.AMOUNTS, len(told), len({row.value for row in told})))
    alone = [_row(row if row.value is None else row._replace(note=""), most) for row in ordered]
    if chosen is not Form.BARS:
        return in_words(chosen, alone if chosen is Form.MOST else told, unit)
    drawing = Drawing()
    high = draw_bars(drawing, ordered, 0)
    known = [row for row in alone if row.long >= 0] or alone
    alt = ranging(chosen, unit, known[-1], known[0], len(told))
    return drawing.chart(high + 2, alt, rows=told, form=chosen)


def _row(row: Bar, most: float) -> Row:
    if row.value is None:
        return Row(clean(row.label), say(None, row.note))
    value, note = say(row.value), clean(row.note)
    said = wording("with_note", value=value, note=note) if note else value
    return Row(clean(row.label), said, round(row.value * FIFTIETHS / (most or 1)))


def draw_bars(drawing: Drawing, rows: Sequence[Bar], top: float) -> float:
    """Bars from a height on; the height where they end."""
    labels, left = names([row.label for row in rows], LABEL)
    left += GAP
    ends = [_end(row) for row in rows]
    after = [width(value, bold=True) + GAP + widest(notes) + GAP for value, notes in ends]
    scale = stretch([row.value or 0 for row in rows], after, ACROSS - left)
    start = top
    tall = heights([max(label, notes, key=len) for label, (_, notes) in zip(labels, ends, strict=True)])
    for row, lines, (value, notes), high in zip(rows, labels, ends, tall, strict=True):
        middle = top + high / 2
        long = scale * max(row.value or 0, 0)
        drawing.lines(left - GAP, middle, lines, anchor="end")
        if long:
            drawing.rect(left, middle - THICK / 2, long, THICK, ACCENT)
        x = left + long + GAP
        drawing.text(x, middle, value, bold=True)
        gap = width(value, bold=True) + GAP if value else 0
        drawing.lines(x + gap, middle, notes, colour=GREY)
        top += high
    drawing.line(left, start, left, top, INK, 1.2)
    return top


def _end(row: Bar) -> tuple[str, list[str]]:
    """What stands at the end of a bar: its number, and its note in lines."""
    if row.value is None:
        return "", wrap(row.note or lexicon.text("charts.not_known"), NOTE)
    return say(row.value), wrap(row.note, NOTE) if clean(row.note) else []


def stacked_bars(rows: Sequence[StackRow], keys: Sequence[str], *, unit: str) -> Chart:
    """Rows of parts one behind the other, each in its own pattern, with the total at the end; six keys at most."""
    if len(keys) > len(FILLS):
        raise ValueError(f"a chart tells {len(FILLS)} parts apart, not {len(keys)}: put the smallest together")
    if not rows:
        return nothing(unit)
    drawing = Drawing()
    entries = [(fill_sign(drawing, fill), name) for name, fill in zip(keys, FILLS, strict=False)]
    top = key(drawing, paragraph(drawing, 0, unit) + 2, entries)
    labels, left = names([row.label for row in rows], LABEL)
    left += GAP
    scale, ends = _scale(rows, keys, ACROSS - left)
    tall = heights([max(label, end, key=len) for label, end in zip(labels, ends, strict=True)])
    start = top
    for row, label, end, high in zip(rows, labels, ends, tall, strict=True):
        drawing.lines(left - GAP, top + high / 2, label, anchor="end")
        x = _stack(drawing, row, left, top + high / 2, scale)
        _stack_note(drawing, row, end, x + GAP, top + high / 2)
        top += high
    drawing.line(left, start, left, top, INK, 1.2)
    return drawing.chart(top + 2, _stack_words(rows, keys, unit))


def _total(row: StackRow) -> int:
    return sum(part or 0 for part in row.parts)


def _scale(rows: Sequence[StackRow], keys: Sequence[str], room: float) -> tuple[float, list[list[str]]]:
    """How long one is drawn, and what stands at each row's end: the two depend on each other."""
    totals = [_total(row) for row in rows]
    scale, ends = room / (max(totals) or 1), []
    for _ in range(3):
        ends = [_stack_end(row, keys, scale) for row in rows]
        scale = min(scale, stretch(totals, [widest(lines, bold=True) + GAP for lines in ends], room))
    return scale, ends


def _stack_end(row: StackRow, keys: Sequence[str], scale: float) -> list[str]:
    """The total, with its parts where one of them is too short to hold its number, and what is not known."""
    known = [part for part in row.parts if part is not None]
    if not known:
        return wrap(row.note or lexicon.text("charts.not_known"), NOTE)
    end = say(sum(known))
    cramped = any(part and not wide_enough(say(part), part * scale) for part in known)
    if len([part for part in known if part]) > 1 and cramped:
        end += f" ({' + '.join(say(part) for part in known)})"
    missing = [clean(name) for name, part in zip(keys, row.parts, strict=True) if part is None]
    told = [lexicon.text("charts.parts_unknown", names=lexicon.listed(missing))] if missing else []
    return [end, *(line for text in [*told, row.note] if clean(text) for line in wrap(text, NOTE))]


def _stack(drawing: Drawing, row: StackRow, x: float, middle: float, scale: float) -> float:
    """The parts of a row, with their numbers where they have room; where the last one ends."""
    for part, fill in zip(row.parts, FILLS, strict=False):
        if not part:
            continue
        long = part * scale
        drawing.filled(x, middle - THICK / 2, long, THICK, fill)
        if wide_enough(say(part), long) and fill.solid:
            drawing.text(x + long / 2, middle, say(part), anchor="middle", bold=True, colour=WHITE)
        elif wide_enough(say(part), long):
            drawing.plate(x + long / 2, middle, say(part))
        x += long
    return x


def _stack_note(drawing: Drawing, row: StackRow, end: Sequence[str], x: float, middle: float) -> None:
    known = any(part is not None for part in row.parts)
    first = middle - (len(end) - 1) * LINE / 2
    drawing.text(x, first, end[0], bold=known, colour=INK if known else GREY)
    for index, line in enumerate(end[1:], 1):
        drawing.text(x, first + index * LINE, line, colour=GREY)


def _stack_words(rows: Sequence[StackRow], keys: Sequence[str], unit: str) -> str:
    said = []
    for row in rows:
        if all(part is None for part in row.parts):
            said.append(f"{clean(row.label)}: {say(None, row.note)}")
            continue
        unknown = wording("not_known")
        parts = [f"{clean(name)} {say(part, unknown)}" for name, part in zip(keys, row.parts, strict=True)]
        note = f" ({clean(row.note)})" if clean(row.note) else ""
        said.append(f"{clean(row.label)}: {say(_total(row))} ({', '.join(parts)}){note}")
    return sentence(said, clean(unit))
