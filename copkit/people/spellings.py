"""The ways in which a name may be meant: whole, by its ends, surname first, by an initial, by first names."""

from collections.abc import Iterable, Iterator, Mapping

from copkit.models.programme import Person
from copkit.people.shown import Names, Words, are_several, read_name, words

Keys = dict[str, None]
"""Ids, each once, in the order of the register."""
Way = tuple[str, Keys]
"""How a name was understood, and the ids of those whom it may mean so."""


class Spellings:
    """The names of a register without accents, capitals, titles and marks."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self.full: dict[Words, Keys] = {}
        self._ends: dict[Words, Keys] = {}
        self._initials: dict[Words, Keys] = {}
        self._firsts: dict[Words, Keys] = {}
        self._hints: dict[str, Keys] = {}
        for key, person in people.items():
            for name in (person.name, key.replace(".", " "), *person.also_known_as):
                self._add(words(name), key)
            for name in (person.name, *person.also_known_as):
                self._add_firsts(name, key)

    def _add(self, name: Words, key: str) -> None:
        if not name:
            return
        _put(self.full, name, key)
        if len(name) > 1:
            first, last = name[0], name[-1]
            _put(self._ends, (first, last), key)
            _put(self._initials, (first[0], last), key)
            _put(self._initials, (first, last[0]), key)
            for hint in (last, first[0] + last[0], "".join(part[0] for part in name)):
                self._hints.setdefault(hint, {})[key] = None

    def _add_firsts(self, name: str, key: str) -> None:
        """What a name begins with: `Mary`, `Mary Jane`; the parts of `Anne-Marie` stay together."""
        so_far: Words = ()
        for part in name.split():
            so_far = words(" ".join((*so_far, part)))
            if so_far:
                _put(self._firsts, so_far, key)

    def firsts(self, typed: str) -> Keys:
        """Those whose first name or names this is, whatever stands beside it in brackets."""
        if found := self._firsts.get(words(typed)):
            return found
        return {} if are_several(typed) else _all(self._firsts, read_name(typed).whole[:1])

    def hinted(self, typed: str) -> Keys:
        """Those of whom this is the surname alone or the initials: who may be meant, and must be asked."""
        found = words(typed)
        return self._hints.get(found[0], {}) if len(found) == 1 else {}

    def wholes(self, names: Names) -> Keys:
        """Those of whom this is a whole name."""
        return _all(self.full, names.whole)

    def ways(self, names: Names) -> Iterator[Way]:
        """Whom a name may mean, the surest way first."""
        yield "name", self.wholes(names)
        yield "name", _all(self._ends, (_first_and_last(name) for name in names.whole))
        yield "name, surname first", _all(self.full, names.swapped)
        initials = [_first_and_last(name) for name in names.whole]
        yield "initial", _all(self._initials, (name for name in initials if 1 in (len(name[0]), len(name[-1]))))


def _first_and_last(name: Words) -> Words:
    return (name[0], name[-1]) if len(name) > 1 else ("", "")


def _all(index: Mapping[Words, Keys], names: Iterable[Words]) -> Keys:
    """Everybody whom any of the names is of, each once."""
    found: Keys = {}
    for name in names:
        found |= index.get(name, {})
    return found


def _put(index: dict[Words, Keys], name: Words, key: str) -> None:
    index.setdefault(name, {})[key] = None
