"""Every place where a person is named in the files of a workspace: by id, name, other spelling or first name."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

from copkit.findings import Position
from copkit.models.ids import from_title
from copkit.models.programme import Person
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
from copkit.yamlfile.marks import Lines

How = Literal["id", "name", "other spelling", "first name", "surname", "e-mail", "file name"]
Company = Collection[str]
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


class Seeker:
    """Finds one person in texts. `addresses` are e-mail addresses and telephone numbers known to be theirs."""

    def __init__(self, key: str, register: Register, addresses: Iterable[str] = ()) -> None:
        self.key, self.register = key, register
        person = register.people.get(key) or Person()
        self.name = person.name
        self.names = tuple(dict.fromkeys(name for name in (person.name, *person.also_known_as) if name))
        self.firsts = tuple(dict.fromkeys(first for name in self.names if (first := first_name(name))))
        self.lasts = tuple(dict.fromkeys(last for name in self.names if (last := surname(name))))
        self.addresses = tuple(text for text in addresses if text)

    def in_file(self, path: str, text: str, company: Company, spots: Iterable[Spot] = ()) -> tuple[Mention, ...]:
        """Where a file names the person, in order; of two that overlap the surer and longer counts."""
        lines = Lines.of(text)
        hits = [*self._whole(text), *_typed(lines, spots), *self._prose(path, text, company)]
        kept = _apart(hits)
        found = []
        for hit in kept:
            line, column = lines.at(hit.start)
            typed = text[hit.start : hit.end]
            place = Position(path, line, column)
            found.append(Mention(place, hit.start, hit.end, typed, hit.how, lines.line(line), hit.sure, hit.why))
        return (*self._in_path(path), *found)

    def is_in(self, text: str) -> bool:
        """Whether a text names the person by id, name or address."""
        return next(self._whole(text), None) is not None

    def _in_path(self, path: str) -> Iterator[Mention]:
        name = path.rpartition("/")[2]
        slugs = {from_title(one) for one in self.names if len(one.split()) > 1} | {self.key}
        if any(re.search(rf"(?<![a-z0-9]){re.escape(slug)}(?![a-z0-9])", name.casefold()) for slug in slugs - {""}):
            yield Mention(Position(path), 0, 0, name, "file name", name, False, "the file itself is named so")

    def _whole(self, text: str) -> Iterator[_Hit]:
        """Ids, full names and addresses: what cannot mean anybody else."""
        yield from _all(id_pattern(self.key), text, "id")
        for name in self.names:
            how: How = "name" if name == self.name else "other spelling"
            if len(name.split()) > 1:
                yield from _all(name_pattern(name), text, how)
                if first_name(name) and surname(name):
                    yield from _all(turned_pattern(first_name(name), surname(name)), text, how)
        for address in self.addresses:
            yield from _all(re.compile(rf"(?<![\w.]){re.escape(address)}(?!\w)", re.IGNORECASE), text, "e-mail")

    def _prose(self, path: str, text: str, company: Company) -> Iterator[_Hit]:
        """First names and surnames in running text."""
        for first in self.firsts:
            alone, why = self._resolves(first, company)
            for match in name_pattern(first).finditer(text):
                hit = self._first(path, text, match, alone, why)
                if hit is not None:
                    yield hit
        for last in self.lasts:
            shared = sum(surname(person.name) == last for person in self.register.people.values()) > 1
            for match in titled_pattern(last).finditer(text):
                yield _Hit(match.start(1), match.end(1), "surname", not shared, "others share the surname")
            for match in re.finditer(rf"(?<![\w.'’-]){loose(last)}(?![\w@-]|\.\w)", text):
                if not _word_before(text, match.start())[:1].isupper() and not match[0].isupper():
                    yield _Hit(match.start(), match.end(), "surname", False, "only a surname")

    def _resolves(self, first: str, company: Company) -> tuple[bool, str]:
        found = self.register.find(first, company)
        if found.id == self.key:
            return True, ""
        if found.id is None and self.key in found.near and len(found.near) == 1:
            return False, "nobody of this name is in the community"
        return False, f"{max(2, len(found.near))} people are called {first}"

    def _first(self, path: str, text: str, match: "re.Match[str]", alone: bool, why: str) -> _Hit | None:
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
        if not alone:
            return _Hit(start, end, "first name", False, why)
        if fold(typed) in WORDS:
            return _Hit(start, end, "first name", False, "also a word of its own")
        if after[:1].isupper() and after != "I":
            return _Hit(start, end, "first name", False, "another name follows")
        return _Hit(start, end, "first name")

    def _is_other(self, *names: str) -> bool:
        """Whether one of the texts is somebody else's full name."""
        known = [self.register.called(name) for name in names if not name.startswith(" ")]
        return any(keys and self.key not in keys for keys in known)


def _all(pattern: "re.Pattern[str]", text: str, how: How) -> Iterator[_Hit]:
    for match in pattern.finditer(text):
        yield _Hit(match.start(), match.end(), how)


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


_BEFORE = re.compile(r"([\w'’-]+)\.?[ \t]+$")
_AFTER = re.compile(r"[ \t]+([\w'’-]+)")


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
        company = companies.get(parts[1], ()) if parts[0] == "communities" and len(parts) > 1 else ()
        found.extend(seeker.in_file(path, texts[path], company, spots.get(path, ())))
    return tuple(found)


def missed(spots: Mapping[str, Iterable[Spot]], found: Iterable[Mention]) -> tuple[Spot, ...]:
    """The short forms that no sure mention covers, such as one written with escapes in quotes."""
    lines = {(one.position.path, one.position.line) for one in found if one.sure}
    every = (spot for many in spots.values() for spot in many)
    return tuple(spot for spot in every if (spot.position.path, spot.position.line) not in lines)
