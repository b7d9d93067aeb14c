"""How wide the columns of a table should be: short ones as wide as their text, long ones share the rest."""

from copkit.render.nodes import Node, rows, span

#: Characters that fit across an A4 page at the size of table text, and what the edges of a cell take of them.
ACROSS = 88.0
EDGES = 3.0
LONG = 60


def fractions(table: Node) -> tuple[float, ...]:
    """The share of the page's width for each column; the shares sum to 1."""
    longest, words = _measure(table)
    wanted = [min(longest_, LONG) + EDGES for longest_ in longest]
    least = [min(word, 24) + EDGES for word in words]
    if sum(least) >= ACROSS:
        given = least
    elif sum(wanted) <= ACROSS:
        given = _grow(wanted)
    else:
        given = _shrink(wanted, least)
    total = sum(given)
    return tuple(round(width / total, 4) for width in given)


def _measure(table: Node) -> tuple[list[int], list[int]]:
    """The longest text and the longest word of each column; cells that span columns do not count."""
    head, body = rows(table)
    every = [*head, *body]
    count = max(sum(span(cell) for cell in row.nodes) for row in every)
    longest, words = [1] * count, [1] * count
    for row in every:
        column = 0
        for cell in row.nodes:
            if span(cell) == 1 and column < count:
                text = cell.text()
                longest[column] = max(longest[column], max(map(len, text.split("\n")), default=0))
                words[column] = max(words[column], max(map(len, text.split()), default=0))
            column += span(cell)
    return longest, words


def _grow(wanted: list[float]) -> list[float]:
    """Spare width goes to the columns with most to say."""
    spare = ACROSS - sum(wanted)
    weight = sum(width**2 for width in wanted)
    return [width + spare * width**2 / weight for width in wanted]


def _shrink(wanted: list[float], least: list[float]) -> list[float]:
    """Columns that want less than an even share keep what they want; the others share the rest, as they need."""
    given = dict(enumerate(wanted))
    large: list[int] = []
    while sum(given.values()) > ACROSS:
        small = [index for index in given if index not in large]
        if not small:
            break
        large.append(max(small, key=lambda index: wanted[index]))
        room = ACROSS - sum(width for index, width in given.items() if index not in large)
        weight = sum(wanted[index] for index in large)
        for index in large:
            given[index] = max(least[index], room * wanted[index] / weight)
    return [given[index] for index in range(len(wanted))]
