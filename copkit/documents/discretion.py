"""Whether a text names a person or an organisation: what the Chatham House Rule keeps out of public notes.

The rule protects who said something, who else took part, and where they work. So a line that names anybody of the
register, or any organisation of it, in any form in which people type names, is not for the public. It is better to
hold back a harmless line than to print a name, so a doubt counts as a name.
"""

from collections import Counter
from collections.abc import Iterable

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
    Word,
    bare_name,
    distinctive,
    is_unspaced,
    words,
)
from copkit.models.ids import TITLES
from copkit.models.programme import Organisation, Person
from copkit.workspace.naming import WORDS

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

    def names_somebody(self, text: str) -> bool:
        """Whether a text names a person or an organisation, or says how to reach one."""
        if not text:
            return False
        typed = words(text)
        return (
            any(self._starts_here(typed, at) for at in range(len(typed)))
            or REACHED_AT.search(text) is not None
            or any("".join(filter(None, found.groups())) in self.initials for found in DOTTED.finditer(text))
            or any(found[1] in self.initials for found in ATTRIBUTED.finditer(text))
            or any(name in "".join(word.folded for word in typed) for name in self.unspaced)
        )

    def public(self, text: str) -> str:
        """The text where it may be printed for the public, else an empty one."""
        return "" if self.names_somebody(text) else text

    def _starts_here(self, typed: list[Word], at: int) -> bool:
        word = typed[at]
        if word.raw in self.capitals or (word.capital and word.folded in self.with_capital):
            return True
        if word.capital and not word.first and word.folded in self.within:
            return True
        if word.folded in self.only_ones and (at == 0 or typed[at - 1].folded not in INDEFINITE):
            return True
        following = [one.folded for one in typed[at : at + 12]]
        if any(tuple(following[: len(phrase)]) == phrase for phrase in self.phrases.get(word.folded, ())):
            return True
        pair = tuple(following[:2])
        return word.capital and pair in self.initial_first

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
