"""A tidy table: a row a thing, a column a property, and for each column what it means and who may see it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from copkit import lexicon
from copkit.audience import Door
from copkit.metrics import Facts, Figure
from copkit.models.base import Audience
from copkit.workspace import Shared

Kind = Literal["text", "number", "date", "yes-no"]
Cell = str | int | float | date | None
Row = Mapping[str, Any]


class Column(NamedTuple):
    """One column: its name, what it means, what stands in it, and the widest audience that may see it.

    What it means stands in data/languages, unless a record declares it. `people` is true of a count of people.
    """

    name: str
    what: str = ""
    kind: Kind = "text"
    audience: Audience = "public"
    people: bool = False


class Part(NamedTuple):
    """One community in its year: its facts, and its figures as the audience may see them.

    `told` are the facts of what the audience may have, from which rows are made; nothing is counted from them.
    """

    label: str
    facts: Facts
    told: Facts
    figures: Mapping[str, tuple[Figure, ...]]

    @property
    def id(self) -> str:
        return self.facts.community.id


class Export(NamedTuple):
    """What is exported through a door: the communities, and the figures of all together."""

    door: Door
    parts: tuple[Part, ...]
    together: Mapping[str, tuple[Figure, ...]]

    @property
    def shared(self) -> Shared:
        """What all share, as the audience may have it."""
        return self.door.shared

    @property
    def below(self) -> int:
        """Counts of people below this are hidden in public."""
        return self.shared.programme.hide_counts_below


class Table(NamedTuple):
    """A table: its rows are made for the audience of the export, and cut to the columns that it may see."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Export], Iterable[Row]]
    audience: Audience = "public"

    @property
    def what(self) -> str:
        """What it holds."""
        return lexicon.table("exports.about")[self.name]


class Cut(NamedTuple):
    """A table as one audience gets it: plain values, in the order of the columns."""

    name: str
    what: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def cut(every: Iterable[Table], export: Export) -> Iterator[Cut]:
    """The tables that the audience may see, each with the columns that it may see."""
    for table in every:
        if export.door.may_have(table.audience):
            seen = [one for one in table.columns if export.door.may_have(one.audience)]
            columns = described(table.name, seen)
            rows = tuple(tuple(_shown(export, one, row) for one in columns) for row in table.rows(export))
            yield Cut(table.name, table.what, columns, rows)


def described(table: str, columns: Iterable[Column]) -> tuple[Column, ...]:
    """The columns of a table, each with what it means."""
    said = lexicon.table("exports.columns")
    return tuple(one if one.what else one._replace(what=_meaning(said, table, one.name)) for one in columns)


def _meaning(said: Mapping[str, str], table: str, column: str) -> str:
    """What a column means in this table, or in every table that has it."""
    return said.get(f"{table}.{column}") or said[column]


def _shown(export: Export, column: Column, row: Row) -> Cell:
    """A cell as the audience may see it: a count of few people is empty."""
    value = row.get(column.name)
    return None if column.people and value is not None and export.door.hides(value) else _cell(value)


def _cell(value: Any) -> Cell:
    """A value as one cell: several are joined with semicolons, nothing is an empty cell."""
    if isinstance(value, tuple | list | frozenset):
        return "; ".join(str(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value == "":
        return None
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, str | int | float | date) else (None if value is None else str(value))
