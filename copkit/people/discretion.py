"""Whether a text names a person or an organisation: what the Chatham House Rule keeps out of public notes.

The rule protects who said something, who else took part, and where they work. So a line that names anybody of the
register, or any organisation of it, in any form in which people type names, is not for the public. It is better to
hold back a harmless line than to print a name, so a doubt counts as a name.
"""

from collections.abc import Set
from functools import cached_property

from copkit.models.ids import TITLES
from copkit.models.programme import Organisation
from copkit.people.circle import Circle
from copkit.people.known import Known, folded_words
from copkit.people.naming import WORDS
from copkit.people.places import MOBILE, as_of_a_person
from copkit.people.strangers import names_a_stranger
from copkit.people.wording import (
    ATTRIBUTED,
    COMMON,
    DOTTED,
    GENERIC,
    KINDS,
    REACHED_AT,
    TOPICS,
    Typed,
    bare_name,
    distinctive,
    is_unspaced,
    stands_alone,
    words,
)

EVERYDAY = WORDS | TOPICS | KINDS | GENERIC
"""Words that are no sure sign of anybody by themselves."""
INDEFINITE = frozenset(("a", "an", "another", "any", "each", "every", "no", "one", "other"))


class Discretion(Known):
    """Knows the names of a programme, and those who took part most closely."""

    def __init__(
        self, known: Known, circle: Circle, everywhere: Set[str] = frozenset(), agreed: Set[str] = frozenset()
    ) -> None:
        """`everywhere` are words of the programme's own name, which point to none of its organisations.

        `agreed` are surnames of those who may be named.
        """
        self._everywhere, self._agreed = everywhere, agreed
        self.phrases, self.only_ones = dict(known.phrases), known.only_ones
        self.after_title = set(known.after_title)
        self.with_capital, self.within = set(known.with_capital), known.within
        self.initial_first, self.capitals = set(known.initial_first), set(known.capitals)
        self.initials, self.unspaced = set(known.initials), set(known.unspaced)
        self.alone, self.short, self.joined = set(known.alone), set(known.short), set(known.joined)
        for key, person in circle.people.items():
            self._person(key, person, close=True)
        for typed in circle.unknown:
            self._stranger(typed)
        for organisation in circle.organisations:
            self._close_organisation(organisation)
        self._judged = {"": False}
        self._in_full = {"": False}

    def names_somebody(self, text: str) -> bool:
        """Whether a text names a person or an organisation, or says how to reach one."""
        found = self._judged.get(text)
        if found is None:
            found = self._judged[text] = self._names_somebody(text)
        return found

    def names_in_full(self, text: str) -> bool:
        """Whether a text holds somebody's whole name: a place or a mailbox may share a word with it."""
        found = self._in_full.get(text)
        if found is None:
            typed = Typed(text)
            found = self._in_full[text] = MOBILE.search(typed.seen) is not None or any(
                self._in_full_here(typed, at) for at in range(len(typed.folded))
            )
        return found

    def _in_full_here(self, typed: Typed, at: int) -> bool:
        word, following = typed.folded[at], typed.folded[at : at + 12]
        if word in self.joined:
            return True
        if any(len(one) > 1 and tuple(following[: len(one)]) == one for one in self.phrases.get(word, ())):
            return True
        if word in TITLES and not self.after_title.isdisjoint(following[1:2]):
            return True
        return as_of_a_person(typed, at, self._is_of_a_name, EVERYDAY.__contains__)

    def _is_of_a_name(self, word: str) -> bool:
        """Whether a word by itself is one of somebody's name."""
        return word in self.with_capital or word in self.short or (word,) in self.phrases.get(word, ())

    def _names_somebody(self, text: str) -> bool:
        typed = Typed(text)
        return (
            self._in_words(typed)
            or names_a_stranger(typed, self._agreed)
            or REACHED_AT.search(typed.seen) is not None
            or MOBILE.search(typed.seen) is not None
            or any("".join(filter(None, found.groups())) in self.initials for found in DOTTED.finditer(typed.seen))
            or any(found[1] in self.initials for found in ATTRIBUTED.finditer(typed.seen))
            or (bool(self.unspaced) and self._unspaced_in(typed))
        )

    def _unspaced_in(self, typed: Typed) -> bool:
        text = "".join(typed.folded)
        return any(name in text for name in self.unspaced) or any(stands_alone(one, typed) for one in self.alone)

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
        return frozenset((*self.phrases, *TITLES, *self.with_capital, *self.within, *self.only_ones, *self.short))

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
        if word in self.short and typed.raw[at].istitle() and not (word in WORDS and typed.first(at)):
            return True
        if word in self.only_ones and (at == 0 or typed.folded[at - 1] not in INDEFINITE):
            return True
        following = typed.folded[at : at + 12]
        if word in TITLES and not self.after_title.isdisjoint(following[1:2]):
            return True
        if any(tuple(following[: len(phrase)]) == phrase for phrase in self.phrases.get(word, ())):
            return True
        return capital and tuple(following[:2]) in self.initial_first

    def _stranger(self, typed: str) -> None:
        """Somebody whom the register does not know, as typed where a person is expected."""
        found = words(typed)
        if is_unspaced(typed):
            self._unspaced(tuple(word.folded for word in found), close=True)
            return
        if not found or all(word.folded in COMMON for word in found):
            return
        if len(found) > 1:
            self._phrase(*(word.folded for word in found))
        telling = [word.folded for word in found if word.folded not in COMMON and len(word.folded) > 1]
        if len(found) == 1 and not EVERYDAY.intersection(telling):
            self._phrase(*telling)
        elif len(found) == 1 or all(word.capital for word in found):
            self.with_capital.update(telling)

    def _close_organisation(self, organisation: Organisation) -> None:
        """What gives away an organisation of those who came: its name cut short, a word of it, its initials."""
        bare = bare_name(folded_words(organisation.name))
        if len(bare) > 1:
            self._phrase(*bare)
        names = [*folded_words(organisation.name), *folded_words(organisation.short)]
        self.with_capital |= {word for word in names if distinctive(word) and word not in self._everywhere}
        for parts in (folded_words(organisation.name), bare):
            if len(parts) > 2:
                self.capitals.add("".join(part[0] for part in parts).upper())
