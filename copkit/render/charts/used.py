"""Who uses what: a symbol and its word for each, those alike in one row, those who use it first."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from copkit import lexicon
from copkit.render.charts.choosing import Data, Form, Kind, form
from copkit.render.charts.drawing import ACROSS, GAP, Drawing
from copkit.render.charts.layout import TALL, heights
from copkit.render.charts.letters import LINE, clean, longest_word, widest, wrap
from copkit.render.charts.rows import Chart, Row, Use
from copkit.render.charts.symbols import ORDER, RADIUS, symbol
from copkit.render.charts.telling import NAME, SUBJECT, brief, in_one_sentence, in_words
from copkit.render.charts.tints import GREY, INK, RULE

wording = lexicon.Words("charts")

LABEL = 200.0
#: With more rows only those that use it or are on the way are named.
ROWS = 12
NEAR = ("adopted", "sustained", "in-progress")
NOBODY = "not-applicable"


class _Cell(NamedTuple):
    state: str
    since: str = ""


class _Line(NamedTuple):
    """Those who stand alike with every idea; `cells` are empty where they are only counted."""

    who: str
    many: int
    cells: tuple[_Cell, ...]
    said: tuple[str, ...] = ()


def uses(given: Sequence[Use], *, what: str) -> Chart:
    """Who is how far with each idea; whom an idea is not meant for is said in grey."""
    ideas = list(dict.fromkeys(clean(one.idea) for one in given))
    meant = [one for one in given if one.state != NOBODY]
    states = len({one.state for one in meant})
    chosen = form(Data(Kind.USES, len(meant), 2 if states > 1 else 1, len(ideas)))
    lines = _lines(given, ideas)
    if chosen is Form.LISTS:
        return in_words(chosen, [_of_idea(given, idea) for idea in ideas], what)
    rows = [Row(line.who, "; ".join(_with_idea(line, ideas))) for line in lines]
    made = _drawn(lines, ideas, rows, what) if chosen is Form.GRID else None
    return made or in_words(Form.LISTS if chosen is Form.GRID else chosen, rows, what)


def _lines(given: Sequence[Use], ideas: Sequence[str]) -> list[_Line]:
    """A row for all who stand alike; beyond twelve rows those are counted who neither use it nor are on the way."""
    cells = {(clean(one.who), clean(one.idea)): _Cell(one.state, clean(one.since)) for one in given}
    whole = {
        who: tuple(cells.get((who, idea), _Cell(NOBODY)) for idea in ideas)
        for who in dict.fromkeys(clean(one.who) for one in given)
    }
    alike: dict[tuple[_Cell, ...], list[str]] = {}
    for who in sorted(whole, key=lambda one: _rank(whole[one])):
        alike.setdefault(whole[who], []).append(who)
    lines = [_Line(", ".join(names), len(names), states) for states, names in alike.items()]
    if len(lines) <= ROWS:
        return lines
    near = {who: states for who, states in whole.items() if any(cell.state in NEAR for cell in states)}
    kept = [_Line(", ".join(names), len(names), states) for states, names in alike.items() if names[0] in near]
    rest = [states for who, states in whole.items() if who not in near]
    return [*kept, _rest(rest)] if rest else kept


def _rank(cells: Iterable[_Cell]) -> list[int]:
    return sorted(ORDER.index(cell.state) for cell in cells)


def _rest(rest: Sequence[tuple[_Cell, ...]]) -> _Line:
    """Those that are only counted, idea by idea."""
    said = []
    for column in zip(*rest, strict=True):
        ordered = sorted((cell.state for cell in column), key=ORDER.index)
        counts = ((state, len(list(some))) for state, some in groupby(ordered))
        said.append(", ".join(f"{_word(state)}: {many}" for state, many in counts))
    return _Line(wording.plural("others", len(rest)), len(rest), (), tuple(said))


def _word(state: str) -> str:
    return wording.table("states")[state]


def _said(line: _Line) -> tuple[str, ...]:
    return line.said or tuple(
        wording("since", state=_word(cell.state), since=cell.since) if cell.since else _word(cell.state)
        for cell in line.cells
    )


def _with_idea(line: _Line, ideas: Sequence[str]) -> list[str]:
    return [f"{idea}: {said}" for idea, said in zip(ideas, _said(line), strict=True)]


def _of_idea(given: Sequence[Use], idea: str) -> Row:
    """An idea with everybody for whom it is meant, those who use it first."""
    meant = [one for one in given if clean(one.idea) == idea and one.state != NOBODY]
    meant.sort(key=lambda one: ORDER.index(one.state))
    told = (f"{_word(state)}: {_names(some)}" for state, some in groupby(meant, key=lambda one: one.state))
    return Row(idea, "; ".join(told))


def _names(some: Iterable[Use]) -> str:
    return lexicon.listed(
        wording("in_brackets", name=clean(one.who), since=clean(one.since)) if clean(one.since) else clean(one.who)
        for one in some
    )


def _drawn(lines: Sequence[_Line], ideas: Sequence[str], rows: Sequence[Row], what: str) -> Chart | None:
    """The grid; None where a word would not fit its column, or the page could not hold it."""
    names = [wrap(line.who, LABEL) for line in lines]
    left = max(map(widest, names)) + GAP
    column = (ACROSS - left) / len(ideas)
    room = column - 2 * RADIUS - 2 * GAP
    if any(longest_word(said) > room for said in (*ideas, *(one for line in lines for one in _said(line)))):
        return None
    cells = [[wrap(said, room) for said in _said(line)] for line in lines]
    tall = heights([max(name, *some, key=len) for name, some in zip(names, cells, strict=True)], padding=8)
    heads = [wrap(idea, column - GAP, bold=True) for idea in ideas]
    top = max(map(len, heads)) * LINE + 6
    if top + sum(tall) > TALL:
        return None
    drawing = Drawing()
    for index, head in enumerate(heads):
        drawing.lines(left + index * column, top - 6 - len(head) * LINE / 2, head, bold=True)
    for line, name, some, high in zip(lines, names, cells, tall, strict=True):
        drawing.line(0, top, ACROSS, top, RULE, 0.8)
        drawing.lines(0, top + high / 2, name)
        for index, said in enumerate(some):
            state = line.cells[index].state if line.cells else ""
            _cell(drawing, state, said, (left + index * column, top + high / 2))
        top += high
    drawing.line(0, top, ACROSS, top, RULE, 0.8)
    return drawing.chart(top + 2, _alt(lines, ideas, what), wide=True, rows=rows, form=Form.GRID)


def _cell(drawing: Drawing, state: str, said: Sequence[str], at: tuple[float, float]) -> None:
    x, middle = at
    grey = state == NOBODY
    if state and not grey:
        symbol(drawing, state, x + RADIUS, middle)
        x += 2 * RADIUS + GAP
    drawing.lines(x, middle, said, colour=GREY if grey or not state else INK)


def _alt(lines: Sequence[_Line], ideas: Sequence[str], what: str) -> str:
    using = (sum(line.many for line in lines if _uses(line, index)) for index in range(len(ideas)))
    said = "; ".join(f"{brief(idea, NAME)} {many}" for idea, many in zip(ideas, using, strict=True))
    return in_one_sentence(wording("a_grid", what=brief(what, SUBJECT), ideas=said))


def _uses(line: _Line, index: int) -> bool:
    return bool(line.cells) and line.cells[index].state in NEAR[:2]
