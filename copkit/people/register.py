"""Find people as they are typed: by id, by their name however it is spelt, or by a first name that is unique."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from copkit.models.programme import Organisation, Person
from copkit.patterns import when_used
from copkit.people.doubt import Doubt, doubt
from copkit.people.shown import are_several, read_name
from copkit.people.spellings import Keys, Spellings

_ALIKE = 0.75
_LOOKED_AT = 50
_INITIAL = when_used(r"(?<!\w)[^\W\d_](?!\w)(?<![a-z])")
_FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " "})


def fold(name: str) -> str:
    """A name for comparing: one form of accents, apostrophes and hyphens, no capitals, single spaces."""
    if name.isascii():
        return " ".join(name.lower().split())
    return " ".join(unicodedata.normalize("NFKC", name.translate(_FOLD)).casefold().split())


def _pairs(name: str) -> dict[str, None]:
    return dict.fromkeys(map("".join, pairwise(name)))


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

    @cached_property
    def surnames(self) -> Counter[str]:
        """How many people have each surname."""
        from copkit.people.naming import surname  # it folds names as they are folded here

        return Counter(surname(person.name) for person in self.people.values())

    def find(self, typed: str, among: Collection[str] | None = None) -> Found:
        """Who is meant. `among` are those in whose company a first name is unique: the community's people.

        Without them one is enough that nobody else of the register has.
        """
        found = self.meant(typed, among)
        if found.id is not None or found.near:
            return found
        hinted = self.spellings.hinted(typed)
        return Found(None, tuple(self._close(hinted, among or ()) or hinted) or self._nearest(fold(typed)))

    def meant(self, typed: str, among: Collection[str] | None = None) -> Found:
        """The same without a look for names that are nearly what was typed, which is slow in a large register.

        In a company, what somebody is also known as comes after the names that people have: a nickname that is
        written down later says who somebody was whom nobody could find, and takes no name away.
        """
        if typed in self.people:
            return Found(typed)
        if among is not None and self._without_nicknames is not None:
            found = self._without_nicknames.meant(typed, among)
            if found.id is not None or any(key in among for key in found.near):
                return found
        text = fold(typed)
        if text in self.people:
            return Found(text)
        if whole := self.called(typed):
            return _only(whole, among or ())
        if among and (close := self._in_other_ways(typed, among)):
            return _only(close, among)
        firsts = self.spellings.firsts(typed)
        close = self._close(firsts, among) if among is not None else list(firsts)
        if len(close) > 1:
            close = [key for key in close if self._begins(key, text)] or close
        return Found(close[0]) if len(close) == 1 else Found(None, tuple(close or firsts))

    @cached_property
    def _without_nicknames(self) -> "Register | None":
        """The same people by their own names alone; None where nobody has another."""
        if not any(person.also_known_as for person in self.people.values()):
            return None
        bare = {key: one.but(also_known_as=()) if one.also_known_as else one for key, one in self.people.items()}
        return Register(bare, self.organisations)

    def called(self, typed: str) -> tuple[str, ...]:
        """The ids of those of whom this is the whole name, as written or as it is shown in meetings."""
        if same := self._names.get(fold(typed)):
            return tuple(same)
        return () if are_several(typed) else tuple(self.spellings.wholes(read_name(typed)))

    def exactly(self, typed: str) -> str:
        """The id of the one person of this id or whole name; empty for nobody, and for several."""
        ids = [key for key in (typed, fold(typed)) if key in self.people]
        keys = ids[:1] or self.called(typed)
        return keys[0] if len(keys) == 1 else ""

    def doubt(self, typed: str) -> Doubt:
        """What to say of somebody who is not named by id or whole name."""
        found = self.find(typed)
        return doubt(typed, (found.id,) if found.id else found.near, self.people)

    def _in_other_ways(self, typed: str, among: Collection[str]) -> list[str]:
        """Those of a company of whom this is the name without its middle, with the surname first, or an initial."""
        if are_several(typed):
            return []
        for way, keys in self.spellings.ways(read_name(typed)):
            if (way != "initial" or _INITIAL.search(typed)) and (close := self._close(keys, among)):
                return close
        return []

    def _begins(self, key: str, text: str) -> bool:
        """Whether a name of a person begins with a text, accents and all."""
        person = self.people[key]
        return any(f"{fold(name)} ".startswith(f"{text} ") for name in (person.name, *person.also_known_as))

    def _close(self, keys: Keys, among: Collection[str]) -> list[str]:
        """Those who belong, in the order of the register: the fewer are gone through, however many share a name."""
        if len(keys) <= len(among):
            return [key for key in keys if key in among]
        return sorted((key for key in among if key in keys), key=self._order.__getitem__)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {key: number for number, key in enumerate(self.people)}

    def _nearest(self, text: str) -> tuple[str, ...]:
        """The ids whose names are nearly what was typed, of those that share most pairs of letters with it."""
        if text not in self._near:
            from difflib import get_close_matches

            shared = Counter(name for pair in _pairs(text) for name in self._by_pair.get(pair, ()))
            alike = [name for name, _ in shared.most_common(_LOOKED_AT)]
            near = get_close_matches(text, alike, n=3, cutoff=_ALIKE)
            ids = (name if name in self.people else self._names[name][0] for name in near)
            self._near[text] = tuple(dict.fromkeys(ids))
        return self._near[text]

    @cached_property
    def _by_pair(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in {**self.people, **self._names}:
            for pair in _pairs(name):
                found.setdefault(pair, []).append(name)
        return found

    def name(self, typed: str) -> str:
        """The full name of a person typed in any way; what was typed when nobody is found."""
        key = self.find(typed).id
        return (self.people[key].name or key) if key is not None else typed

    def organisation(self, key: str, day: date) -> str:
        """The organisation that a person belonged to on a day, or an empty text."""
        return self.affiliation(key, day, day)

    def affiliation(self, key: str, day: date, view: date) -> str:
        """Where a person belonged on a day, as what that had become by the day of a view; empty where not known.

        Of several the latest that has begun counts, whatever their order; before all of them the earliest.
        """
        person = self.people.get(key)
        if person is None:
            return ""
        if isinstance(person.organisation, str):
            return self.successor(person.organisation, view)
        every = sorted((one.from_ or date.min, one.id) for one in person.organisation)
        begun = [where for since, where in every if since <= day]
        return self.successor(begun[-1] if begun else every[0][1], view) if every else ""

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
