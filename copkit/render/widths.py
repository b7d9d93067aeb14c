"""How wide the columns of a table should be: short ones as wide as their text, long ones share the rest."""

from collections.abc import Iterator
from functools import lru_cache

from copkit.render.grid import parts, placed
from copkit.render.nodes import Node

#: The page's width in digits of table text (a digit of Arial is 0.556 of its size), and what a cell's edges take.
ACROSS = 71.0
EDGES = 2.4
#: Beyond these a text, or a word, is broken rather than given more room.
LARGE = ACROSS / 1.5
"""The same in large print."""
LONG_TEXT, LONG_WORD = 50.0, 20.0
#: Bold letters are wider by so much.
BOLD = 1.07
NARROW, WIDE = frozenset("iljtfrI .,:;'’!|()[]-/"), frozenset("mwMW@%")


def fractions(table: Node, bold: float = 1.0, room: float = ACROSS) -> tuple[float, ...]:
    """The share of the page's width for each column; the shares sum to 1.

    `bold` is how much wider header cells are set than others, where a word that does not fit would be broken;
    `room` is the page's width in digits.
    """
    texts, words = _measure(table, bold)
    wanted = [min(text, LONG_TEXT) + EDGES for text in texts]
    least = [word + EDGES for word in words]
    if sum(least) >= room:
        given = least
    elif sum(wanted) <= room:
        given = _grow(wanted, room)
    else:
        given = _shrink(wanted, least, room)
    total = sum(given)
    return tuple(round(width / total, 4) for width in given)


def _measure(table: Node, bold: float) -> tuple[list[float], list[float]]:
    """The longest text and the longest word of each column; cells that span columns do not count."""
    head, body = parts(table)
    cells = placed([*head, *body])
    count = max(cell.column + cell.across for cell in cells)
    texts, words = [1.0] * count, [1.0] * count
    for cell in cells:
        if cell.across == 1:
            lines, wider = _lines(cell.cell), bold if cell.cell.tag == "th" else 1.0
            texts[cell.column] = max([texts[cell.column], *(wider * across(line) for line in lines)])
            words[cell.column] = max([words[cell.column], *(wider * word for word in _unbroken(cell.cell, lines))])
    return texts, words


def _unbroken(cell: Node, lines: list[str]) -> Iterator[float]:
    """The widths of what is not broken: words, and whole lines where the cell says so."""
    if "nowrap" in cell.classes:
        return (min(across(line), LONG_TEXT) for line in lines)
    return (min(across(word), LONG_WORD) for line in lines for word in line.split())


def _lines(cell: Node) -> list[str]:
    """The lines of a cell that stand by themselves: its paragraphs and items."""
    if cell.blocks:
        return [line for node in cell.nodes for line in _lines(node)]
    return cell.text().split("\n")


@lru_cache(maxsize=8192)
def across(text: str) -> float:
    """The width of a text in digits, roughly. Each text of a table is asked for its column and for its row."""
    narrow = sum(letter in NARROW for letter in text)
    wide = sum(letter in WIDE for letter in text)
    capitals = sum(letter.isupper() for letter in text)
    return len(text) - 0.45 * narrow + 0.45 * wide + 0.2 * capitals


def cut(text: str, room: float) -> str:
    """A text that has so many digits of room on one line; what does not fit gives way to “…”."""
    if across(text) <= room:
        return text
    fits = next(length for length in range(len(text), -1, -1) if across(text[:length]) + 1 <= room or not length)
    return f"{text[:fits].rstrip()}…"


def _grow(wanted: list[float], across: float) -> list[float]:
    """Spare width goes to the columns with most to say."""
    spare = across - sum(wanted)
    weight = sum(width**2 for width in wanted)
    return [width + spare * width**2 / weight for width in wanted]


def _shrink(wanted: list[float], least: list[float], across: float) -> list[float]:
    """The widest columns give way, in proportion to what they want; the others keep what they want."""
    given = dict(enumerate(wanted))
    order = sorted(given, key=lambda index: -wanted[index])
    for size in range(1, len(order) + 1):
        large = order[:size]
        room = across - sum(wanted[index] for index in order[size:])
        weight = sum(wanted[index] for index in large)
        given.update({index: max(least[index], room * wanted[index] / weight) for index in large})
        smallest = min(given[index] for index in large)
        if sum(given.values()) <= across and all(wanted[index] <= smallest for index in order[size:]):
            break
    return [given[index] for index in range(len(wanted))]
