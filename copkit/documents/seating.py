"""Seat people at tables so that each table mixes organisations and sectors. The same people give the same plan."""

from collections import Counter
from collections.abc import Hashable, Sequence
from typing import NamedTuple

MOST_AT_A_TABLE = 8


class Seat(NamedTuple):
    """A person to be seated."""

    id: str
    organisation: str = ""
    sector: str = ""
    newcomer: bool = False
    host: bool = False


def table_count(people: int, tables: int | None = None) -> int:
    """How many tables: as many as were asked for, but none empty; else so that at most 8 sit at each."""
    wanted = tables or -(-people // MOST_AT_A_TABLE)
    return max(1, min(wanted, people))


def seat(people: Sequence[Seat], tables: int) -> list[list[Seat]]:
    """Everybody at one table. Sizes differ by at most one; organisations and sectors lie as evenly as can be.

    People stand in a row by sector, then organisation, and are dealt out like cards, so that each organisation and
    each sector is spread to within one a table. Hosts then change places so that as many tables as can be have
    one, and newcomers change places with colleagues of their own organisation, so that neither disturbs the mix
    more than it must.
    """
    sectors, organisations = Counter(one.sector for one in people), Counter(one.organisation for one in people)
    row = sorted(
        people,
        key=lambda one: (
            (-sectors[one.sector], one.sector), (-organisations[one.organisation], one.organisation), one.id
        ),
    )  # fmt: skip
    dealt = [row[start::tables] for start in range(tables)]
    _one_host_each(dealt)
    _spread_newcomers(dealt)
    return [sorted(table, key=lambda one: (not one.host, one.id)) for table in dealt]


def unevenness(tables: Sequence[Sequence[Seat]]) -> tuple[int, int]:
    """How unevenly organisations, then sectors, are spread: 0 where every table has its share to within one."""
    return _spread(tables, "organisation"), _spread(tables, "sector")


def _spread(tables: Sequence[Sequence[Seat]], field: str) -> int:
    counts = [Counter(getattr(one, field) for one in table) for table in tables]
    kinds: set[Hashable] = {kind for count in counts for kind in count}
    return sum(max(0, max(c[kind] for c in counts) - min(c[kind] for c in counts) - 1) for kind in kinds)


def _one_host_each(tables: list[list[Seat]]) -> None:
    """Move hosts from tables that have two to tables that have none, at the least cost to the mix."""
    while True:
        rich = [table for table in tables if sum(one.host for one in table) > 1]
        poor = [table for table in tables if not any(one.host for one in table)]
        if not rich or not poor:
            return
        options = [
            (i, j, k)
            for i, one in enumerate(rich[0]) if one.host
            for j, table in enumerate(poor)
            for k in range(len(table))
        ]  # fmt: skip
        best = min(options, key=lambda o: (_cost_of(tables, rich[0], o[0], poor[o[1]], o[2]), o))
        _swap(rich[0], best[0], poor[best[1]], best[2])


def _cost_of(tables: list[list[Seat]], one: list[Seat], i: int, other: list[Seat], k: int) -> tuple[int, int]:
    """The unevenness that an exchange would leave, tried and taken back."""
    _swap(one, i, other, k)
    cost = unevenness(tables)
    _swap(one, i, other, k)
    return cost


def _spread_newcomers(tables: list[list[Seat]]) -> None:
    """Exchange newcomers for colleagues of their own organisation while that evens them out."""
    while _exchange_newcomer(sorted(tables, key=lambda table: -sum(one.newcomer for one in table))):
        pass


def _exchange_newcomer(tables: list[list[Seat]]) -> bool:
    for full in tables:
        for empty in reversed(tables):
            if sum(one.newcomer for one in full) - sum(one.newcomer for one in empty) < 2:
                continue
            for i, new in enumerate(full):
                for k, old in enumerate(empty):
                    alike = (new.organisation, new.sector, new.host) == (old.organisation, old.sector, old.host)
                    if new.newcomer and not old.newcomer and alike:
                        _swap(full, i, empty, k)
                        return True
    return False


def _swap(one: list[Seat], i: int, other: list[Seat], k: int) -> None:
    one[i], other[k] = other[k], one[i]
