"""Whether a hidden number could be another one: it looks for worlds in which all that is shown would be the same.

The world as it is solves every equation. From it one hidden number is moved, and whatever that breaks is mended by
moving other hidden numbers. A world that is found is a proof; where none is found in so many steps the number
counts as one that can be worked out. So a search that ends too soon can only hide more, and the same release is
always hidden alike.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from copkit.audience.equations import Cell, Equation

NEEDED = 3
"""So many values a hidden number keeps, its own among them."""
EFFORTS = ((40, 1), (80, 3))
"""How a value is looked for, first quickly: in so many steps, mending of so many broken equations the tightest."""
MOVES = (1, -1, 2, -2, 3)


_Part = tuple[int, int, int]
_Option = tuple[int, int, int, list[tuple[int, int]]]


class _Rule(NamedTuple):
    """An equation over numbered unknowns, for each how often it and its pairs count; and what it comes to."""

    terms: tuple[_Part, ...]
    least: int | None
    most: int | None
    total: int

    def short(self, total: int) -> int:
        """By how much a total is wrong: what would have to be added to it."""
        if self.least is not None and total < self.least:
            return self.least - total
        if self.most is not None and total > self.most:
            return self.most - total
        return 0


class System:
    """The equations of a release, with every number as it is; cells that are one number by definition are one."""

    def __init__(self, equations: Iterable[Equation], values: Mapping[Cell, int]) -> None:
        true = [one for one in equations if _holds(one, values)]
        self._place = _numbered(true)
        self.values = {at: values[cell] for cell, at in self._place.items()}
        self.rules = tuple(rule for one in true if (rule := self._rule(one)).terms)
        self.of: dict[int, list[_Part]] = {at: [] for at in self.values}
        self._found: dict[int, set[int]] = {at: {value} for at, value in self.values.items()}
        for number, rule in enumerate(self.rules):
            for at, times, pairs in rule.terms:
                self.of[at].append((number, times, pairs))

    def place(self, cell: Cell) -> int | None:
        """The number of a cell's unknown; None where no equation speaks of it."""
        return self._place.get(cell)

    def _rule(self, one: Equation) -> _Rule:
        found: dict[int, list[int]] = {}
        for which, terms in enumerate((one.terms, one.pairs)):
            for times, cell in terms:
                found.setdefault(self._place[cell], [0, 0])[which] += times
        parts = tuple((at, times, pairs) for at, (times, pairs) in found.items() if times or pairs)
        total = sum(_worth(self.values[at], times, pairs) for at, times, pairs in parts)
        return _Rule(parts, one.least, one.most, total)

    def open(self, at: int, known: frozenset[int], *, surely: bool = True) -> tuple[bool, frozenset[int]]:
        """Whether an unknown keeps enough possible values; if not, the known ones that stand in the way.

        A world that was found once stays possible, since in the course of hiding ever fewer numbers are known. So
        it is kept, unless somebody only asks what would be if these alone were known.
        """
        values, blocking = set(self._found[at]), {at} & known
        for move in () if blocking else MOVES:
            value = self.values[at] + move
            if len(values) < NEEDED and value >= 0 and value not in values:
                world, ran_into = self._world(at, value, known)
                values |= {value} if world else set()
                blocking |= ran_into
                for moved, other in world.items() if surely else ():
                    self._found[moved].add(other)
        return len(values) >= NEEDED, frozenset(blocking)

    def _world(self, at: int, value: int, known: frozenset[int]) -> tuple[dict[int, int], set[int]]:
        """A world in which an unknown has a value, by what moved in it; empty where none is found."""
        blocking: set[int] = set()
        for steps, tightest in EFFORTS:
            search = _Search(self, known, steps, tightest)
            if world := search.world(at, value):
                return world, set()
            blocking |= search.blocking
            if search.steps > 0:
                break  # it has looked everywhere
        return {}, blocking


class _Search:
    """A search for one world, with the steps that it has left and the known numbers that it ran into."""

    def __init__(self, system: System, known: frozenset[int], steps: int, tightest: int) -> None:
        self.values, self.rules, self.of, self.known = system.values, system.rules, system.of, known
        self.steps, self.tightest, self.blocking = steps, tightest, set[int]()

    def world(self, at: int, value: int) -> dict[int, int] | None:
        """The number moved to a value, with all that have to move with it; None where no such world is found."""
        start = self._after({at: value}, {}, at, value)
        return None if start is None else self._mend({at: value}, dict(start[1]))

    def _mend(self, moved: dict[int, int], sums: dict[int, int]) -> dict[int, int] | None:
        """Mend what is broken: `sums` says what the equations come to in which something was moved."""
        self.steps -= 1
        broken = [number for number, total in sums.items() if self.rules[number].short(total)]
        if not broken:
            return moved
        tightest = sorted(broken, key=lambda each: len(self._free(each, moved)))[: self.tightest]
        for _, at, value, after in min((self._options(each, moved, sums) for each in tightest), key=len):
            if self.steps <= 0:
                return None
            found = self._mend({**moved, at: value}, {**sums, **dict(after)})
            if found is not None:
                return found
        return None

    def _free(self, number: int, moved: Mapping[int, int]) -> list[_Part]:
        """The unknowns of an equation that may still be moved."""
        return [one for one in self.rules[number].terms if one[0] not in moved and one[0] not in self.known]

    def _options(self, number: int, moved: dict[int, int], sums: dict[int, int]) -> list[_Option]:
        """What could be moved to mend an equation, those first that break fewest others."""
        missing, found = self.rules[number].short(sums[number]), list[_Option]()
        for at, times, pairs in self._free(number, moved):
            for value in _steps(self.values[at], times, pairs, missing):
                after = self._after(moved, sums, at, value)
                if after is not None:
                    found.append((after[0], at, value, after[1]))
        if not found:
            self._ran_into(number)
        return sorted(found, key=_rank)

    def _after(
        self, moved: Mapping[int, int], sums: Mapping[int, int], at: int, value: int
    ) -> tuple[int, list[tuple[int, int]]] | None:
        """How many more equations are broken when one more number is moved, and what they come to.

        None where one of them could not be mended any more.
        """
        now, after, worse = self.values[at], list[tuple[int, int]](), 0
        step, pairs_more = value - now, _pairs(value) - _pairs(now)
        for number, times, pairs in self.of[at]:
            rule = self.rules[number]
            before = sums.get(number)
            total = (rule.total if before is None else before) + times * step + pairs * pairs_more
            after.append((number, total))
            if rule.short(total):
                if all(each == at or each in moved or each in self.known for each, _, _ in rule.terms):
                    self._ran_into(number)
                    return None
                worse += 1
            worse -= before is not None and rule.short(before) != 0
        return worse, after

    def _ran_into(self, number: int) -> None:
        self.blocking.update(at for at, _, _ in self.rules[number].terms if at in self.known)


def _steps(now: int, times: int, pairs: int, short: int) -> list[int]:
    """The values of one unknown that mend an equation: in full, and the nearest that mends a part."""
    if pairs:
        up = 1 if (times + pairs * now) * short > 0 else -1
        wanted = [now + up * step for step in (1, 2, 3)]
    else:
        up = 1 if short * times > 0 else -1
        wanted = [now + up * -(-abs(short) // abs(times)), now + up]
    return [value for value in dict.fromkeys(wanted) if value >= 0]


def _rank(option: _Option) -> tuple[int, int, int]:
    return option[0], option[1], option[2]


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


def _worth(value: int, times: int, pairs: int) -> int:
    return times * value + pairs * _pairs(value)


def _holds(one: Equation, values: Mapping[Cell, int]) -> bool:
    """Whether an equation holds in the world as it is; one that does not gives nothing away."""
    if any(cell not in values for cell in one.cells):
        return False
    sums = (_worth(values[cell], times, 0) for times, cell in one.terms)
    total = sum(sums) + sum(_worth(values[cell], 0, times) for times, cell in one.pairs)
    return (one.least is None or total >= one.least) and (one.most is None or total <= one.most)


def _numbered(equations: Iterable[Equation]) -> dict[Cell, int]:
    """A number for each cell; those that are the same by definition have one."""
    roots: dict[Cell, Cell] = {}

    def root(cell: Cell) -> Cell:
        while roots.setdefault(cell, cell) != cell:
            cell = roots[cell]
        return cell

    for one in equations:
        for cell in one.cells:
            root(cell)
        if _is_same(one):
            roots[root(one.terms[0][1])] = root(one.terms[1][1])
    numbers: dict[Cell, int] = {}
    return {cell: numbers.setdefault(root(cell), len(numbers)) for cell in roots}


def _is_same(one: Equation) -> bool:
    return [times for times, _ in one.terms] == [1, -1] and not one.pairs and (one.least, one.most) == (0, 0)
