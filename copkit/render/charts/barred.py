"""Horizontal bars: one number a row (with a note at its end), and rows whose parts stand one behind the other."""

from collections.abc import Sequence

from copkit.render.charts.drawing import ACROSS, GAP, Drawing
from copkit.render.charts.layout import Labels, heights, key, nothing, stretch, wide_enough
from copkit.render.charts.letters import LINE, clean, widest, width, wrap
from copkit.render.charts.rows import Bar, Chart, StackRow
from copkit.render.charts.tints import BLUE, FILLS, GREY, INK, RULE
from copkit.render.charts.words import NOT_KNOWN, listed, say, say_bar, sentence

#: The most that labels at the left and notes at the right may take.
LABEL, NOTE = 250.0, 190.0
THICK = 18.0


def bars(rows: Sequence[Bar], *, unit: str) -> Chart:
    """A bar a row with its number at the end; what is not known has no bar and says why."""
    if not rows:
        return nothing(unit)
    drawing = Drawing()
    drawing.text(0, 9, unit, colour=GREY)
    high = draw_bars(drawing, rows, LINE + 8)
    return drawing.chart(high + 2, sentence(map(say_bar, rows), clean(unit)))


def draw_bars(drawing: Drawing, rows: Sequence[Bar], top: float) -> float:
    """Bars from a height on; the height where they end."""
    names = [wrap(row.label, LABEL) for row in rows]
    ends = [_end(row) for row in rows]
    left = max(widest(lines) for lines in names) + GAP
    after = [width(value, bold=True) + GAP + widest(notes) + GAP for value, notes in ends]
    scale = stretch([row.value or 0 for row in rows], after, ACROSS - left)
    start = top
    tall = heights([max(name, notes, key=len) for name, (_, notes) in zip(names, ends, strict=True)])
    for row, lines, (value, notes), high in zip(rows, names, ends, tall, strict=True):
        middle = top + high / 2
        long = scale * max(row.value or 0, 0)
        drawing.lines(left - GAP, middle, lines, anchor="end")
        if long:
            drawing.rect(left, middle - THICK / 2, long, THICK, BLUE)
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
        return "", wrap(row.note or NOT_KNOWN, NOTE)
    return say(row.value), wrap(row.note, NOTE) if clean(row.note) else []


def stacked_bars(rows: Sequence[StackRow], keys: Sequence[str], *, unit: str) -> Chart:
    """Rows of parts one behind the other, each in its own pattern, with the total at the end; six keys at most."""
    if len(keys) > len(FILLS):
        raise ValueError(f"a chart tells {len(FILLS)} parts apart, not {len(keys)}: put the smallest together")
    if not rows:
        return nothing(unit)
    drawing = Drawing()
    drawing.text(0, 9, unit, colour=GREY)
    top = key(drawing, LINE + 6, list(zip(keys, FILLS, strict=False)))
    names = [wrap(row.label, LABEL) for row in rows]
    left = max(widest(lines) for lines in names) + GAP
    scale, ends = _scale(rows, keys, ACROSS - left)
    tall = heights([max(name, end, key=len) for name, end in zip(names, ends, strict=True)])
    labelled = Labels(names, left, 0)
    high = _stacks(drawing, rows, labelled, ends, tall, top, scale)
    return drawing.chart(high + 2, _stack_words(rows, keys, unit))


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
        return wrap(row.note or NOT_KNOWN, NOTE)
    end = say(sum(known))
    cramped = any(part and not wide_enough(say(part), part * scale) for part in known)
    if len([part for part in known if part]) > 1 and cramped:
        end += f" ({' + '.join(say(part) for part in known)})"
    missing = [clean(name) for name, part in zip(keys, row.parts, strict=True) if part is None]
    told = [f"{listed(missing)} not known"] if missing else []
    return [end, *(line for text in [*told, row.note] if clean(text) for line in wrap(text, NOTE))]


def _stacks(
    drawing: Drawing,
    rows: Sequence[StackRow],
    labelled: Labels,
    ends: Sequence[list[str]],
    tall: Sequence[float],
    top: float,
    scale: float,
) -> float:
    left, start = labelled.wide, top
    for row, lines, end, high in zip(rows, labelled.lines, ends, tall, strict=True):
        middle, x = top + high / 2, left
        drawing.lines(left - GAP, middle, lines, anchor="end")
        for part, fill in zip(row.parts, FILLS, strict=False):
            if part:
                long = part * scale
                drawing.filled(x, middle - THICK / 2, long, THICK, fill)
                if wide_enough(say(part), long):
                    if fill.solid:
                        drawing.text(x + long / 2, middle, say(part), anchor="middle", bold=True, colour="#FFFFFF")
                    else:
                        drawing.plate(x + long / 2, middle, say(part))
                x += long
        known = any(part is not None for part in row.parts)
        first = middle - (len(end) - 1) * LINE / 2
        drawing.text(x + GAP, first, end[0], bold=known, colour=INK if known else GREY)
        for index, line in enumerate(end[1:], 1):
            drawing.text(x + GAP, first + index * LINE, line, colour=GREY)
        top += high
    drawing.line(left, start, left, top, RULE if not rows else INK, 1.2)
    return top


def _stack_words(rows: Sequence[StackRow], keys: Sequence[str], unit: str) -> str:
    said = []
    for row in rows:
        if all(part is None for part in row.parts):
            said.append(f"{clean(row.label)}: {say(None, row.note)}")
            continue
        parts = [f"{clean(name)} {say(part, 'not known')}" for name, part in zip(keys, row.parts, strict=True)]
        note = f" ({clean(row.note)})" if clean(row.note) else ""
        said.append(f"{clean(row.label)}: {say(_total(row))} ({', '.join(parts)}){note}")
    return sentence(said, clean(unit))
