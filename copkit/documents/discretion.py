"""Whether a text names a person or an organisation: what the Chatham House Rule keeps out of public notes.

The rule protects who said something, who else took part, and where they work. So a line that names anybody of the
register, or any organisation of it, in any form in which people type names, is not for the public. It is better to
hold back a harmless line than to print a name, so a doubt counts as a name.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from copkit.documents.circle import Circle
from copkit.documents.naming import (
    ATTRIBUTED,
    COMMON,
    DOTTED,
    GENERIC,
    KINDS,
    PARTICLES,
    REACHED_AT,
    TOPICS,
    Typed,
    bare_name,
    distinctive,
    is_unspaced,
    words,
)
from copkit.models.ids import TITLES
from copkit.models.programme import Organisation, Person
from copkit.people.naming import WORDS

Phrase = tuple[str, ...]
EVERYDAY = WORDS | TOPICS | KINDS | GENERIC
"""Words that are no sure sign of anybody by themselves."""
INDEFINITE = frozenset(("a", "an", "another", "any", "each", "every", "no", "one", "other"))


class Discretion:
    """Knows the names of a programme, and those who took part most closely."""

    def __init__(self, circle: Circle) -> None:
        self.shared = circle.shared
        self.phrases: dict[str, set[Phrase]] = {}
        self.with_capital: set[str] = set()
        self.within: set[str] = set()
        self.initial_first: set[Phrase] = set()
        self.capitals: set[str] = set()
        self.initials: set[str] = set()
        self.unspaced: set[str] = set()
        for key, person in circle.shared.people.items():
            self._person(key, person, close=key in circle.people)
        for typed in circle.unknown:
            self._stranger(typed)
        theirs = circle.organisations
        for key, organisation in circle.shared.organisations.items():
            self._organisation(key, organisation, close=key in theirs)
        self.only_ones = _only_ones(circle.shared.organisations.values())
        self._judged = {"": False}

    def names_somebody(self, text: str) -> bool:
        """Whether a text names a person or an organisation, or says how to reach one."""
        found = self._judged.get(text)
        if found is None:
            found = self._judged[text] = self._names_somebody(text)
        return found

    def _names_somebody(self, text: str) -> bool:
        typed = Typed(text)
        return (
            self._in_words(typed)
            or REACHED_AT.search(text) is not None
            or any("".join(filter(None, found.groups())) in self.initials for found in DOTTED.finditer(text))
            or any(found[1] in self.initials for found in ATTRIBUTED.finditer(text))
            or (bool(self.unspaced) and self._unspaced_in("".join(typed.folded)))
        )

    def _unspaced_in(self, text: str) -> bool:
        return any(name in text for name in self.unspaced)

    def _in_words(self, typed: Typed) -> bool:
        """Whether a name stands in the words; only those with which one could begin are looked at closely."""
        starts, seconds, capitals = self._starts, self._seconds, self.capitals
        following = [*typed.folded, ""][1:]
        return any(
            self._starts_here(typed, at)
            for at, (raw, word, after) in enumerate(zip(typed.raw, typed.folded, following, strict=True))
            if word in starts or after in seconds or raw in capitals
        )

    @cached_property
    def _starts(self) -> frozenset[str]:
        """Every word with which a name can begin, but for those that begin with an initial."""
        return frozenset((*self.phrases, *self.with_capital, *self.within, *self.only_ones))

    @cached_property
    def _seconds(self) -> frozenset[str]:
        """Every word that can follow an initial."""
        return frozenset(last for _, last in self.initial_first)

    def public(self, text: str) -> str:
        """The text where it may be printed for the public, else an empty one."""
        return "" if self.names_somebody(text) else text

    def _starts_here(self, typed: Typed, at: int) -> bool:
        word, capital = typed.folded[at], typed.capital(at)
        if typed.raw[at] in self.capitals or (capital and word in self.with_capital):
            return True
        if capital and word in self.within and not typed.first(at):
            return True
        if word in self.only_ones and (at == 0 or typed.folded[at - 1] not in INDEFINITE):
            return True
        following = typed.folded[at : at + 12]
        if any(tuple(following[: len(phrase)]) == phrase for phrase in self.phrases.get(word, ())):
            return True
        return capital and tuple(following[:2]) in self.initial_first

    def _phrase(self, *folded: str) -> None:
        if folded:
            self.phrases.setdefault(folded[0], set()).add(folded)

    def _person(self, key: str, person: Person, *, close: bool) -> None:
        self._phrase(*_folded(key))
        for name in (person.name, *person.also_known_as):
            parts = [part for part in _folded(name) if part not in TITLES]
            if is_unspaced(name):
                self.unspaced.add("".join(parts))
            elif parts:
                self._name(parts, close=close)

    def _name(self, parts: list[str], *, close: bool) -> None:
        first, last = parts[0], parts[-1]
        if len(parts) > 1:
            for phrase in (tuple(parts), (first, last), (last, first), ("".join(parts),), (first + last,)):
                self._phrase(*phrase)
            for title in TITLES:
                self._phrase(title, last)
            self.initial_first.add((first[0], last))
        if close and len(parts) > 1:
            self.initials |= {"".join(part[0] for part in parts).upper(), (first[0] + last[0]).upper()}
        for part in parts:
            self._single(part, close=close, least=2 if part == first else 3)
        if len(parts) > 2:
            self._single("".join(parts[1:]), close=close, least=5)

    def _single(self, part: str, *, close: bool, least: int) -> None:
        """One word of a name, by itself: in any case for those who took part, unless it is a word of its own."""
        if len(part) < (least if close else 3) or part in PARTICLES:
            return
        if part in WORDS:
            if close:
                self.with_capital.add(part)
        elif close:
            self._phrase(part)
        else:
            self.with_capital.add(part)

    def _stranger(self, typed: str) -> None:
        """Somebody whom the register does not know, as typed where a person is expected."""
        found = words(typed)
        if not found or all(word.folded in COMMON for word in found):
            return
        if len(found) > 1:
            self._phrase(*(word.folded for word in found))
        telling = [word.folded for word in found if word.folded not in COMMON and len(word.folded) > 1]
        if len(found) == 1 and not EVERYDAY.intersection(telling):
            self._phrase(*telling)
        elif len(found) == 1 or all(word.capital for word in found):
            self.with_capital.update(telling)

    def _organisation(self, key: str, organisation: Organisation, *, close: bool) -> None:
        for folded in (_folded(name) for name in (key, organisation.name, organisation.short)):
            if len(folded) == 1 and folded[0] in TOPICS:
                self.within.add(folded[0])
            else:
                self._phrase(*folded)
        if organisation.ods:
            self.capitals.add(organisation.ods.upper())
        if not close:
            return
        bare = bare_name(_folded(organisation.name))
        if len(bare) > 1:
            self._phrase(*bare)
        programme = self.shared.programme
        shared = set(_folded(f"{programme.area} {programme.system} {programme.programme}"))
        names = [*_folded(organisation.name), *_folded(organisation.short)]
        self.with_capital |= {word for word in names if distinctive(word) and word not in shared}
        for parts in (_folded(organisation.name), bare):
            if len(parts) > 2:
                self.capitals.add("".join(part[0] for part in parts).upper())


def _folded(name: str) -> list[str]:
    return [word.folded for word in words(name)]


def _only_ones(organisations: Iterable[Organisation]) -> set[str]:
    """The kinds of which there is one organisation: `the shelter` is as good as its name."""
    counts = Counter(word for one in organisations for word in KINDS.intersection(_folded(one.name)))
    return {kind for kind, number in counts.items() if number == 1}
