"""How a metric is declared, and the one table of all metrics."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from copkit import lexicon
from copkit.metrics.base import Figure

Scope = Literal["community", "programme"]

LETTERS = "DMRCWAVLXP"
"""The first letters of codes, in the order of their families."""

_MODULES = (
    "delivery", "members", "reach", "connections", "work", "adoption", "stories", "feedback", "learning",
    "influence", "together",
)  # fmt: skip


Count = Callable[[Any], Iterable[Figure]]


class Metric(NamedTuple):
    """One metric: its code, the function that counts it, and what it looks at.

    The function's docstring is its definition. It gives one figure or more; an empty label is the main one.
    """

    code: str
    find: Count
    scope: Scope

    @property
    def name(self) -> str:
        """What it is called."""
        return lexicon.table("figures.names")[self.code]


def metric(code: str, *, of: Scope = "community") -> Callable[[Count], Metric]:
    """Declare a metric, of a community's facts or of the programme's."""

    def declare(find: Count) -> Metric:
        return Metric(code, find, of)

    return declare


@cache
def registry() -> Mapping[str, Metric]:
    """Every metric by its code, letter by letter."""
    modules = [import_module(f"copkit.metrics.{name}") for name in _MODULES]
    return collect(thing for module in modules for thing in vars(module).values() if isinstance(thing, Metric))


def collect(metrics: Iterable[Metric]) -> Mapping[str, Metric]:
    """The metrics by code; a code that is used twice, or has no letter of ours, is refused."""
    found: dict[str, Metric] = {}
    for one in metrics:
        if one.code in found:
            raise ValueError(f"two metrics are called {one.code}")
        if one.code[:1] not in LETTERS or not one.code[1:].isdigit():
            raise ValueError(f"{one.code} has no letter or no number")
        found[one.code] = one
    return MappingProxyType(dict(sorted(found.items(), key=lambda item: _order(item[0]))))


def _order(code: str) -> tuple[int, int]:
    return LETTERS.index(code[0]), int(code[1:])


def figures(of: object, scope: Scope = "community") -> dict[str, tuple[Figure, ...]]:
    """Every metric of a community's facts, or of the programme's, by code."""
    return {code: tuple(one.find(of)) for code, one in registry().items() if one.scope == scope}
