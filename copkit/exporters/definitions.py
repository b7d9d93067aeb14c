"""The table that defines all others: each column, what it means, and who may see it."""

from collections.abc import Iterable

from copkit import lexicon
from copkit.exporters.table import Column, Cut, described

COLUMNS = (
    Column("table"),
    Column("about"),
    Column("column"),
    Column("meaning"),
    Column("kind"),
    Column("audience"),
)


def definitions(every: Iterable[Cut]) -> Cut:
    """A row for each column of each table."""
    rows = tuple(
        (table.name, table.what, one.name, one.what, one.kind, one.audience)
        for table in every
        for one in table.columns
    )
    return Cut(
        "definitions", lexicon.table("exports.about")["definitions"], described("definitions", COLUMNS), rows
    )
