"""Who in a report is who in the register: by address, by telephone, by name. Nobody is guessed."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from copkit.models.programme import Contact
from copkit.people.register import Register
from copkit.people.shown import Words, phone_of, read_name, words

_NEAREST = 3


class Match(NamedTuple):
    """The id of somebody, and by what it was found; without an id, those who have that name."""

    id: str | None
    by: str = ""
    near: tuple[str, ...] = ()


class Matcher:
    """Finds people. `company` are the members and team, who are meant where a name is not theirs alone."""

    def __init__(self, register: Register, contacts: Mapping[str, Contact], company: Collection[str]) -> None:
        self.company, self._spellings = frozenset(company), register.spellings
        self._emails = _index((contact.email.strip().casefold(), key) for key, contact in contacts.items())
        self._phones = _index((phone_of(contact.phone), key) for key, contact in contacts.items())

    def find(self, shown: str, email: str = "") -> Match:
        """Who is meant by a name as a report shows it, and the address beside it."""
        keys = self._emails.get(email.strip().casefold(), []) if email else []
        if len(keys) == 1:
            return Match(keys[0], "address")
        names = read_name(shown)
        if names.phone and len(callers := self._phones.get(names.phone, [])) == 1:
            return Match(callers[0], "telephone")
        for by, found in self._spellings.ways(names):
            if len(found) == 1:
                return Match(next(iter(found)), by)
            if found:
                near = [key for key in found if key in self.company and by != "initial"]
                return Match(near[0], by) if len(near) == 1 else Match(None, "", tuple(near or found))
        return Match(None)

    def near(self, shown: str, email: str = "") -> tuple[str, ...]:
        """The people whose names look most like a name that nobody has: members first, then anybody."""
        from difflib import SequenceMatcher

        names = read_name(shown)
        local = words(email.partition("@")[0].replace(".", " ")) if email else ()
        asked = [set(name) for name in (*names.whole, local) if name]
        if not asked:
            return ()
        scores: list[tuple[float, str]] = []
        for name, keys in self._spellings.full.items():
            score = max(_likeness(one, name, SequenceMatcher) for one in asked)
            scores += [(score + (0.1 if key in self.company else 0), key) for key in keys if score >= 0.6]
        ranked = dict.fromkeys(key for _, key in sorted(scores, key=lambda one: (-one[0], one[1])))
        return tuple(ranked)[:_NEAREST]


def _likeness(asked: set[str], name: Words, matcher: type) -> float:
    """1 for a shared word of some length, else how alike the nearest two words are."""
    if any(len(word) > 1 and word in asked for word in name):
        return 1.0
    best = 0.0
    for one in asked:
        for word in name:
            if abs(len(one) - len(word)) <= 2 and len(one) > 2 and (one[0] == word[0] or one[-1] == word[-1]):
                best = max(best, matcher(None, one, word).ratio())
    return best if best >= 0.75 else 0.0


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for value, key in pairs:
        if value:
            found.setdefault(value, []).append(key)
    return found
