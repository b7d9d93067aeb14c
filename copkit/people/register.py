"""Find people as they are typed: by id, by their name however it is spelt, or by a first name that is unique."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from copkit.models.programme import Organisation, Person
from copkit.people.shown import are_several, read_name
from copkit.people.spellings import Spellings

_ALIKE = 0.75
_INITIAL = re.compile(r"(?<!\w)[^\W\d_](?!\w)(?<![a-z])")
_FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " "})


def fold(name: str) -> str:
    """A name for comparing: one form of accents, apostrophes and hyphens, no capitals, single spaces."""
    if name.isascii():
        return " ".join(name.lower().split())
    return " ".join(unicodedata.normalize("NFKC", name.translate(_FOLD)).casefold().split())


class Found(NamedTuple):
    """The id of the person who is meant, or none and those who might be."""

    id: str | None
    near: tuple[str, ...] = ()


def _only(keys: Sequence[str], among: Collection[str]) -> Found:
    """The one of them, or the one of them who belongs; else those who may be meant."""
    close = keys if len(keys) == 1 else [key for key in keys if key in among]
    return Found(close[0]) if len(close) == 1 else Found(None, tuple(close or keys))


class Register:
    """The people of the programme, to be found by what somebody types."""

    def __init__(self, people: dict[str, Person], organisations: dict[str, Organisation]) -> None:
        self.people = people
        self.organisations = organisations
        self._names: dict[str, list[str]] = {}
        self._near: dict[str, tuple[str, ...]] = {}
        for key, person in people.items():
            for name in (person.name, *person.also_known_as):
                folded = fold(name)
                if folded and key not in (same := self._names.setdefault(folded, [])):
                    same.append(key)

    @cached_property
    def spellings(self) -> Spellings:
        """Its names as they are met in notes and exports: prepared when one is first typed in another way."""
        return Spellings(self.people)

    def find(self, typed: str, among: Collection[str] = ()) -> Found:
        """Who is meant. `among` are those in whose company a first name is unique: the community's people."""
        if typed in self.people:
            return Found(typed)
        text = fold(typed)
        if text in self.people:
            return Found(text)
        if whole := self.called(typed):
            return _only(whole, among)
        if among and (close := self._in_other_ways(typed, among)):
            return _only(close, among)
        firsts = self.spellings.firsts(typed)
        close = [key for key in firsts if key in among] if among else firsts
        if len(close) > 1:
            close = [key for key in close if self._begins(key, text)] or close
        if len(close) == 1:
            return Found(close[0])
        return Found(None, tuple(close or firsts) or self._nearest(text))

    def called(self, typed: str) -> tuple[str, ...]:
        """The ids of those of whom this is the whole name, as written or as it is shown in meetings."""
        if same := self._names.get(fold(typed)):
            return tuple(same)
        return () if are_several(typed) else tuple(self.spellings.wholes(read_name(typed)))

    def exactly(self, typed: str) -> str:
        """The id of the one person of this id or whole name; empty for nobody, and for several."""
        keys = (typed,) if typed in self.people else self.called(typed)
        return keys[0] if len(keys) == 1 else ""

    def _in_other_ways(self, typed: str, among: Collection[str]) -> list[str]:
        """Those of a company of whom this is the name without its middle, with the surname first, or an initial."""
        if are_several(typed):
            return []
        for way, keys in self.spellings.ways(read_name(typed)):
            if (way != "initial" or _INITIAL.search(typed)) and (close := [key for key in keys if key in among]):
                return close
        return []

    def _begins(self, key: str, text: str) -> bool:
        """Whether a name of a person begins with a text, accents and all."""
        person = self.people[key]
        return any(f"{fold(name)} ".startswith(f"{text} ") for name in (person.name, *person.also_known_as))

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

    def name(self, typed: str, among: Collection[str] = ()) -> str:
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
