"""Two versions of a sequence of units (lines, names) brought together, by what both began from where there is such.

A unit that one side took away and the other left alone goes. What either side typed stays.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_MOST = 20_000
"""Comparing takes longer than it grows: nobody types as many lines of notes."""


class TooMany(Exception):
    """More than anybody types: not compared."""


class Both(NamedTuple):
    """Units that both sides wrote in the place of the same ones: all of them are in the result."""

    yours: tuple[str, ...]
    theirs: tuple[str, ...]


class Together(NamedTuple):
    """The result, what both wrote anew in one place, and what went since only one side had left it alone."""

    units: tuple[str, ...]
    both: tuple[Both, ...]
    gone: tuple[str, ...]


class _Side(NamedTuple):
    """One version beside the base: which units of that it kept, and what it put before each (and at the end)."""

    kept: frozenset[int]
    put: dict[int, tuple[str, ...]]


def together(base: Sequence[str], yours: Sequence[str], theirs: Sequence[str]) -> Together:
    """Both versions in one, theirs first where both put something in the same place."""
    if max(len(base), len(yours), len(theirs)) > _MOST:
        raise TooMany
    mine, others = _side(base, yours), _side(base, theirs)
    units: list[str] = []
    gone: list[str] = []
    for place in range(len(base) + 1):
        units += united(others.put.get(place, ()), mine.put.get(place, ()))
        if place < len(base):
            kept = (place in mine.kept) + (place in others.kept)
            (units if kept == 2 else gone if kept else []).append(base[place])
    return Together(tuple(units), tuple(_both(len(base), mine, others)), tuple(gone))


def united(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """All units of both in their order; those that both have in the same order stand once."""
    found: list[str] = []
    for _, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        same = first[a:b] == second[c:d]
        found += [*first[a:b], *(() if same else second[c:d])]
    return found


def _side(base: Sequence[str], version: Sequence[str]) -> _Side:
    kept: set[int] = set()
    put: dict[int, tuple[str, ...]] = {}
    for _, a, b, c, d in SequenceMatcher(None, base, version, autojunk=False).get_opcodes():
        if base[a:b] == version[c:d]:
            kept.update(range(a, b))
        else:
            put[a] = tuple(version[c:d])
    return _Side(frozenset(kept), put)


def _both(count: int, mine: _Side, others: _Side) -> Iterator[Both]:
    """The stretches of the base that neither left alone, and in which both lost a unit and wrote something."""
    start = 0
    for place in range(count + 1):
        if place < count and not (place in mine.kept and place in others.kept):
            continue
        yours, theirs = _put(mine, start, place), _put(others, start, place)
        lost = any(one not in mine.kept and one not in others.kept for one in range(start, place))
        if lost and yours and theirs and yours != theirs:
            yield Both(yours, theirs)
        start = place + 1


def _put(side: _Side, start: int, end: int) -> tuple[str, ...]:
    return tuple(unit for place in range(start, end + 1) for unit in side.put.get(place, ()) if unit.strip())
