"""The blocks that a part of the blueprint is built of: plain values that the template knows how to show."""

from collections.abc import Iterable
from typing import NamedTuple

from copkit import lexicon
from copkit.render.charts.rows import Chart


class Block(NamedTuple):
    """One block: `kind` is text, prose, missing, list, checklist, named, facts, card, table, panel or
    picture.

    `items` are the lines of a list; `rows` the rows of a table, or pairs of a word and its text.
    """

    kind: str
    title: str = ""
    text: str = ""
    items: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    chart: Chart | None = None


class PartView(NamedTuple):
    """One part of the blueprint."""

    number: int
    name: str
    title: str
    blocks: tuple[Block, ...]


def text(words: str, title: str = "") -> Block:
    """A paragraph."""
    return Block("text", title, words)


def missing(what: str) -> Block:
    """What is not written down yet, by its key, said where it is missed."""
    return Block("missing", text=lexicon.table("blueprint.missing")[what])


def points(items: Iterable[str], title: str = "", kind: str = "list") -> Block:
    """A list; without an item it is shown as nothing."""
    return Block(kind, title, items=tuple(item for item in items if item))


def facts(pairs: Iterable[tuple[str, str]], title: str = "", kind: str = "facts") -> Block:
    """Words and their texts; pairs without a text are left out."""
    return Block(kind, title, rows=tuple((word, words) for word, words in pairs if words))


def named(pairs: Iterable[tuple[str, str]], title: str = "") -> Block:
    """A list whose lines begin with a name."""
    return Block("named", title, rows=tuple((name, words) for name, words in pairs if name))


def table(
    title: str, headings: tuple[str, ...], rows: Iterable[tuple[str, ...]], numbers: tuple[str, ...] = ()
) -> Block:
    """A table; without a row it is shown as nothing."""
    return Block("table", title, headings=headings, numbers=numbers, rows=tuple(rows))


def shown(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks that have something to show."""
    return tuple(one for one in blocks if one.text or one.items or one.rows or one.chart)
