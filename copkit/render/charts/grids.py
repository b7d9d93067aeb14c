"""Matrices with a number in each cell: themes by session, and organisations by organisation."""

from collections.abc import Mapping, Sequence

from copkit import lexicon
from copkit.render.charts.drawing import ACROSS, GAP, Drawing
from copkit.render.charts.layout import (
    SWATCH,
    Headings,
    Sign,
    fill_sign,
    head,
    headings,
    heights,
    key,
    nothing,
    paragraph,
)
from copkit.render.charts.letters import LINE, clean, widest, width, wrap
from copkit.render.charts.rows import Chart
from copkit.render.charts.tints import GREY, INK, RULE, UNKNOWN, tint, tint_of
from copkit.render.charts.words import say, sentence

LABEL = 220.0
#: A column no wider than this needs no more room, however few there are.
BROAD = 84.0
#: With more numbers than this, alternative text says the sums and the greatest; the table beneath has them all.
SPOKEN = 80

Counts = Mapping[tuple[str, str], int | None]

wording = lexicon.Words("charts")


def heat_map(rows: Sequence[str], columns: Sequence[str], counts: Counts, *, unit: str) -> Chart:
    """Rows by columns with the number in each cell, darker where it is greater.

    A pair that `counts` lacks is nought, one with None is not known.
    """
    if not rows or not columns:
        return nothing(unit)
    names = [wrap(row, LABEL) for row in rows]
    left = max(map(widest, names)) + GAP
    across, column = _columns(left, len(columns), counts)
    drawing = Drawing(across)
    heads = headings(columns, column)
    top = paragraph(drawing, 0, unit) + 2 + heads.high
    head(drawing, heads, left, column, top)
    most = max((value for value in counts.values() if value), default=0)
    for row, lines, high in zip(rows, names, heights(names), strict=True):
        drawing.lines(left - GAP, top + high / 2, lines, anchor="end")
        for index, name in enumerate(columns):
            cell(drawing, left + index * column, top, column, high, counts.get((row, name), 0), most)
        top += high
    top = scale_key(drawing, top + 8, most, unknown=None in counts.values())
    if heads.keyed:
        top = paragraph(
            drawing, top, "; ".join(f"{number} {name}" for number, name in enumerate(columns, 1)), colour=INK
        )
    return drawing.chart(top, _heat_words(rows, columns, counts, unit), wide=len(columns) > 6)


def _columns(left: float, number: int, counts: Counts) -> tuple[float, float]:
    """The picture's width and that of a column, wide enough for the longest number."""
    longest = max((say(value) for value in counts.values() if value is not None), key=len, default="")
    need = max(width(longest, bold=True), width(str(number))) + 6
    column = min(BROAD, (ACROSS - left) / number)
    if column >= need:
        return ACROSS, column
    return left + need * number, need


def cell(drawing: Drawing, x: float, y: float, wide: float, high: float, value: int | None, most: int) -> None:
    """One cell: its tint and its number; hatched where the number is not known."""
    if value is None:
        drawing.filled(x, y, wide, high, UNKNOWN)
        return
    shade = tint(value, most)
    drawing.rect(x, y, wide, high, shade.ground, RULE)
    colour = GREY if value == 0 else shade.ink
    drawing.text(x + wide / 2, y + high / 2, say(value), anchor="middle", bold=value > 0, colour=colour)


def scale_key(drawing: Drawing, top: float, most: int, *, unknown: bool) -> float:
    """What each tint stands for; the height where it ends."""

    def tinted(level: int) -> Sign:
        return lambda x, middle: drawing.rect(x, middle - 7, SWATCH, 14, tint_of(level).ground, RULE)

    entries: list[tuple[Sign | None, str]] = [(tinted(0), "0")]
    entries += [(tinted(level), words) for level in range(1, 5) if (words := _span(level, most))]
    if unknown:
        entries.append((fill_sign(drawing, UNKNOWN), lexicon.text("charts.not_known")))
    return key(drawing, top, entries)


def _span(level: int, most: int) -> str:
    """The numbers of a tint: `3 to 5`; nothing where no number has it."""
    low, high = most * (level - 1) // 4 + 1, most * level // 4
    if low > high:
        return ""
    return say(low) if low == high else wording("from_to", low=say(low), high=say(high))


def _heat_words(rows: Sequence[str], columns: Sequence[str], counts: Counts, unit: str) -> str:
    brief = sum(1 for value in counts.values() if value or value is None) > SPOKEN
    said = [_row_words(row, columns, [counts.get((row, name), 0) for name in columns], brief=brief) for row in rows]
    return sentence(said, clean(unit))


def _row_words(row: str, columns: Sequence[str], values: Sequence[int | None], *, brief: bool) -> str:
    known = [value for value in values if value is not None]
    if brief:
        greatest = max(known, default=0)
        where = next((clean(name) for name, value in zip(columns, values, strict=True) if value == greatest), "")
        if not greatest:
            return wording("in_all", row=clean(row), number=say(sum(known)))
        return wording("in_all_and_most", row=clean(row), number=say(sum(known)), most=say(greatest), where=where)
    there = [f"{say(value)} ({clean(name)})" for name, value in zip(columns, values, strict=True) if value]
    missing = [clean(name) for name, value in zip(columns, values, strict=True) if value is None]
    noughts = sum(value == 0 for value in values)
    others = [wording("all_nought") if noughts == len(values) else wording.plural("others_nought", noughts)]
    no_record = [wording("no_record_of", names="; ".join(missing))] if missing else []
    return f"{clean(row)}: {', '.join([*there, *(others if noughts else ()), *no_record])}"


def pair_matrix(names: Sequence[str], counts: Counts, *, unit: str, among: int = 0) -> Chart:
    """Each name with each other and with itself: the lower half and the diagonal, a number in each cell.

    A pair counts in either order. Columns carry the numbers that stand before the names of the rows. `among` is how
    many could have been linked, where some of them were with nobody and have no row.
    """
    if not names:
        return nothing(unit)
    numbered = [f"{index} {name}" if len(names) > 1 else name for index, name in enumerate(names, 1)]
    lines = [wrap(name, LABEL + 20) for name in numbered]
    left = max(map(widest, lines)) + GAP
    pairs = {(a, b): pair(counts, a, b) for index, a in enumerate(names) for b in names[: index + 1]}
    across, column = _columns(left, len(names), pairs)
    column = max(min(column, 56.0), (ACROSS - left) / len(names) if len(names) > 12 else 0)
    drawing = Drawing(across)
    top = paragraph(drawing, 0, unit) + 2
    tall = heights(lines, least=min(column, 30.0))
    most = max((value for value in pairs.values() if value), default=0)
    top = _half(drawing, names, lines, tall, pairs, (left, top + LINE, column, most))
    top = scale_key(drawing, top + 8, most, unknown=None in pairs.values())
    top = paragraph(
        drawing,
        top,
        lexicon.text("charts.how_to_read_the_matrix"),
    )
    return drawing.chart(top, _pair_words(max(among, len(names)), pairs, unit), wide=len(names) > 6)


def pair(counts: Counts, a: str, b: str) -> int | None:
    """What is counted for a pair, in whichever order it is given."""
    given = [counts[ends] for ends in dict.fromkeys([(a, b), (b, a)]) if ends in counts]
    return None if None in given else sum(value or 0 for value in given)


def _half(
    drawing: Drawing,
    names: Sequence[str],
    lines: Sequence[list[str]],
    tall: Sequence[float],
    pairs: Counts,
    place: tuple[float, float, float, int],
) -> float:
    left, top, column, most = place
    own = []
    heads = Headings([[str(index)] for index in range(1, len(names) + 1)], LINE)
    head(drawing, heads, left, column, top + 2)
    for index, (name, said, high) in enumerate(zip(names, lines, tall, strict=True)):
        drawing.lines(left - GAP, top + high / 2, said, anchor="end")
        for other, partner in enumerate(names[: index + 1]):
            cell(drawing, left + other * column, top, column, high, pairs[name, partner], most)
        own.append((left + index * column, top, high))
        top += high
    for x, y, high in own:
        drawing.add(
            "rect", x=x + 1, y=y + 1, width=column - 2, height=high - 2, fill="none", stroke=INK, stroke_width=2
        )
    return top


def _pair_words(among: int, pairs: Counts, unit: str) -> str:
    across = sorted(
        ((value, a, b) for (a, b), value in pairs.items() if value and a != b), key=lambda each: -each[0]
    )
    within = [(value, a) for (a, b), value in pairs.items() if value and a == b]
    unknown = [ends for ends, value in pairs.items() if value is None]
    missing = [wording("no_record_between", a=clean(b), b=clean(a)) for a, b in unknown]
    possible = among * (among - 1) // 2
    shown = across if len(across) + len(within) <= SPOKEN else across[:20]
    said = [wording("between", a=clean(b), b=clean(a), number=say(value)) for value, a, b in shown]
    if len(shown) < len(across):
        said.append(wording.plural("pairs_with_fewer", len(across) - len(shown), most=say(shown[-1][0])))
    said += [wording("within", name=clean(a), number=say(value)) for value, a in within]
    if not possible:
        return sentence([*said, *missing], clean(unit))
    linked = wording.plural("pairs_linked", possible, unit=clean(unit), linked=say(len(across)))
    return sentence([*said, *missing], linked)
