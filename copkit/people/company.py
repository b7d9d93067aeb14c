"""Who belongs to a community, and who is meant there by what somebody types."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from copy import copy
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from copkit.models.community import Community, Member
from copkit.people.doubt import Doubt, doubt
from copkit.people.register import Found, Register

if TYPE_CHECKING:
    from copkit.people.mentions import Seeker


class Named(NamedTuple):
    """Somebody as typed: the person's id and name, an organisation's name, or those who may be meant."""

    typed: str
    id: str = ""
    name: str = ""
    near: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The full name; what was typed where nobody is found."""
        return self.name or self.typed


class Company:
    """Finds people as a community calls them: a first name is enough where it is unique among its own.

    Its own are all who are or were on its roll, its team and its sponsor. What was written of a day is read in the
    company of that day, `on(day)`: whoever comes later takes no name away from those who were there.
    """

    def __init__(self, register: Register, members: Iterable[Member], about: Community) -> None:
        self.register = register
        since: dict[str, date] = {}
        for who, first in _belonging(members, about):
            for key in _meant(who, register):
                since[key] = min(first, since.get(key, first))
        self.ids = frozenset(since)
        self._since = sorted((first, key) for key, first in since.items())
        self._then: dict[int, Company] = {}
        self._found: dict[str, Named] = {}
        self._seekers: dict[str, Seeker] = {}

    def on(self, day: date | None) -> "Company":
        """The same as it was on a day: without those who came later. Without a day it is that of all time."""
        many = bisect_right(self._since, day, key=lambda one: one[0]) if day else len(self._since)
        if many == len(self.ids):
            return self
        if many not in self._then:
            then = self._then[many] = copy(self)
            then.ids, then._found = frozenset(key for _, key in self._since[:many]), {}
        return self._then[many]

    def found(self, typed: str) -> Found:
        """The person who is meant, or those who might be; organisations are nobody."""
        named = self.find(typed)
        return Found(named.id or None, named.near)

    def find(self, typed: str) -> Named:
        """Who is meant by a text, or what is near it."""
        if typed not in self._found:
            self._found[typed] = self._look(typed)
        return self._found[typed]

    def who(self, typed: str) -> str:
        """The id of a person, or what was typed."""
        return self.find(typed).id or typed

    def person(self, typed: str) -> Named | None:
        """Who is meant, or that several may be; cheap where words need not be a name at all, and None then."""
        key, near = self.register.meant(typed, self.ids)
        if key:
            return Named(typed, key, self.register.people[key].name or key)
        return Named(typed, near=near) if near else None

    def named_in(self, words: str, keys: Iterable[str]) -> list[str]:
        """Those of some people whom words of notes surely name: by id, by name, or by a first name of their own."""
        return [key for key in keys if any(one.sure for one in self._seeker(key).in_words(words, self.ids))]

    def _seeker(self, key: str) -> "Seeker":
        if key not in self._seekers:
            from copkit.people.mentions import Seeker

            self._seekers[key] = Seeker(key, self.register)
        return self._seekers[key]

    def _look(self, typed: str) -> Named:
        found = self.register.find(typed, self.ids)
        if found.id is not None:
            return Named(typed, found.id, self.register.people[found.id].name or found.id)
        folded = typed.casefold()
        for key, one in self.register.organisations.items():
            if folded in (key, one.name.casefold(), one.short.casefold()):
                return Named(typed, "", one.name or key)
        return Named(typed, near=found.near)

    def doubt(self, named: Named) -> Doubt | None:
        """What to ask the person who typed a name; None when it is known."""
        return None if named.name or not named.typed else doubt(named.typed, named.near, self.register.people)


def _belonging(members: Iterable[Member], about: Community) -> Iterator[tuple[str, date]]:
    """Everybody who belongs, as typed, and since when: always, where nobody has written it down."""
    yield from ((member.who, member.joined or date.min) for member in members)
    yield from ((one.who, one.from_ or date.min) for one in about.team)
    if about.sponsor:
        yield about.sponsor, date.min


def _meant(typed: str, register: Register) -> tuple[str, ...]:
    """The id of whom a line of the roll or team means; those who may be meant all belong, and it stays in doubt."""
    found = register.find(typed)
    return (found.id,) if found.id is not None else register.meant(typed).near
