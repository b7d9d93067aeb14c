"""A record as a list shows it, and what the makers of rows share."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from copkit.dates import say_date
from copkit.findings import Position
from copkit.models.base import Part
from copkit.models.fields import fields
from copkit.people.register import fold
from copkit.workspace import CommunityFiles, Shared
from copkit.workspace.places import Files


class Row(NamedTuple):
    """A record as a list shows it: what is typed for it, its cells, and the same for scripts."""

    key: str
    name: str
    position: Position
    cells: tuple[str, ...]
    data: dict[str, Any]
    #: Whether it still goes on.
    open: bool = True
    stage: str = ""
    #: The record in its file; None for what is read from lines of notes.
    record: Part | None = None
    #: What `copkit show` says of it before what its file says.
    facts: tuple[tuple[str, str], ...] = ()
    #: The rows below it.
    below: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Scene:
    """Where rows are read: the registers, a day, and the community, or the one that was named for shared lists."""

    shared: Shared
    day: date
    community: CommunityFiles | None = None
    wanted: str = ""

    @property
    def own(self) -> CommunityFiles:
        """The community; rows of its own files are asked for with it alone."""
        assert self.community is not None
        return self.community

    @property
    def files(self) -> Files:
        """The files in which the rows stand."""
        return self.community.files if self.community is not None else self.shared.files

    def called(self, typed: str, day: date | None = None) -> str:
        """The name of somebody as typed, as the community calls its people on a day; a dash for nobody."""
        if not typed:
            return "–"
        if self.community is not None:
            return self.community.company(self.shared.register).on(day).find(typed).shown
        return self.shared.register.name(typed)

    def organisation(self, key: str) -> str:
        """What an organisation is called in tables."""
        one = self.shared.organisations.get(key)
        return (one.short or one.name or key) if one is not None else key

    def say(self, value: Any, of: str = "") -> str:
        """A value in words; of a person or an organisation the name."""
        if isinstance(value, date):
            return say_date(value)
        if isinstance(value, tuple):
            return ", ".join(self.say(one, of) for one in value) or "–"
        if of == "person":
            return self.called(str(value))
        return self.organisation(str(value)) if of == "organisation" and value else str(value or "–")

    def row(
        self, record: Part, key: str, name: str, cells: tuple[str, ...], data: dict[str, Any], **more: Any
    ) -> Row:
        """A row of a record that stands in the files."""
        position = self.files.where(record)
        said: dict[str, Any] = {"community": self.community.id} if self.community is not None else {}
        said |= {"name": name or None, "id": key, "position": str(position)} | data
        return Row(key, name, position, cells, said, record=record, **more)


Rows = Callable[[Scene], Iterable[Row]]


class Noun(NamedTuple):
    """Something to list: one of it, its kind of file, the headings, its rows, and what `--open` means for it."""

    one: str
    kind: str
    headings: tuple[str, ...]
    rows: Rows
    opens: str = ""
    #: Whether each community has its own.
    own: bool = True
    #: Kinds of file that its rows are read from, besides its own and the registers.
    reads: tuple[str, ...] = ()
    #: Whether a community's name narrows a list that all share.
    narrowed: bool = False
    stages: bool = False


def by_name(name: str, key: str) -> tuple[str, str]:
    """In what order names stand."""
    return fold(name or key), key


def iso(day: date | None) -> str | None:
    """A day for scripts."""
    return day.isoformat() if day else None


def said(day: date | None) -> str:
    """A day for people."""
    return say_date(day) if day else "no date"


def plain(kind: str, name: str, *columns: str) -> Rows:
    """Rows of a register of the programme that say what stands in fields, by their name."""
    return partial(_plain, kind, name, columns)


def _plain(kind: str, name: str, columns: tuple[str, ...], scene: Scene) -> Iterator[Row]:
    every = scene.own.other if scene.community is not None else scene.shared.other
    rows = [(key, str(getattr(one, name, "") or key), one) for key, one in every.get(kind, {}).items()]
    for key, title, one in sorted(rows, key=lambda row: by_name(row[1], str(row[0]))):
        record: type[Part] = type(one)
        every_field = fields(record)
        data = {column: _data(getattr(one, column)) for column in columns}
        cells = (title, *(scene.say(getattr(one, column), every_field[column].about.of) for column in columns))
        yield scene.row(one, key if isinstance(key, str) else title, title, cells, data)


def _data(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value or None
