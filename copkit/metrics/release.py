"""A release: one community's year in figures, the numbers that they tell, and what holds between these."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from copkit.audience.equations import Cell, Equation, at_most, same, total
from copkit.audience.figures import Key, Known, Shown, shown
from copkit.metrics.attendance import Attendance
from copkit.metrics.base import Figure
from copkit.metrics.facts import Facts
from copkit.models.base import Audience

Declared = Mapping[str, Callable[["Release"], Iterable[Equation]]]
"""What holds of the figures of some metrics, by code."""
PRICES = {"C2": 2, "C3": 1, "C8": 3, "C9": 3, "R3": 3, "R2": 4, "M5": 4, "M7": 4, "M1": 4, "M3": 8}
"""How much figures beside the main one would be missed."""


class Release:
    """The numbers of one community's year: those of its figures, and those that stand in none but count in them."""

    def __init__(self, facts: Facts, figures: Mapping[str, tuple[Figure, ...]], before: "Release | None") -> None:
        self.facts, self.figures, self.before = facts, figures, before
        self.when = f"{facts.community.id} {facts.period.start}"
        self.told = {(one.code, one.label): told_by(one, self.when) for one in self._each()}
        self.unprinted: dict[Cell, int] = {}
        self.few: list[Cell] = []
        self.known: list[Cell] = []
        self.rough: dict[Key, dict[Cell, int]] = {}

    def __call__(self, code: str, label: str = "") -> Cell:
        return Cell(code, label, "", self.when)

    def also(self, code: str, label: str, cell: Cell, number: int) -> Cell:
        """A number that a figure tells in another way than by what it was made of."""
        if (code, label) in self.told:
            self.told[code, label][cell] = number
        return cell

    def hides(self, code: str, label: str, number: int, *, few: bool = False) -> Cell:
        """A number that is printed nowhere; with `few` it counts people, who are kept as those of a figure."""
        cell = self(code, label)
        self.unprinted[cell] = number
        if few:
            self.few.append(cell)
        return cell

    def figure(self, code: str, label: str = "") -> Figure | None:
        """One of the figures, as it is."""
        return next((one for one in self.figures.get(code, ()) if one.label == label), None)

    def labels(self, code: str, *but: str) -> list[str]:
        """The labels of a metric's figures."""
        return [one.label for one in self.figures.get(code, ()) if one.label not in but]

    @property
    def by_sector(self) -> dict[str, Cell]:
        """The people of each sector who came, by sector, and under an empty one those whose sector is not known."""
        known = {one: self("people of sectors", one) for one in {*map(self.facts.sector, self.facts.home.values())}}
        return {**known, "": self("people of sectors unknown")}

    @cached_property
    def rooms(self) -> list[tuple[Attendance, Cell]]:
        """Each session with the number of those who came to it."""
        return [(one, self("M3", one.session.id)) for one in self.facts.attended]

    @cached_property
    def guests(self) -> dict[str, Cell]:
        """For each session the number of guests without a name."""
        held = (one for one in self.facts.held if one.notes is not None)
        return {one.id: self.hides("guests", one.id, one.notes.others if one.notes else 0) for one in held}

    def there(self, sessions: Iterable[str]) -> list[Cell]:
        """The named people and the guests of some sessions."""
        return [cell for key in sessions for cell in (self("M3", key), self.guests[key])]

    def shown(self, audience: Audience, below: int, before: Shown[Figure] | None = None) -> Shown[Figure]:
        """The release as an audience may see it, after the one of the year before."""
        return shown(self.figures, self._known(before) if audience == "public" else Known(), audience, below)

    @cached_property
    def equations(self) -> tuple[Equation, ...]:
        """All that holds between its numbers."""
        from copkit.metrics.equations import DECLARED  # they are of a release

        return tuple(one for declare in DECLARED.values() for one in declare(self))

    def _known(self, before: Shown[Figure] | None) -> Known:
        equations, earlier = self.equations, self.before if before is not None else None
        return Known(
            told=self.told,
            equations=(*equations, *(earlier.equations if earlier else ())),
            unprinted={**self.unprinted, **(earlier.values if earlier else {})},
            few=tuple(self.few),
            given=frozenset(self.known) | (before.told if before else frozenset()),
            kept=before.kept if before else (),
            rough=self.rough,
            whole={("M2", ""): frozenset(key for key in self.told if _is_of_who_came(*key))},
            telling=frozenset(("R2", label) for label in self.labels("R2")),
            price={(one.code, one.label): price(one) for one in self._each()},
        )

    def _each(self) -> Iterator[Figure]:
        return (one for every in self.figures.values() for one in every)

    @property
    def values(self) -> dict[Cell, int]:
        """All numbers of the release."""
        return {**{cell: number for told in self.told.values() for cell, number in told.items()}, **self.unprinted}


def price(figure: Figure) -> int:
    """How much a figure would be missed in public: what was worked out least, the people of the year most."""
    if figure.form in ("number", "range"):
        return 1
    if figure.label and figure.code in PRICES:
        return PRICES[figure.code]
    return 30 if figure.code in ("M1", "M2", "M3", "C2") else 6


def _is_of_who_came(code: str, label: str) -> bool:
    """Whether a figure is of those who came: where they are few altogether, nothing is said of them."""
    if code == "V4":
        return label == "response"
    return code[0] in "RC" or code in ("M2", "M3", "M4", "M6", "M7", "M8", "L1")


def told_by(one: Figure, when: str = "") -> dict[Cell, int]:
    """What a figure tells by itself: what was counted, and of how many."""
    at = Cell(one.code, one.label, "", when)
    if one.form not in ("count", "share", "mean") or not one.amount.is_counted:
        return {}
    told = {at: one.numerator} if one.denominator is None else {at: one.numerator, at.of: one.denominator}
    return {cell: int(number) for cell, number in told.items() if number == int(number)}


class Beside(NamedTuple):
    """A community's release that stands beside groups of people, and which cell is its part of each group."""

    shown: Shown[Figure]
    parts: Mapping[str, Cell]


def parts_shown(
    figures: Iterable[Figure], audience: Audience, below: int, beside: Iterable[Beside] = ()
) -> tuple[Figure, ...]:
    """Groups of the same people, each a share of all, as an audience may see them beside the communities."""
    every, releases = tuple(figures), tuple(beside)
    told = {(one.code, one.label): told_by(one) for one in every}
    whole, parts = Cell("all"), [Cell(one.code, one.label) for one in every]
    equations = [total(whole, parts), *(same(one.of, whole) for one in parts)]
    equations += [one for part in parts for one in _of_communities(part, releases)]
    values = {whole: sum(int(one.numerator) for one in every)}
    for one in releases:
        values |= one.shown.values
    known = Known(
        told,
        (*equations, *(one for release in releases for one in release.shown.equations)),
        unprinted=values,
        given=frozenset((whole,)).union(*(one.shown.told for one in releases)),
        kept=tuple(cell for one in releases for cell in one.shown.kept),
        all_or_none=True,
    )
    return shown({"": every}, known, audience, below).figures[""]


def _of_communities(group: Cell, beside: Iterable[Beside]) -> Iterator[Equation]:
    """A group of people counted once is no more than its parts in all communities, and no less than any of them."""
    parts = [one.parts[group.label] for one in beside if group.label in one.parts]
    if len(parts) == 1:
        yield same(group, parts[0])
    elif parts:
        yield Equation(((1, group), *((-1, part) for part in parts)), least=None)
        yield from (at_most(part, group) for part in parts)
