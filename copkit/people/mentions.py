"""Every place where a person is named in the files of a workspace: by id, name, other spelling or first name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, cached_property, partial
from typing import Literal, NamedTuple

from copkit.findings import Position
from copkit.models.ids import from_title
from copkit.models.programme import Person
from copkit.patterns import when_used
from copkit.people.naming import (
    WORDS,
    first_name,
    id_pattern,
    loose,
    name_pattern,
    surname,
    titled_pattern,
    turned_pattern,
)
from copkit.people.register import Register, fold
from copkit.people.shown import plain, words
from copkit.people.wording import ATTRIBUTED, DOTTED
from copkit.yamlfile.marks import Lines

How = Literal["id", "name", "other spelling", "first name", "surname", "initials", "e-mail", "file name"]
Company = frozenset[str] | None
"""The ids among whom a first name is unique: a community's people; empty where all count."""


class Mention(NamedTuple):
    """One place where a person is named.

    `start` and `end` are places in the file's text. `sure` is False where somebody else, or no person, may be
    meant; `why` says so. For a file's own name both are 0.
    """

    position: Position
    start: int
    end: int
    typed: str
    how: How
    line: str
    sure: bool = True
    why: str = ""


class Spot(NamedTuple):
    """A short form typed where a person is expected, and where it begins."""

    position: Position
    typed: str


class _Hit(NamedTuple):
    start: int
    end: int
    how: How
    sure: bool = True
    why: str = ""


class _Form(NamedTuple):
    """A way to write a name; none of it can stand in a text whose plain form lacks one of its signs.

    Its pattern is made when a text has them all: to make one takes longer than to look at most texts.
    """

    make: Callable[[], re.Pattern[str]]
    how: How
    signs: tuple[str, ...]

    def all_in(self, text: str, bare: str) -> Iterator[re.Match[str]]:
        """The matches in a text, of which `bare` is the plain form; to look for signs first is quick."""
        return self.make().finditer(text) if all(sign in bare for sign in self.signs) else iter(())


def _alone(last: str) -> re.Pattern[str]:
    """A surname by itself."""
    return re.compile(rf"(?<![\w.'’-]){loose(last)}(?![\w@-]|\.\w)", re.IGNORECASE)


class Seeker:
    """Finds one person in texts. `addresses` are e-mail addresses and telephone numbers known to be theirs.

    `names` are those of somebody whom the register does not have, or has no more.
    """

    def __init__(
        self, key: str, register: Register, addresses: Iterable[str] = (), names: Iterable[str] = ()
    ) -> None:
        self.key, self.register = key, register
        person = register.people.get(key) or Person()
        known = (person.name, *person.also_known_as, *names)
        self.names = tuple(dict.fromkeys(name for name in known if name))
        self.name = person.name or next(iter(self.names), "")
        self.firsts = tuple(dict.fromkeys(first for name in self.names if (first := first_name(name))))
        self.lasts = tuple(dict.fromkeys(last for name in self.names if (last := surname(name))))
        self.addresses = tuple(text for text in addresses if text)
        self._signs = frozenset(word for name in (key.replace(".", " "), *self.names) for word in words(name))
        self._resolved: dict[tuple[str, Company], tuple[bool, str]] = {}

    def in_file(
        self, path: str, text: str, company: Company = None, spots: Iterable[Spot] = ()
    ) -> tuple[Mention, ...]:
        """Where a file names the person, in order; of two that overlap the surer and longer counts."""
        bare, expected = plain(text), list(spots)
        hits = [*self._whole(text, bare), *self._prose(path, text, bare, company)]
        if not hits and not expected:
            return self._in_path(path)
        lines = Lines.of(text)
        kept = _apart([*hits, *_typed(lines, expected)])
        found = []
        for hit in kept:
            line, column = lines.at(hit.start)
            typed = text[hit.start : hit.end]
            place = Position(path, line, column)
            found.append(Mention(place, hit.start, hit.end, typed, hit.how, lines.line(line), hit.sure, hit.why))
        return (*self._in_path(path), *found)

    def in_words(self, text: str, company: Company) -> tuple[Mention, ...]:
        """Where words of notes name the person; cheap where they have no word of the name."""
        return self.in_file(_WORDS, text, company) if self.may_be_in(text) else ()

    def is_in(self, text: str) -> bool:
        """Whether a text names the person by id, name or address."""
        return next(self._whole(text, plain(text)), None) is not None

    def is_in_cells(self, text: str) -> bool:
        """The same, or the name is split between two cells of a table."""
        bare = plain(text)
        if next(self._whole(text, bare), None) is not None:
            return True
        split = [form for form in self._forms if len(form.signs) > 1 and all(sign in bare for sign in form.signs)]
        return bool(split) and self.is_in(in_one(text))

    def is_name_of(self, path: str) -> bool:
        """Whether a file or a branch is named after the person."""
        return self._slugs.search(path.casefold()) is not None

    def may_be_in(self, text: str) -> bool:
        """Whether YAML may mean the person: it has a word of the name, or escapes that may hide one."""
        bare = plain(text)
        return "\\" in text or any(sign in bare for sign in self._signs)

    def _in_path(self, path: str) -> tuple[Mention, ...]:
        name = path.rpartition("/")[2]
        if not self.is_name_of(name):
            return ()
        return (Mention(Position(path), 0, 0, name, "file name", name, False, "the file itself is named so"),)

    @cached_property
    def _slugs(self) -> re.Pattern[str]:
        slugs = {from_title(one) for one in self.names if len(one.split()) > 1} | {self.key}
        every = "|".join(re.escape(slug) for slug in sorted(slugs - {""}))
        return re.compile(rf"(?<![a-z0-9])(?:{every})(?![a-z0-9])")

    @cached_property
    def _forms(self) -> tuple[_Form, ...]:
        """Every form, made when a text has a word of the name: most texts have none of most people."""
        return tuple(self._whole_forms())

    def _whole_forms(self) -> Iterator[_Form]:
        """Ids, full names and addresses: what cannot mean anybody else."""
        yield _Form(cache(partial(id_pattern, self.key)), "id", (self.key,))
        for name in self.names:
            how: How = "name" if name == self.name else "other spelling"
            if len(name.split()) > 1:
                yield _Form(cache(partial(name_pattern, name)), how, words(name))
                if (first := first_name(name)) and (last := surname(name)):
                    yield _Form(cache(partial(turned_pattern, first, last)), how, words(last))
        for address in self.addresses:
            pattern = partial(re.compile, rf"(?<![\w.]){re.escape(address)}(?!\w)", re.IGNORECASE)
            yield _Form(cache(pattern), "e-mail", (plain(address),))

    def _whole(self, text: str, bare: str) -> Iterator[_Hit]:
        for form in self._forms:
            for match in form.all_in(text, bare):
                if form.how in ("id", "e-mail") or not self._is_other(match[0]):
                    yield _Hit(match.start(), match.end(), form.how)

    def _prose(self, path: str, text: str, bare: str, company: Company) -> Iterator[_Hit]:
        """First names and surnames in running text."""
        for form in self._first_forms:
            for match in form.all_in(text, bare):
                hit = self._first(path, text, match, company)
                if hit is not None:
                    yield hit
        for titled, alone, shared in self._last_forms:
            for match in titled.all_in(text, bare):
                yield _Hit(match.start(1), match.end(1), "surname", not shared, "others share the surname")
            for match in alone.all_in(text, bare):
                if why := self._surname(text, match):
                    yield _Hit(match.start(), match.end(), "surname", False, why)
        yield from self._in_initials(text)

    def _surname(self, text: str, match: re.Match[str]) -> str:
        """Why a surname by itself may be somebody else's; empty where it is, or is a word."""
        before = _word_before(text, match.start())
        if len(before) == 1 and before.isupper():
            return f"a surname after {before}" if plain(before) in self._first_letters else ""
        turned = _TURNED.match(text[match.end() : match.end() + 60])
        others = before[:1].isupper() or (turned is not None and self._is_other(f"{turned[1]} {match[0]}"))
        return "" if others or (match[0].islower() and fold(match[0]) in WORDS) else "only a surname"

    def _in_initials(self, text: str) -> Iterator[_Hit]:
        """Initials with full stops, and without where a speaker or an owner would stand."""
        for initials in self._initials:
            if f"{initials[0]}." in text:
                for match in DOTTED.finditer(text):
                    if "".join(part for part in match.groups() if part) == initials:
                        yield _Hit(match.start(), match.end(), "initials", False, "initials")
            if initials in text:
                for match in ATTRIBUTED.finditer(text):
                    before = text[match.start() - 1 : match.start()]
                    if match[1] == initials and not (before.isalnum() or before in ("-", "/", "&", ".")):
                        yield _Hit(match.start(), match.start() + len(initials), "initials", False, "initials")

    @cached_property
    def _initials(self) -> set[str]:
        """The first letters of the names, of all and of the first and the last."""
        parts = [words(name) for name in self.names if len(words(name)) > 1]
        return {"".join(part[0] for part in some).upper() for one in parts for some in (one, (one[0], one[-1]))}

    @cached_property
    def _first_letters(self) -> set[str]:
        return {plain(first[:1]) for first in self.firsts}

    @cached_property
    def _first_forms(self) -> list[_Form]:
        return [_Form(cache(partial(name_pattern, first)), "first name", words(first)) for first in self.firsts]

    @cached_property
    def _last_forms(self) -> list[tuple[_Form, _Form, bool]]:
        """For each surname: after a title, by itself, and whether others have it too."""
        every = self.register.surnames
        found = []
        for last in self.lasts:
            alone = partial(_alone, last)
            titled = _Form(cache(partial(titled_pattern, last)), "surname", words(last))
            found.append((titled, _Form(cache(alone), "surname", words(last)), every[last] > 1))
        return found

    def _resolves(self, first: str, company: Company) -> tuple[bool, str]:
        """Whether a first name means the person in a company, and else why not; asked once a company."""
        if (first, company) not in self._resolved:
            self._resolved[first, company] = self._resolve(first, company)
        return self._resolved[first, company]

    def _resolve(self, first: str, company: Company) -> tuple[bool, str]:
        found = self.register.meant(first, company)
        if found.id == self.key:
            return True, ""
        if found.id is None and self.key in found.near and len(found.near) == 1:
            return False, "nobody of this name is in the community"
        return False, f"{max(2, len(found.near))} people are called {first}"

    def _first(self, path: str, text: str, match: re.Match[str], company: Company) -> _Hit | None:
        """One first name in running text; None where it is somebody else's, or a key of the file."""
        start, end = match.span()
        typed, before, after = match[0], _word_before(text, start), _word_after(text, end)
        if before.casefold() in ("st", "saint") or self._is_other(f"{typed} {after}", f"{before} {typed}"):
            return None
        if not typed[:1].isupper():
            if not path.endswith(".notes.yaml") or text[end : end + 1] == ":" or fold(typed) in WORDS:
                return None
            if len(typed) < 3:
                return _Hit(start, end, "first name", False, "a short word")
        alone, why = self._resolves(typed, company)
        if not alone:
            return _Hit(start, end, "first name", False, why)
        if fold(typed) in WORDS:
            return _Hit(start, end, "first name", False, "also a word of its own")
        if after[:1].isupper() and after != "I":
            return _Hit(start, end, "first name", False, "another name follows")
        return _Hit(start, end, "first name")

    def _is_other(self, *names: str) -> bool:
        """Whether one of the texts, of two words, is somebody else's full name."""
        known = [self.register.called(name) for name in names if " " in name.strip()]
        return any(keys and self.key not in keys for keys in known)


def in_one(text: str) -> str:
    """A table with its cells beside each other, line by line: a first name and a surname may stand in two."""
    return _BETWEEN.sub(" ", text)


def _typed(lines: Lines, spots: Iterable[Spot]) -> Iterator[_Hit]:
    """Short forms where a person is expected; one that the text does not show there is left to the proof."""
    for spot in spots:
        start = lines.starts[spot.position.line - 1] + spot.position.column - 1
        if lines.text[start : start + 1] in ('"', "'"):
            start += 1
        end = start + len(spot.typed)
        if lines.text[start:end] == spot.typed:
            yield _Hit(start, end, "first name")


def _apart(hits: list[_Hit]) -> list[_Hit]:
    """The hits in order, none over another."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (not hit.sure, hit.start - hit.end, hit.start)):
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    return sorted(kept)


_WORDS = "words.notes.yaml"
_BETWEEN = when_used(r'"?[,;\t|]"?')
_BEFORE = when_used(r"([\w'’-]+)\.?[ \t]+$")
_TURNED = when_used(r",[ \t]+([\w'’-]+)")
_AFTER = when_used(r"[ \t]+([\w'’-]+)")


def _word_before(text: str, start: int) -> str:
    match = _BEFORE.search(text[max(0, start - 40) : start])
    return match[1] if match else ""


def _word_after(text: str, end: int) -> str:
    match = _AFTER.match(text[end : end + 60])
    return match[1] if match else ""


def mentions(
    seeker: Seeker,
    texts: Mapping[str, str],
    companies: Mapping[str, Company],
    spots: Mapping[str, Iterable[Spot]],
) -> tuple[Mention, ...]:
    """Every mention in texts by their paths, in order. `companies` are by community."""
    found: list[Mention] = []
    for path in sorted(texts):
        parts = path.split("/")
        company = companies.get(parts[1]) if parts[0] == "communities" and len(parts) > 1 else None
        found.extend(seeker.in_file(path, texts[path], company, spots.get(path, ())))
    return tuple(found)


def missed(spots: Mapping[str, Iterable[Spot]], found: Iterable[Mention]) -> tuple[Spot, ...]:
    """The short forms that no sure mention covers, such as one written with escapes in quotes."""
    lines = {(one.position.path, one.position.line) for one in found if one.sure}
    every = (spot for many in spots.values() for spot in many)
    return tuple(spot for spot in every if (spot.position.path, spot.position.line) not in lines)
