"""The names of a register, prepared for looking whether a text holds one; once for all the texts of a run."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from functools import lru_cache
from itertools import pairwise

from copkit.models.ids import TITLES
from copkit.models.programme import Organisation, Person
from copkit.people.naming import WORDS
from copkit.people.wording import KINDS, PARTICLES, TOPICS, Typed, is_unspaced, other_spellings

Phrase = tuple[str, ...]


class Known:
    """The words and phrases that name a person or an organisation of a register."""

    def __init__(self, people: Mapping[str, Person], organisations: Mapping[str, Organisation]) -> None:
        self.phrases: dict[str, Set[Phrase]] = {}
        self.after_title: set[str] = set()
        self.with_capital: set[str] = set()
        self.within: set[str] = set()
        self.initial_first: set[Phrase] = set()
        self.capitals: set[str] = set()
        self.initials: set[str] = set()
        self.unspaced: set[str] = set()
        self.alone: set[str] = set()
        self.short: set[str] = set()
        self.joined: set[str] = set()
        for key, person in people.items():
            self._person(key, person, close=False)
        for key, organisation in organisations.items():
            self._organisation(key, organisation)
        self.only_ones = _only_ones(organisations.values())
        self.phrases = {word: frozenset(phrases) for word, phrases in self.phrases.items()}

    def _phrase(self, *folded: str) -> None:
        """Know a phrase by its first word. What is frozen is the whole run's, and is copied before it grows."""
        known = self.phrases.get(folded[0], frozenset()) if folded else {folded}
        if folded in known:
            return
        if isinstance(known, set):
            known.add(folded)
        else:
            self.phrases[folded[0]] = {*known, folded}

    def _person(self, key: str, person: Person, *, close: bool) -> None:
        self._phrase(*folded_words(key))
        for name in (person.name, *person.also_known_as):
            parts, *others = _spellings(name)
            if is_unspaced(name):
                self._unspaced(parts, close=close)
            elif parts:
                self._name(parts, close=close)
                self._other_spellings(parts, others, close=close)

    def _name(self, parts: Phrase, *, close: bool) -> None:
        first, last = parts[0], parts[-1]
        if len(parts) > 1:
            for phrase in (parts, (first, last), (last, first), (first, "".join(parts[1:]))):
                self._phrase(*phrase)
            self._joined(parts)
            if last[0] == "o" and len(last) > 4:  # O'Neill, as Oneill
                self._phrase("o", last[1:])
            if len(last) == 2 and (close or last not in WORDS):
                self.short.add(last)
            self.after_title.add(last)
            self.initial_first.add((first[0], last))
        if close and len(parts) > 1 and len(last) > 3 and last not in WORDS:
            self._phrase(first[0] + last)
        if close and len(parts) > 1:
            self.initials |= {"".join(part[0] for part in parts).upper(), (first[0] + last[0]).upper()}
        for part in parts:
            self._single(part, close=close, least=2 if part == first else 3)
        if len(parts) > 2:
            self._single("".join(parts[1:]), close=close, least=5)

    def _joined(self, parts: Phrase) -> None:
        """A name in one word, as in an address of a page."""
        first, last = parts[0], parts[-1]
        found = ["".join(parts), first + last, *([last + first] if len(last + first) > 6 else [])]
        for one in found:
            self._phrase(one)
        self.joined.update(found)

    def _other_spellings(self, parts: Phrase, others: list[Phrase], *, close: bool) -> None:
        """Other spellings of a name; where one word became two (`O Neill`), those mean it together."""
        for other in others:
            if len(other) <= len(parts):
                self._name(other, close=close)
                continue
            ones = {part for one in (parts, *others) for part in one}
            for pair in ((first, second) for first, second in pairwise(other) if first + second in ones):
                self._phrase(*pair)

    def _unspaced(self, parts: Phrase, *, close: bool) -> None:
        """A name in a script without spaces: whole anywhere, and of who took part also what it is made of."""
        whole = "".join(parts)
        self.unspaced.add(whole)
        cut = len(parts[0]) if len(parts) > 1 else 1 + (len(whole) > 3)
        for part in (whole[:cut], whole[cut:]) if close and len(whole) > 1 else ():
            (self.alone if len(part) == 1 else self.unspaced).add(part)

    def _single(self, part: str, *, close: bool, least: int) -> None:
        """One word of a name, by itself: in any case for those who took part, unless it is a word of its own."""
        if len(part) < (least if close else 3) or part in PARTICLES:
            return
        if part in WORDS:
            if close:
                self.with_capital.add(part)
        elif close:
            self._phrase(part)
            self._phrase(f"{part}s")
        else:
            self.with_capital.add(part)

    def _organisation(self, key: str, organisation: Organisation) -> None:
        for folded in (folded_words(name) for name in (key, organisation.name, organisation.short)):
            if len(folded) == 1 and folded[0] in TOPICS:
                self.within.add(folded[0])
            else:
                self._phrase(*folded)
        if organisation.ods:
            self.capitals.add(organisation.ods.upper())


@lru_cache(maxsize=16_384)
def folded_words(name: str) -> tuple[str, ...]:
    """The words of a name, folded: once a run for each name, though each session has a circle of its own."""
    return tuple(Typed(name).folded)


@lru_cache(maxsize=16_384)
def _spellings(name: str) -> tuple[Phrase, ...]:
    """The words of a name without titles, then those of its other spellings; once a run too."""
    every = dict.fromkeys(folded_words(one) for one in (name, *other_spellings(name)))
    return tuple(tuple(part for part in one if part not in TITLES) for one in every)


def _only_ones(organisations: Iterable[Organisation]) -> set[str]:
    """The kinds of which there is one organisation: `the shelter` is as good as its name."""
    counts = Counter(word for one in organisations for word in KINDS.intersection(folded_words(one.name)))
    return {kind for kind, number in counts.items() if number == 1}
