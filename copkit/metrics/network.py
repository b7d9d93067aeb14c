"""Pairs of people: those who are recorded as connected, and those who had a chance to be."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from copkit.metrics.facts import Facts
from copkit.workspace.entries import Said

Pair = tuple[str, str]


class Link(NamedTuple):
    """Two people whom a `connect:` line links; of three people it makes three."""

    pair: Pair
    line: Said


def links(facts: Facts) -> tuple[Link, ...]:
    """Every link up to the end of the period, in the order in which they were noted."""
    return tuple(Link(pair, line) for line in facts.lines for pair in pairs_of(line.linked))


def pairs_of(people: Iterable[str]) -> Iterator[Pair]:
    """Each two of some people, whichever is named first."""
    return combinations(sorted(set(people)), 2)


def same_group_pairs(groups: Iterable[Hashable]) -> int:
    """How many pairs there are of two people in the same group."""
    return sum(size * (size - 1) // 2 for size in Counter(groups).values())


def all_pairs(people: int) -> int:
    """How many pairs so many people make."""
    return people * (people - 1) // 2


def shared_sessions(came: Mapping[str, Iterable[int]]) -> Counter[int]:
    """How many pairs shared exactly so many sessions; `came` are the numbers of the sessions of each person.

    People who came to the very same sessions are counted together, since with thousands of people there are
    millions of pairs, but only so many ways to have come to ten sessions.
    """
    ways = Counter(sum(1 << number for number in set(sessions)) for sessions in came.values())
    found: Counter[int] = Counter()
    ordered = list(ways.items())
    for place, (way, people) in enumerate(ordered):
        found[way.bit_count()] += all_pairs(people)
        for other, others in ordered[place + 1 :]:
            found[(way & other).bit_count()] += people * others
    return +found


def betweenness(pairs: Iterable[Pair]) -> dict[str, float]:
    """For each person, of how many pairs of others the shortest ways lead through them, or part of the ways.

    After: Brandes (2001), A faster algorithm for betweenness centrality. Not normalised.
    """
    near: dict[str, list[str]] = {}
    for a, b in sorted(set(pairs)):
        near.setdefault(a, []).append(b)
        near.setdefault(b, []).append(a)
    found = dict.fromkeys(sorted(near), 0.0)
    for start in found:
        order, ways, before = _ways_from(start, near)
        credit = dict.fromkeys(order, 0.0)
        for one in reversed(order):
            for other in before[one]:
                credit[other] += ways[other] / ways[one] * (1 + credit[one])
            if one != start:
                found[one] += credit[one] / 2  # each pair is met from both of its ends
    return found


def _ways_from(
    start: str, near: Mapping[str, Iterable[str]]
) -> tuple[list[str], dict[str, int], dict[str, list[str]]]:
    """Whom one reaches, the nearest first; by how many shortest ways; and who stands just before each on them."""
    order, ways = [start], {start: 1}
    far, before = {start: 0}, dict[str, list[str]]({start: []})
    for one in order:  # the list grows while it is walked
        for other in near[one]:
            if other not in far:
                far[other], ways[other], before[other] = far[one] + 1, 0, []
                order.append(other)
            if far[other] == far[one] + 1:
                ways[other] += ways[one]
                before[other].append(one)
    return order, ways, before


def met_at_tables(tables: Iterable[Collection[str]]) -> set[Pair]:
    """The pairs who sat at one table."""
    return {pair for table in tables for pair in pairs_of(table)}
