"""Who has taken up what: initiatives by organisation, a symbol and its word in each cell."""

from collections.abc import Mapping, Sequence

from copkit import lexicon
from copkit.render.charts.drawing import ACROSS, GAP, Drawing
from copkit.render.charts.layout import SWATCH, Headings, Sign, head, headings, heights, key, nothing, paragraph
from copkit.render.charts.letters import LINE, clean, longest_word, widest, wrap
from copkit.render.charts.rows import Chart
from copkit.render.charts.symbols import LETTERS, STATUSES, plain, symbol
from copkit.render.charts.tints import INK, RULE
from copkit.render.charts.words import sentence

LABEL = 200.0
#: The room that a symbol with its letter takes.
LEAST = 36.0

Statuses = Mapping[tuple[str, str], str]


def status_matrix(rows: Sequence[str], columns: Sequence[str], statuses: Statuses) -> Chart:
    """Rows by columns; a pair that is missing is left blank, and the key says so.

    Words stand in the cells where they fit; where they would not but the other way round would do, rows and columns
    change places; else a letter stands for the word, and the key tells it.
    """
    if not rows or not columns:
        return nothing(lexicon.text("charts.adoption"))
    alt = _words(rows, columns, statuses)
    given = {key: plain(status) for key, status in statuses.items()}
    if not _fits(rows, columns, given) and _fits(columns, rows, {(b, a): said for (a, b), said in given.items()}):
        rows, columns = columns, rows
        given = {(b, a): status for (a, b), status in given.items()}
    return _matrix(rows, columns, given, alt)


def _fits(rows: Sequence[str], columns: Sequence[str], given: Statuses) -> bool:
    """Whether every status can stand in its cell as a word."""
    left = max(widest(wrap(row, LABEL)) for row in rows) + GAP
    need = max((longest_word(status) for status in given.values()), default=0) + 8
    return (ACROSS - left) / len(columns) >= need


def _matrix(rows: Sequence[str], columns: Sequence[str], given: Statuses, alt: str) -> Chart:
    names = [wrap(row, LABEL) for row in rows]
    left = max(map(widest, names)) + GAP
    across = max(ACROSS, left + LEAST * len(columns))
    column = min((across - left) / len(columns), 130.0)
    worded = _fits(rows, columns, given)
    drawing = Drawing(across)
    heads = headings(columns, column)
    top = heads.high + 2
    head(drawing, heads, left, column, top)
    cells = [[wrap(given.get((row, name), ""), column - 6) if worded else [] for name in columns] for row in rows]
    deep = [22 + LINE * max(map(len, line)) if worded else 0 for line in cells]
    tall = [max(high, low + 6) for high, low in zip(heights(names, least=28), deep, strict=True)]
    for row, lines, said, high in zip(rows, names, cells, tall, strict=True):
        drawing.lines(left - GAP, top + high / 2, lines, anchor="end")
        for index, name in enumerate(columns):
            x = left + index * column
            drawing.rect(x, top, column, high, "#FFFFFF", RULE)
            _cell(drawing, given.get((row, name), ""), said[index], (x + column / 2, top + high / 2), worded=worded)
        top += high
    top = _key(drawing, given, top + 8, blank=len(given) < len(rows) * len(columns), lettered=not worded)
    if heads.keyed:
        top = _names(drawing, heads, columns, top)
    return drawing.chart(top, alt, wide=len(columns) > 3)


def _cell(drawing: Drawing, status: str, lines: Sequence[str], at: tuple[float, float], *, worded: bool) -> None:
    x, y = at
    if not status:
        return
    if worded:
        symbol(drawing, status, x, y - len(lines) * LINE / 2 - 1)
        drawing.lines(x, y + 10, lines, anchor="middle")
    else:
        symbol(drawing, status, x - 8, y)
        drawing.text(x + 9, y, _letter(status), anchor="middle")


def _key(drawing: Drawing, given: Statuses, top: float, *, blank: bool, lettered: bool) -> float:
    """Every status that occurs with its symbol; the height where the key ends."""
    there = [
        status for status in (*STATUSES, *sorted(set(given.values()) - set(STATUSES))) if status in given.values()
    ]
    entries: list[tuple[Sign | None, str]] = [
        (_sign(drawing, status), f"{_letter(status)} {status}" if lettered else status) for status in there
    ]
    return key(drawing, top, [*entries, (None, lexicon.text("charts.blank"))] if blank else entries)


def _sign(drawing: Drawing, status: str) -> Sign:
    return lambda x, middle: symbol(drawing, status, x + SWATCH / 2, middle)


def _letter(status: str) -> str:
    return LETTERS.get(status, status[:1].upper())


def _names(drawing: Drawing, heads: Headings, columns: Sequence[str], top: float) -> float:
    pairs = zip(heads.lines, columns, strict=True)
    return paragraph(drawing, top, "; ".join(f"{lines[0]} {clean(name)}" for lines, name in pairs), colour=INK)


def _words(rows: Sequence[str], columns: Sequence[str], statuses: Statuses) -> str:
    said = []
    for row in rows:
        by_status: dict[str, list[str]] = {}
        for name in columns:
            status = plain(statuses.get((row, name), "")) or lexicon.text("charts.not_listed")
            by_status.setdefault(status, []).append(clean(name))
        ordered = sorted(
            by_status,
            key=lambda status: (
                status not in STATUSES,
                status == lexicon.text("charts.not_listed"),
                _place(status),
            ),
        )
        named = ((status, by_status[status]) for status in ordered)
        parts = ", ".join(f"{len(names)} {status} ({lexicon.listed(names)})" for status, names in named)
        said.append(f"{clean(row)}: {parts}")
    return sentence(said)


def _place(status: str) -> int:
    return STATUSES.index(status) if status in STATUSES else len(STATUSES)
