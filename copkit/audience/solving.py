"""Whether a hidden number could be another one: it looks for worlds in which all that is shown would be the same.

The world as it is solves every equation. From it one hidden number is moved, and whatever that breaks is mended by
moving other hidden numbers. A world that is found is a proof; where none is found in so many steps the number
counts as one that can be worked out. So a search that ends too soon can only hide more, and the same release is
always hidden alike.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from copkit.audience.equations import Cell, Equation

NEEDED = 3
"""So many values a hidden number keeps, its own among them."""
EFFORTS = ((40, 1), (80, 3))
"""How a value is looked for, first quickly: in so many steps, mending of so many broken equations the tightest."""
MOVES = (1, -1, 2, -2, 3)


_Part = tuple[int, int, int]
_Row = tuple[int, int, int, int, int]
"""An equation of an unknown: its number, how often the unknown and its pairs count, the least and the most."""
_Option = tuple[int, int, int]
"""How many more equations a move breaks, and which number goes where."""
_NO_END = 10**12


class _Rule(NamedTuple):
    """An equation over numbered unknowns, for each how often it and its pairs count; and what it comes to."""

    terms: tuple[_Part, ...]
    least: int
    most: int
    total: int

    def short(self, total: int) -> int:
        """By how much a total is wrong: what would have to be added to it."""
        if total < self.least:
            return self.least - total
        return self.most - total if total > self.most else 0


class System:
    """The equations of a release, with every number as it is; cells that are one number by definition are one."""

    def __init__(self, equations: Iterable[Equation], values: Mapping[Cell, int]) -> None:
        true = [one for one in equations if _holds(one, values)]
        self._place = _numbered(true)
        self.values = {at: values[cell] for cell, at in self._place.items()}
        self.rules = tuple(rule for one in true if (rule := self._rule(one)).terms)
        self.of: dict[int, list[_Row]] = {at: [] for at in self.values}
        self._found: dict[int, set[int]] = {at: {value} for at, value in self.values.items()}
        for number, rule in enumerate(self.rules):
            for at, times, pairs in rule.terms:
                self.of[at].append((number, times, pairs, rule.least, rule.most))
        self._board = _Board(self, frozenset())

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
        least, most = (-_NO_END if one.least is None else one.least, _NO_END if one.most is None else one.most)
        return _Rule(parts, least, most, total)

    def open(self, at: int, known: frozenset[int], *, surely: bool = True) -> tuple[bool, frozenset[int]]:
        """Whether an unknown keeps enough possible values; if not, the known ones that stand in the way.

        A world that was found once stays possible, since in the course of hiding ever fewer numbers are known. So
        it is kept, unless somebody only asks what would be if these alone were known.
        """
        if at in known:
            return len(self._found[at]) >= NEEDED, frozenset((at,))
        values, blocking = set(self._found[at]), set[int]()
        for value in self._others(at):
            if len(values) < NEEDED and value not in values:
                world, ran_into = self._world(at, value, known)
                values |= {value} if world else set()
                blocking |= ran_into
                for moved, other in world.items() if surely else ():
                    self._found[moved].add(other)
        return len(values) >= NEEDED, frozenset(blocking)

    def would_open(self, at: int, known: frozenset[int]) -> bool:
        """Whether an unknown would keep enough possible values if these alone were known."""
        missing = NEEDED - len(self._found[at])
        left = [] if at in known else [value for value in self._others(at) if value not in self._found[at]]
        while 0 < missing <= len(left):
            missing -= bool(self._world(at, left.pop(0), known)[0])
        return missing <= 0

    def _others(self, at: int) -> list[int]:
        """The values near its own that an unknown could have."""
        return [self.values[at] + move for move in MOVES if self.values[at] + move >= 0]

    def _world(self, at: int, value: int, known: frozenset[int]) -> tuple[dict[int, int], set[int]]:
        """A world in which an unknown has a value, by what moved in it; empty where none is found."""
        if self._board.known != known:
            self._board = _Board(self, known)
        blocking: set[int] = set()
        for steps, tightest in EFFORTS:
            search = _Search(self._board, steps, tightest)
            if search.world(at, value):
                return search.moved, set()
            blocking |= search.blocking
            if search.steps > 0:
                break  # it has looked everywhere
        return {}, blocking


class _Board:
    """A system of which some numbers are known, laid out for searching: what no search of it changes.

    `sums` are what the equations come to, `free` the unknowns of each that are not known, `left` how many.
    """

    def __init__(self, system: System, known: frozenset[int]) -> None:
        self.values, self.rules, self.of, self.known = system.values, system.rules, system.of, known
        self.free = [[one for one in rule.terms if one[0] not in known] for rule in self.rules]
        self.left = list(map(len, self.free))
        self.sums = [rule.total for rule in self.rules]


class _Search:
    """A search for one world, with the steps that it has left and the equations that it could not mend.

    `sums` are what the equations come to with what was `moved`, `left` the unknowns of each that may still be,
    `touched` those in which one was, in order, and `broken` is true of those that are to be mended.
    """

    def __init__(self, board: _Board, steps: int, tightest: int) -> None:
        self.board, self.steps, self.tightest = board, steps, tightest
        self.values, self.of = board.values, board.of
        self.sums, self.left = board.sums.copy(), board.left.copy()
        self.moved: dict[int, int] = {}
        self.touched: dict[int, None] = {}
        self.broken = bytearray(len(self.sums))
        self.stuck: set[int] = set()

    @property
    def blocking(self) -> set[int]:
        """The known numbers that it ran into."""
        rules, known = self.board.rules, self.board.known
        return {at for number in self.stuck for at, _, _ in rules[number].terms if at in known}

    def world(self, at: int, value: int) -> bool:
        """Whether a number can be moved to a value, with all that has to move with it: `moved` says where to."""
        return self._breaks(at, value) is not None and self._try(at, value)

    def _try(self, at: int, value: int) -> bool:
        """Move one more number and mend what that breaks; if that cannot be done, all is as it was."""
        rows, now = self.of[at], self.values[at]
        step, pairs_more = value - now, _pairs(value) - _pairs(now)
        before = [(number, self.sums[number], self.broken[number]) for number, *_ in rows]
        fresh = [number for number, *_ in rows if number not in self.touched]
        for number, times, pairs, least, most in rows:
            self.sums[number] += times * step + pairs * pairs_more
            self.broken[number] = not least <= self.sums[number] <= most
            self.left[number] -= 1
            self.touched[number] = None
        self.moved[at] = value
        if self._mend():
            return True
        del self.moved[at]
        for number, self.sums[number], self.broken[number] in before:
            self.left[number] += 1
        for number in fresh:
            del self.touched[number]
        return False

    def _mend(self) -> bool:
        """Mend what is broken, that first which leaves the fewest ways."""
        self.steps -= 1
        broken = [number for number in self.touched if self.broken[number]]
        if not broken:
            return True
        tightest = sorted(broken, key=self.left.__getitem__)[: self.tightest]
        for _, at, value in min(map(self._options, tightest), key=len):
            if self.steps <= 0:
                return False
            if self._try(at, value):
                return True
        return False

    def _options(self, number: int) -> list[_Option]:
        """What could be moved to mend an equation, those first that break fewest others."""
        missing, found = self.board.rules[number].short(self.sums[number]), list[_Option]()
        for at, times, pairs in self.board.free[number]:
            if at not in self.moved:
                for value in _steps(self.values[at], times, pairs, missing):
                    worse = self._breaks(at, value)
                    if worse is not None:
                        found.append((worse, at, value))
        if not found:
            self.stuck.add(number)
        found.sort()
        return found

    def _breaks(self, at: int, value: int) -> int | None:
        """How many more equations are broken when one more number is moved.

        None where one of them could not be mended any more.
        """
        sums, broken, now, worse = self.sums, self.broken, self.values[at], 0
        step, pairs_more = value - now, _pairs(value) - _pairs(now)
        for number, times, pairs, least, most in self.of[at]:
            total = sums[number] + times * step + pairs * pairs_more
            if not least <= total <= most:
                if self.left[number] == 1:
                    self.stuck.add(number)
                    return None
                worse += 1
            worse -= broken[number]
        return worse


@lru_cache(1 << 16)
def _steps(now: int, times: int, pairs: int, short: int) -> list[int]:
    """The values of one unknown that mend an equation: in full, and the nearest that mends a part."""
    if pairs:
        up = 1 if (times + pairs * now) * short > 0 else -1
        wanted = [now + up * step for step in (1, 2, 3)]
    else:
        up = 1 if short * times > 0 else -1
        wanted = [now + up * -(-abs(short) // abs(times)), now + up]
    return [value for value in dict.fromkeys(wanted) if value >= 0]


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
