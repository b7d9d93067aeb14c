"""The table that defines all others: each column, what it means, and who may see it."""

from collections.abc import Iterable

from copkit.exporters.table import Column, Cut

COLUMNS = (
    Column("table", "The table."),
    Column("about", "What the table holds."),
    Column("column", "The column."),
    Column("meaning", "What stands in it."),
    Column("kind", "text, number, date or yes-no. Several values in one cell are parted by semicolons."),
    Column("audience", "The widest audience for it: public, members or team."),
)


def definitions(every: Iterable[Cut]) -> Cut:
    """A row for each column of each table."""
    rows = tuple(
        (table.name, table.what, one.name, one.what, one.kind, one.audience)
        for table in every
        for one in table.columns
    )
    return Cut("definitions", "What every column of every table means.", COLUMNS, rows)
