"""A world that a search finds is one: it solves every equation, and all that is known stays as it is."""

from itertools import combinations
from random import Random

import pytest

from copkit.audience.equations import Cell, Equation
from copkit.audience.solving import NEEDED, System

CELLS = [Cell(name) for name in "abcdefgh"]


def drawn(luck: Random) -> tuple[list[Equation], dict[Cell, int]]:
    """Some equations that hold of some numbers: sums, bounds from one side or both, and pairs."""
    values = {cell: luck.randint(0, 9) for cell in CELLS}
    found = []
    for _ in range(luck.randint(3, 9)):
        terms = tuple((luck.choice((1, 1, -1, -1, 2)), cell) for cell in luck.sample(CELLS, luck.randint(2, 4)))
        pairs = ((luck.choice((1, -1)), luck.choice(CELLS)),) if luck.random() < 0.2 else ()
        total = sum(times * values[cell] for times, cell in terms)
        total += sum(times * values[cell] * (values[cell] - 1) // 2 for times, cell in pairs)
        room = luck.choice((0, 0, 1, 3))
        least, most = luck.choice(((total - room, total + room), (None, total + room), (total - room, None)))
        found.append(Equation(terms, pairs, least, most))
    return found, values


def holds(one: Equation, values: dict[Cell, int]) -> bool:
    total = sum(times * values[cell] for times, cell in one.terms)
    total += sum(times * values[cell] * (values[cell] - 1) // 2 for times, cell in one.pairs)
    return (one.least is None or one.least <= total) and (one.most is None or total <= one.most)


@pytest.mark.parametrize("seed", range(300))
def test_every_world_that_is_found_solves_all_and_leaves_what_is_known(seed: int) -> None:
    luck = Random(seed)
    equations, values = drawn(luck)
    system = System(equations, values)
    there = {cell: place for cell in CELLS if (place := system.place(cell)) is not None}
    known = frozenset(luck.sample(sorted(set(there.values())), luck.randint(0, len(set(there.values())) // 2)))
    for at in set(there.values()) - known:
        for value in system._others(at):
            world, blocking = system._world(at, value, known)
            assert blocking <= known and not world.keys() & known
            assert not world or world[at] == value
            moved = {**values, **{cell: world[place] for cell, place in there.items() if place in world}}
            assert all(holds(one, moved) for one in equations), (seed, at, value)


@pytest.mark.parametrize("seed", range(300))
def test_what_would_be_is_what_is_found_when_it_is_so(seed: int) -> None:
    """The short question says the same as the long one; a search leaves nothing behind for the next."""
    luck = Random(seed)
    equations, values = drawn(luck)
    long, short = System(equations, values), System(equations, values)
    places = sorted(long.values)
    for size in (0, 1, 3):
        for known in map(frozenset, luck.sample(list(combinations(places, size)), 1)):
            for at in places:
                told, blocking = long.open(at, known, surely=False)
                assert short.would_open(at, known) is told
                assert (at in known) <= (blocking == {at})


def test_a_number_keeps_three_values_or_what_stands_in_the_way_is_said() -> None:
    whole, part, rest = (Cell(name) for name in ("whole", "part", "rest"))
    total = Equation(((1, part), (1, rest), (-1, whole)))
    system = System([total], {whole: 9, part: 3, rest: 6})
    place = {cell: system.place(cell) for cell in (whole, part, rest)}
    at = place[part]
    assert at is not None and NEEDED == 3
    shown = frozenset(one for cell in (whole, rest) if (one := place[cell]) is not None)
    assert system.open(at, shown, surely=False) == (False, shown)
    assert system.open(at, frozenset(list(shown)[:1]), surely=False) == (True, frozenset())
