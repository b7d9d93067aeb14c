"""Find people as they are typed: by id, by full name, or by a first name that only one of them has."""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from copkit.models.ids import TITLES
from copkit.models.programme import Organisation, Person

_ALIKE = 0.75
_FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " "})


def fold(name: str) -> str:
    """A name for comparing: one form of accents, apostrophes and hyphens, no capitals, single spaces."""
    if name.isascii():
        return " ".join(name.lower().split())
    return " ".join(unicodedata.normalize("NFKC", name.translate(_FOLD)).casefold().split())


def _first_name(folded: str) -> str:
    """The first name of a folded name, past a title."""
    title, _, rest = folded.partition(" ")
    return rest.partition(" ")[0] if rest and title.rstrip(".") in TITLES else title


class Found(NamedTuple):
    """The id of the person who is meant, or none and those who might be."""

    id: str | None
    near: tuple[str, ...] = ()


class Register:
    """The people of the programme, to be found by what somebody types."""

    def __init__(self, people: dict[str, Person], organisations: dict[str, Organisation]) -> None:
        self.people = people
        self.organisations = organisations
        self._names: dict[str, list[str]] = {}
        self._first: dict[str, list[str]] = {}
        self._near: dict[str, tuple[str, ...]] = {}
        for key, person in people.items():
            for name in (person.name, *person.also_known_as):
                folded = fold(name)
                if folded:
                    self._names.setdefault(folded, []).append(key)
                    self._first.setdefault(_first_name(folded), []).append(key)

    def find(self, typed: str, among: Iterable[str] = ()) -> Found:
        """Who is meant. `among` are those in whose company a first name is unique: the community's people."""
        if typed in self.people:
            return Found(typed)
        text = fold(typed)
        if text in self.people:
            return Found(text)
        named = self._names.get(text, [])
        if len(named) == 1:
            return Found(named[0])
        company = set(among)
        if len(close := [key for key in named if key in company]) == 1:
            return Found(close[0])
        first = dict.fromkeys(named or self._first.get(text, []))
        close = [key for key in first if not company or key in company]
        if len(close) == 1:
            return Found(close[0])
        return Found(None, tuple(close or first) or self._nearest(text))

    def _nearest(self, text: str) -> tuple[str, ...]:
        """The ids whose names are nearly what was typed."""
        if text not in self._near:
            from difflib import get_close_matches

            near = get_close_matches(text, self._of_about(len(text)), n=3, cutoff=_ALIKE)
            ids = (name if name in self.people else self._names[name][0] for name in near)
            self._near[text] = tuple(dict.fromkeys(ids))
        return self._near[text]

    def _of_about(self, length: int) -> Iterator[str]:
        """Ids and names that are neither too short nor too long to be alike: for most of a large register, the
        lengths alone tell (what two texts share is at most the shorter of them)."""
        least = length * _ALIKE / (2 - _ALIKE)
        most = length * (2 - _ALIKE) / _ALIKE
        for known, names in self._by_length.items():
            if least <= known <= most:
                yield from names

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = {}
        for name in {**self.people, **self._names}:
            found.setdefault(len(name), []).append(name)
        return found

    def exactly(self, typed: str) -> str:
        """The id of the one person of exactly this id or full name; empty for nobody, and for several."""
        keys = [typed] if typed in self.people else self._names.get(fold(typed), [])
        return keys[0] if len(keys) == 1 else ""

    def names(self, folded: str) -> tuple[str, ...]:
        """The ids of those who have this full name, in its folded form."""
        return tuple(self._names.get(folded, ()))

    def name(self, typed: str, among: Iterable[str] = ()) -> str:
        """The full name of a person typed in any way; what was typed when nobody is found."""
        key = self.find(typed, among).id
        return (self.people[key].name or key) if key is not None else typed

    def organisation(self, key: str, day: date) -> str:
        """The organisation that a person belonged to on a day, or an empty text."""
        person = self.people.get(key)
        if person is None:
            return ""
        if isinstance(person.organisation, str):
            return self.successor(person.organisation, day)
        here = ""
        for affiliation in person.organisation:
            if affiliation.from_ is None or affiliation.from_ <= day or not here:
                here = affiliation.id
        return self.successor(here, day)

    def successor(self, organisation: str, day: date) -> str:
        """What an organisation had become by a day: mergers and new names are followed."""
        seen = set()
        while organisation not in seen:
            seen.add(organisation)
            record = self.organisations.get(organisation)
            if record is None or not record.became or record.since is None or record.since > day:
                break
            organisation = record.became
        return organisation
