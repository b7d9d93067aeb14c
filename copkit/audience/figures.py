"""The door for figures: what an audience sees of a release, so that no hidden number can be worked out from it.

A release is all figures of a community's year, with those of the year before as they were shown then. They are
counted on the whole and hidden together: first each count of few people, or of few that are left of a share; then
as many others as it takes, the least missed first, until every hidden count of people keeps three possible values
for somebody who solves all equations that hold between the numbers.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, Protocol, Self, TypeVar

from copkit.audience.equations import Cell, Equation, Terms
from copkit.audience.solving import System
from copkit.models.base import Audience

Key = tuple[str, str]
"""A figure's code and label."""
TELLS_NOTHING = ("unknown", "not asked")
"""Kinds of figures that hold no number to hide, so that they say to everybody why there is none."""
TRIED = 8
"""So many ways to protect a number are tried before the cheapest is taken."""
MUCH_DEARER = 4
"""Rather than one that would be missed so many times as much, several are hidden."""


class Counted(Protocol):
    """What the door asks of a figure."""

    @property
    def code(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def value(self) -> float | None: ...
    @property
    def numerator(self) -> float: ...
    @property
    def denominator(self) -> float | None: ...
    @property
    def form(self) -> str: ...
    @property
    def people(self) -> bool: ...
    @property
    def guarded(self) -> bool: ...
    @property
    def members_only(self) -> bool: ...
    def hide(self) -> Self: ...
    def rounded(self) -> Self: ...
    def nameless(self) -> Self: ...


F = TypeVar("F", bound=Counted)


@dataclass(frozen=True)
class Known:
    """What holds in a release besides its figures.

    `told` are the numbers that each figure gives away, `unprinted` those that stand in no figure, as they are; of
    these `few` are people, and kept as well as hidden ones. `given` were printed before and `kept` were hidden
    then. `rough` are figures that are rounded in public, with what that tells, and hidden where it is nothing.
    `whole` leads from a figure to those that are hidden with it; those of `telling` are not even listed then, since
    that they are there says that somebody came. `price` says how much a figure would be missed. Where `all_or_none`
    nothing is shown if a small number of it is not proved to be safe.
    """

    told: Mapping[Key, Mapping[Cell, int]] = field(default_factory=dict)
    equations: tuple[Equation, ...] = ()
    unprinted: Mapping[Cell, int] = field(default_factory=dict)
    few: tuple[Cell, ...] = ()
    given: frozenset[Cell] = frozenset()
    kept: tuple[Cell, ...] = ()
    rough: Mapping[Key, Mapping[Cell, int]] = field(default_factory=dict)
    whole: Mapping[Key, frozenset[Key]] = field(default_factory=dict)
    telling: frozenset[Key] = frozenset()
    price: Mapping[Key, int] = field(default_factory=dict)
    all_or_none: bool = False


@dataclass(frozen=True)
class Shown(Generic[F]):
    """The figures by code as an audience may see them; which numbers that tells, and which it keeps.

    `equations` are all that hold between its numbers, and `values` these as they are: for what stands beside it.
    """

    figures: dict[str, tuple[F, ...]]
    told: frozenset[Cell] = frozenset()
    kept: tuple[Cell, ...] = ()
    equations: tuple[Equation, ...] = ()
    values: Mapping[Cell, int] = field(default_factory=dict)


def shown(figures: Mapping[str, Iterable[F]], known: Known, audience: Audience, below: int) -> Shown[F]:
    """A release as an audience may see it: few people are hidden in public, what few people said always.

    Figures that are for members are not in public at all, and the public's lead to no record that names a person.
    """
    if audience != "public":
        return Shown({code: tuple(_guarded(one, below) for one in every) for code, every in figures.items()})
    real = {code: tuple(one for one in every if not one.members_only) for code, every in figures.items()}
    hiding = Hiding([one for every in real.values() for one in every], known, below)
    hidden = hiding.hidden
    silent = known.telling if hiding.nobody else frozenset()
    seen = {
        code: tuple(_seen(one, key, hidden, known) for one in every if (key := (one.code, one.label)) not in silent)
        for code, every in real.items()
    }
    return Shown(seen, hiding.told, tuple(hiding.protected), hiding.equations, hiding.values)


def _seen(one: F, key: Key, hidden: set[Key], known: Known) -> F:
    if key in hidden and one.kind not in TELLS_NOTHING:
        return one.hide()
    return one.rounded() if key in known.rough else one.nameless()


def _guarded(one: F, below: int) -> F:
    return one.hide() if one.guarded and one.value is not None and _whole(one) < below else one


def _whole(one: Counted) -> float:
    """How many were asked, or counted where it is no share."""
    return one.denominator if one.form in ("share", "mean") and one.denominator is not None else one.numerator


def too_few(one: Counted, below: int) -> bool:
    """Whether people could be told apart in public; what is left of a whole is as telling as the part."""
    if one.value is None or not (one.people or one.guarded):
        return False
    if _whole(one) < below and (one.guarded or one.form in ("share", "mean")):
        return True
    few = [] if one.form == "mean" else [one.numerator]
    return any(0 < number < below for number in (*few, *_rest(one)))


def to_five(number: int) -> int:
    """A number of people to the nearest five."""
    return 5 * ((number + 2) // 5)


def about(cells: Iterable[Cell], number: int, below: int) -> Equation:
    """What a plain count of people tells of the cells that add up to it, as the door lets it be told."""
    least, most = (0, below - 1) if number < below else (to_five(number) - 2, to_five(number) + 2)
    return Equation(tuple((1, cell) for cell in cells), least=least, most=most)


def _rest(one: Counted) -> list[float]:
    return [one.denominator - one.numerator] if one.form == "share" and one.denominator is not None else []


class Hiding:
    """Which figures of a release are hidden from the public."""

    def __init__(self, figures: list[F], known: Known, below: int) -> None:
        self.known, self.below = known, below
        self.figures: dict[Key, Counted] = {(one.code, one.label): one for one in figures}
        self.hidden = {key for key, one in self.figures.items() if too_few(one, below)}
        self.hidden |= {key for key, told in known.rough.items() if not told}
        self.nobody = bool(self.hidden & known.whole.keys())
        for key, keys in known.whole.items():
            self.hidden |= keys & self.figures.keys() if key in self.hidden else set()
        self.tells = {**known.told, **known.rough}
        every = (*known.told.values(), *known.rough.values(), known.unprinted)
        values = {cell: value for told in every for cell, value in told.items()}
        self.values = values
        self.equations = (*known.equations, *self._complements())
        self.system = System(self.equations, values)
        self.protected = dict.fromkeys(
            [*known.kept, *(cell for cell in known.few if 0 < values.get(cell, 0) < below)]
        )
        self._protect_all()

    @property
    def told(self) -> frozenset[Cell]:
        """The numbers that the public can read."""
        return self._told(self.hidden)

    def _told(self, hidden: set[Key]) -> frozenset[Cell]:
        printed = (cell for key, told in self.tells.items() if self._printed(key, hidden) for cell in told)
        return frozenset(printed) | self.known.given

    def _printed(self, key: Key, hidden: set[Key]) -> bool:
        return key in self.figures and key not in hidden

    def _places(self, hidden: set[Key]) -> frozenset[int]:
        found = (self.system.place(cell) for cell in self._told(hidden))
        return frozenset(place for place in found if place is not None)

    def _complements(self) -> Iterator[Equation]:
        """Of people, those who were counted and those who are left add up to all."""
        for key, one in self.figures.items():
            told = self.known.told.get(key, {})
            for cell in list(told):
                if cell.part == "of" and cell._replace(part="") in told and (one.people or one.guarded):
                    self.values[cell.rest] = told[cell] - told[cell._replace(part="")]
                    terms: Terms = ((1, cell._replace(part="")), (1, cell.rest), (-1, cell))
                    yield Equation(terms)

    def _protect_all(self) -> None:
        """Protect what is hidden, and what had to be hidden for that, until nothing new is."""
        done = set[Cell]()
        self._hide(frozenset(self.hidden))
        while todo := [cell for cell in self.protected if cell not in done]:
            for cell in todo:
                done.add(cell)
                self._protect(cell)

    def _cells(self, key: Key) -> Iterator[Cell]:
        """The people that a hidden figure keeps: who was counted, who is left, and the whole where it is few."""
        one = self.figures[key]
        if not (one.people or one.guarded):
            return
        for cell, value in self.known.told.get(key, {}).items():
            if cell.part != "of" or 0 < value < self.below:
                yield cell
            if cell.part == "of" and cell._replace(part="") in self.known.told[key]:
                yield cell.rest

    def _protect(self, cell: Cell) -> None:
        """Hide more until a number keeps enough possible values.

        One that is not of few people was hidden for the sake of another, and tells of nobody: for it one figure
        more is hidden, and no number of them.
        """
        at = self.system.place(cell)
        if at is None:
            return
        safe, blocking = self.system.open(at, self._places(self.hidden))
        if not safe and (self._works(at, [frozenset(self.figures)]) or at in self._places(self.hidden)):
            chosen = self._choose(at, blocking, 1 if not 0 < self.values[cell] < self.below else len(self.figures))
            self._hide(frozenset().union(*chosen))
            safe = not self.known.all_or_none or self.system.open(at, self._places(self.hidden))[0]
        if not safe and self.known.all_or_none and cell not in self.known.kept:
            self._hide(frozenset(self.figures))

    def _choose(self, at: int, blocking: frozenset[int], most: int) -> list[frozenset[Key]]:
        """The figures to hide for the sake of a number: one way that works, or else one after the other."""
        chosen: list[frozenset[Key]] = []
        safe = False
        while not safe and (ways := self._ways(blocking, self.hidden.union(*chosen))):
            dear = MUCH_DEARER * self._price(ways[0])[0]
            near = [way for way in ways[:TRIED] if self._price(way)[0] <= dear]
            works = next((way for way in near if self._works(at, [*chosen, way])), None)
            if works is None and most == 1:
                return []
            chosen.append(works or ways[0])
            safe, blocking = self.system.open(at, self._places(self.hidden.union(*chosen)), surely=False)
        for way in chosen[:-1]:  # those that were chosen before one worked
            rest = [one for one in chosen if one != way]
            if self._works(at, rest):
                chosen = rest
        return chosen

    def _works(self, at: int, ways: list[frozenset[Key]]) -> bool:
        return self.system.would_open(at, self._places(self.hidden.union(*ways)))

    def _hide(self, way: frozenset[Key]) -> None:
        self.hidden |= way
        for key in sorted(way):
            self.protected.update(dict.fromkeys(self._cells(key)))

    def _ways(self, blocking: Iterable[int], hidden: set[Key]) -> list[frozenset[Key]]:
        """The figures that would have to be hidden to take one of these numbers away, the least missed first."""
        given = {self.system.place(cell) for cell in self.known.given}
        tell: dict[int, set[Key]] = {at: set() for at in blocking if at not in given}
        for key, told in self.tells.items():
            if self._printed(key, hidden):
                for at in {self.system.place(cell) for cell in told} & tell.keys():
                    assert at is not None
                    tell[at].add(key)
        return sorted({frozenset(keys) for keys in tell.values() if keys}, key=self._price)

    def _price(self, way: frozenset[Key]) -> tuple[int, float, list[Key]]:
        price = sum(self.known.price.get(key, 1) for key in way)
        size = sum(one.numerator for key in way if (one := self.figures[key]).value is not None)
        return price, size, sorted(way)
