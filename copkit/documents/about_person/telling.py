"""Walks the records of some files, and tells each fact that one of them holds on a person."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Protocol

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.about_person.wording import Wording, subjects, told
from copkit.findings import Position
from copkit.models.base import Part
from copkit.models.fields import Field, Path, fields
from copkit.models.kinds import KINDS, Kind, kind_of
from copkit.models.programme import Contact
from copkit.workspace.typed import names_people

say = lexicon.Words("privacy_export")
_CALLED = ("name", "title", "topic", "theme", "what")
_WHOLE = "whole"
"""Under this word the language has the sentence of a whole part."""


class Records(Protocol):
    """Records that were read, and where in their files each value stands."""

    @property
    def records(self) -> list[Any]:
        """Every record."""

    def knows(self, record: object) -> bool:
        """Whether a record came from these files."""

    def origin(self, record: object) -> Any:
        """The file that it came from."""

    def where(self, record: object, *path: str | int) -> Position:
        """The place of a key."""

    def value_where(self, record: object, *path: str | int) -> Position:
        """The place of a value."""


class Place(NamedTuple):
    """Where a fact stands: the columns of a line."""

    path: str
    line: int
    start: int
    end: int


class Told(NamedTuple):
    """A fact in a sentence, the heading that it belongs under, and every place that it tells."""

    heading: str
    text: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Scene:
    """Where and when a fact is so: the community, the day, and what the record and its file are called."""

    community: str = ""
    when: str = ""
    name: str = ""
    file: str = ""


def heading(kind: Kind, community: str = "") -> str:
    """The heading for what files of a kind say."""
    words = say.table("headings")[kind.name]
    return words if kind.shared or not community else say("of_community", what=words, community=community)


class Telling:
    """Tells what the records of some files hold on one person; `means` says whom a name in a record means."""

    def __init__(
        self,
        files: Records,
        words: Wording,
        means: Callable[[str, Part], str | None],
        scene: Scene = Scene(),
        day_of: Callable[[Part], date | None] = lambda record: getattr(record, "date", None),
    ) -> None:
        self._files, self._words, self._means, self._at, self._day_of = files, words, means, scene, day_of

    def of_all(self, named_in: Collection[str] | None) -> Iterator[Told]:
        """The facts of every record, or of those in files that name the person."""
        for record in self._files.records:
            document, place, _ = self._files.origin(record)
            kind = kind_of(document.path)
            if kind is not None and (named_in is None or document.path in named_in):
                yield from self._of_record(record, kind, document.path, place)

    def of_addresses(self, contact: Contact) -> Iterator[Told]:
        """How to reach the person, which lies in no file that the others are in."""
        yield from self._about(contact, contact, (), heading(KINDS["contacts"]), Scene())

    def _of_record(self, record: Part, kind: Kind, path: str, place: Path) -> Iterator[Told]:
        stem = path.rpartition("/")[2].removesuffix(".yaml").removesuffix(".notes")
        scene = Scene(self._at.community, self._when(record, stem), self._called(record, stem), stem)
        head, key = heading(kind, self._at.community), self._words.seeker.key
        if (kind.name == "people" and place[:1] == (key,)) or (kind.name == "own-onboarding" and stem == key):
            yield from self._about(record, record, (), head, scene)
        else:
            yield from self._part(record, record, (), head, scene)

    def _when(self, record: Part, stem: str) -> str:
        day = self._day_of(record)
        return say_date(day) if day else stem

    def _called(self, record: Part, stem: str) -> str:
        typed = next((text for one in _CALLED if isinstance(text := getattr(record, one, None), str) and text), "")
        return self._words.plain(typed or stem.replace("-", " "))

    def _part(self, record: Part, part: Part, path: Path, head: str, scene: Scene) -> Iterator[Told]:
        """A part about the person whole, else where it names them; and the parts in it."""
        if self._is(_subject(part), record):
            yield from self._about(record, part, path, head, scene)
            return
        for field in fields(type(part)).values():
            value = getattr(part, field.name)
            if field.name == "extra" or not value:
                continue
            here = (*path, field.key)
            if names_people(field) or field.about.personal:
                yield from self._named(record, part, field, here, head, scene)
            for step, inner in _parts(value, here):
                yield from self._part(record, inner, step, head, scene)

    def _named(self, record: Part, part: Part, field: Field, path: Path, head: str, scene: Scene) -> Iterator[Told]:
        """Each place of a field that means the person: what is typed in it, or what stands under their name."""
        value = getattr(part, field.name)
        if isinstance(value, dict):
            for key, under in value.items():
                if self._is(key, record):
                    yield self._fact(record, part, field, (*path, key), under, head, scene)
        for step, typed in _typed(value, path) if names_people(field) else ():
            if self._is(typed, record):
                yield self._fact(record, part, field, step, typed, head, scene)

    def _fact(
        self, record: Part, part: Part, field: Field, path: Path, value: Any, head: str, scene: Scene
    ) -> Told:
        slots = {one: self._words.said(getattr(part, one, "") or "") for one in ("role", "what", "joined")}
        text = self._words.sentence(
            part, field, value=self._words.said(value), key=path[-1], **slots, **vars(scene)
        )
        return Told(head, text, tuple(self._places(record, path, value)))

    def _about(self, record: Part, part: Part, path: Path, head: str, scene: Scene) -> Iterator[Told]:
        """All that a part says, which is about the person: of a record a sentence a field, else all in one."""
        whole, places = told(part).get(_WHOLE), tuple(self._places(record, path, part))
        if path:
            facts = self._words.short(part)
            slots = {"facts": facts, **vars(scene)}
            yield Told(head, whole.format_map(slots) if whole else say("named", facts=facts), places)
            return
        own = tuple(one for field in subjects(type(part)) for one in self._at_field(record, part, field))
        if whole:
            yield Told(head, whole.format_map(vars(scene)), (*own, *self._keys(record)))
        for field, text in self._words.facts(part):
            value = getattr(part, field.name)
            for sentence in self._sentences(part, field, value, text, scene):
                yield Told(head, sentence, tuple(self._places(record, (field.key,), value)))
        for sentence in self._words.extra(part):
            yield Told(head, sentence)

    def _sentences(self, part: Part, field: Field, value: Any, text: str, scene: Scene) -> Iterator[str]:
        """One for a field, and one for each of several parts in it; its own sentence is for whom a field names."""
        if names_people(field):
            yield self._words.plainly(field, text)
        elif isinstance(value, dict) and value and all(isinstance(one, Part) for one in value.values()):
            for key, one in value.items():
                yield self._rated(key.replace("-", " "), one)
        elif isinstance(value, tuple) and value and all(isinstance(one, Part) for one in value):
            for one in value:
                yield self._words.sentence(part, field, value=self._words.short(one), **vars(scene))
        else:
            yield self._words.sentence(part, field, value=text, **vars(scene))

    def _rated(self, what: str, score: Any) -> str:
        """`You rated “build relationships” 3 of 4 and aim for 4.`, as far as it was said."""
        said = "both" if score.now and score.aim else "now" if score.now else "aim" if score.aim else "neither"
        return say.table("rated")[said].format(what=self._words.plain(what), now=score.now, aim=score.aim)

    def _is(self, typed: str, record: Part) -> bool:
        key = self._words.seeker.key
        return bool(typed) and (typed == key or self._means(typed, record) == key)

    def _keys(self, record: Part) -> Iterator[Place]:
        """The place of the key under which a record stands, where it is named after the person."""
        if self._files.knows(record) and self._files.origin(record).path[:1] == (self._words.seeker.key,):
            at = self._files.where(record)
            yield Place(at.path, at.line, at.column, at.column + len(self._words.seeker.key) + 1)

    def _at_field(self, record: Part, part: Part, key: str) -> Iterator[Place]:
        if typed := getattr(part, key, None):
            yield from self._places(record, (key,), typed)

    def _places(self, record: Part, path: Path, value: Any) -> Iterator[Place]:
        """Where a value stands, and all that is in it."""
        if not self._files.knows(record):
            return
        if isinstance(value, Part):
            for field in fields(type(value)).values():
                inner = getattr(value, field.name)
                if field.name != "extra" and inner:
                    yield from self._places(record, (*path, field.key), inner)
        elif isinstance(value, tuple | list):
            for index, one in enumerate(value):
                yield from self._places(record, (*path, index), one)
        elif isinstance(value, dict):
            for key, one in value.items():
                yield from self._places(record, (*path, key), one)
        else:
            at = self._files.value_where(record, *path)
            yield Place(at.path, at.line, at.column, at.column + len(str(value)) + 1)


def _subject(part: Part) -> str:
    """Whom a part is about: who tells a story, speaks, asks or is named in it."""
    teller = getattr(part, "teller", None)
    if teller is not None:
        return _subject(teller)
    return next((str(getattr(part, key)) for key in subjects(type(part))), "")


def _parts(value: Any, path: Path) -> Iterator[tuple[Path, Part]]:
    """The parts in a value, each with its path."""
    if isinstance(value, Part):
        yield path, value
    elif isinstance(value, tuple | list):
        for index, one in enumerate(value):
            yield from _parts(one, (*path, index))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _parts(one, (*path, key))


def _typed(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """The texts in a value, each with its path; not those in parts."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple | list):
        for index, one in enumerate(value):
            yield from _typed(one, (*path, index))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _typed(one, (*path, key))
