"""The blocks that a part of the blueprint is built of: plain values that the template knows how to show."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Block(NamedTuple):
    """One block: `kind` is text, prose, list, named, lessons, facts, card, table, order or panel.

    `items` are the lines of a list; `rows` the rows of a table, or pairs of a word and its text.
    """

    kind: str
    title: str = ""
    text: str = ""
    items: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class PartView(NamedTuple):
    """One part of the blueprint."""

    name: str
    title: str
    blocks: tuple[Block, ...]


def text(words: str, title: str = "") -> Block:
    """A paragraph."""
    return Block("text", title, words)


def points(items: Iterable[str], title: str = "", words: str = "") -> Block:
    """A list under what is said of it; with neither it is shown as nothing."""
    return Block("list", title, words, tuple(item for item in items if item))


def facts(pairs: Iterable[tuple[str, str]], title: str = "", kind: str = "facts") -> Block:
    """Words and their texts; pairs without a text are left out."""
    return Block(kind, title, rows=tuple((word, words) for word, words in pairs if words))


def named(pairs: Iterable[tuple[str, str]], title: str = "") -> Block:
    """A list whose lines begin with a name."""
    return Block("named", title, rows=tuple((name, words) for name, words in pairs if name))


def table(
    title: str,
    headings: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    numbers: tuple[str, ...] = (),
    kind: str = "table",
) -> Block:
    """A table without the columns that have nothing; without a row it is shown as nothing."""
    lines = tuple(rows)
    full = tuple(number for number in range(len(headings)) if any(line[number] for line in lines))
    kept = tuple(tuple(line[number] for number in full) for line in lines)
    return Block(kind, title, headings=tuple(headings[number] for number in full), numbers=numbers, rows=kept)


def shown(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks that have something to show."""
    return tuple(one for one in blocks if one.text or one.items or one.rows)


def in_short(part: PartView) -> Iterator[tuple[str, str]]:
    """All that a part says, as words and their texts: for a page that has no room for parts."""
    for one in part.blocks:
        if one.kind == "facts":
            yield from ((word, words) for word, words in one.rows)
        else:
            joint = ", " if one.kind == "table" else ": "
            lines = one.items or (joint.join(filter(None, row)) for row in one.rows)
            yield one.title or part.title, "; ".join(filter(None, (one.text, *lines)))
