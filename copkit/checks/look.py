"""One walk over a record finds all that points elsewhere and leads nowhere, odd dates, and fields of one's own.

What each kind of record holds is worked out once, from the models' own annotations; a walk then asks only the
fields that matter, and keeps only what is not known.
"""

from collections.abc import Container, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from copkit.models.base import Part
from copkit.models.fields import Path, fields
from copkit.workspace import CommunityFiles


class Suspect(NamedTuple):
    """A reference to something that is not known by this name."""

    path: Path
    of: str
    text: str
    record: type
    """The class of the part that holds the reference, to tell a role holder from a guest."""


class Look(NamedTuple):
    """What a walk over one record found."""

    suspects: tuple[Suspect, ...]
    odd_dates: tuple[tuple[Path, date], ...]
    extras: tuple[Path, ...]


class _Field(NamedTuple):
    name: str
    key: str
    of: str


class _Child(NamedTuple):
    name: str
    key: str
    default: Any


class _Plan(NamedTuple):
    """Which fields of a class hold references, dates and parts of their own."""

    references: tuple[_Field, ...]
    dates: tuple[_Field, ...]
    children: tuple[_Child, ...]


class Known:
    """All names that may be referred to, by what they are names of."""

    def __init__(self, names: Mapping[str, Container[str]] | None = None) -> None:
        self.names: Mapping[str, Container[str]] = names or {}
        self._walk: _Walk | None = None

    def within(self, community: CommunityFiles) -> "Known":
        """The same with the sessions and initiatives of a community."""
        sessions = {session.id for session in community.sessions}
        initiatives = {name for key in community.initiatives for name in (key, f"initiatives/{key}")}
        return Known({**self.names, "session": sessions, "initiative": initiatives})

    def look(self, record: Any, first_year: int, last_year: int) -> Look | None:
        """What in a record is not known, or None when there is nothing to say."""
        walk = self._walk
        if walk is None:
            walk = self._walk = _Walk(self.names, first_year, last_year)
        walk.part(record, ())
        return walk.take() if walk.suspects or walk.odd_dates or walk.extras else None


class _Walk:
    """The state of one walk."""

    __slots__ = ("extras", "first", "last", "names", "odd_dates", "suspects")

    def __init__(self, names: Mapping[str, Container[str]], first: int, last: int) -> None:
        self.names, self.first, self.last = names, first, last
        self.suspects: list[Suspect] = []
        self.odd_dates: list[tuple[Path, date]] = []
        self.extras: list[Path] = []

    def take(self) -> Look:
        """What was found so far; the next walk starts afresh."""
        look = Look(tuple(self.suspects), tuple(self.odd_dates), tuple(self.extras))
        self.suspects, self.odd_dates, self.extras = [], [], []
        return look

    def part(self, part: Any, path: Path) -> None:
        plan = _plan(part.__class__)
        if part.extra:
            known = fields(part.__class__)
            self.extras.extend((*path, key) for key in part.extra if key not in known)
        for name, key, of in plan.references:
            value = getattr(part, name)
            if value:
                if value.__class__ is str:
                    if value not in self.names[of]:
                        self.suspects.append(Suspect((*path, key), of, value, part.__class__))
                elif value.__class__ is not int:
                    self.many(value, of, (*path, key), part.__class__)
        for name, key, _ in plan.dates:
            value = getattr(part, name)
            if value is not None:
                self.dates(value, (*path, key))
        for name, key, default in plan.children:
            value = getattr(part, name)
            if value is not default and value:
                self.children(value, (*path, key))

    def many(self, values: Any, of: str, path: Path, record: type) -> None:
        """References in a list, in a list of lists, or as the keys of a mapping."""
        known = self.names[of]
        for place, value in _places(values):
            if isinstance(value, str):
                if value and value not in known:
                    self.suspects.append(Suspect((*path, place), of, value, record))
            elif isinstance(value, tuple):
                self.many(value, of, (*path, place), record)

    def dates(self, value: Any, path: Path) -> None:
        if isinstance(value, tuple):
            for index, day in enumerate(value):
                self.dates(day, (*path, index))
        elif not self.first <= value.year <= self.last:
            self.odd_dates.append((path, value))

    def children(self, value: Any, path: Path) -> None:
        if isinstance(value, Part):
            self.part(value, path)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    self.part(item, (*path, index))
        elif isinstance(value, dict):
            for key, item in value.items():
                if isinstance(item, Part):
                    self.part(item, (*path, key))


def _places(values: Any) -> Any:
    """The items of a list with their indexes; the keys of a mapping, which are their own places."""
    return ((key, key) for key in values) if isinstance(values, dict) else enumerate(values)


@cache
def _plan(record: type[Part]) -> _Plan:
    """The fields of a class that a walk asks, from what they declare."""
    every = fields(record).values()
    return _Plan(
        tuple(_Field(one.name, one.key, one.about.of) for one in every if one.about.of),
        tuple(_Field(one.name, one.key, "") for one in every if "date" in one.shape.forms()),
        tuple(
            _Child(one.name, one.key, one.default)
            for one in every
            if one.name != "accept" and any(one.shape.parts())
        ),
    )
