"""Every table that is exported. Add a table to a module of this package; a new module is named here."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module

from copkit.exporters.table import Table

_MODULES = ("communities", "people", "spoken", "work", "shelf", "feedback", "measured")


@cache
def tables() -> tuple[Table, ...]:
    """Every table, in the order of their modules."""
    return collect(
        thing
        for name in _MODULES
        for thing in vars(import_module(f"copkit.exporters.{name}")).values()
        if isinstance(thing, Table)
    )


def collect(every: Iterable[Table]) -> tuple[Table, ...]:
    """The tables, each once; a name that is used twice is refused, so that no table can hide another."""
    found: dict[str, Table] = {}
    for one in every:
        if one.name in found:
            raise ValueError(f"two tables are called {one.name}")
        found[one.name] = one
    return tuple(found.values())
