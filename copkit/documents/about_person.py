"""Every record that is about one person, each of its fields in words: not only the lines that name them."""

from collections.abc import Callable, Collection, Iterator
from datetime import date, time
from typing import Any, NamedTuple

from copkit.dates import say_date
from copkit.models.base import Part
from copkit.models.fields import HELD_BACK, fields
from copkit.models.kinds import kind_of
from copkit.people.company import Company as Names
from copkit.people.mentions import Company, Seeker
from copkit.people.others import without_others
from copkit.workspace import CommunityFiles, Workspace

_SUBJECT = "who"
"""The field in which a part says whom it is about."""

_ON_THE_ROLL = frozenset(("Joined", "Left"))
"""What the table of communities says already."""


class Held(NamedTuple):
    """A word and what is held under it."""

    word: str
    text: str


class About(NamedTuple):
    """A record about the person: what kind, in which file, and its fields."""

    what: str
    path: str
    fields: tuple[Held, ...]


def about(workspace: Workspace, seeker: Seeker, named_in: Collection[str]) -> Iterator[About]:
    """The records about a person, in files that name them; names of others are taken out."""
    register = workspace.shared.register
    yield from _in_files(workspace.shared.files, seeker, named_in, None, lambda typed, _: register.meant(typed))
    for community in workspace.communities.values():
        company = community.company(register)
        yield from _in_files(community.files, seeker, named_in, company.ids, _then(community, company))


def _then(community: CommunityFiles, names: Names) -> Callable[[str, Any], Any]:
    """Who is meant in a record, on the day of which it speaks."""
    return lambda typed, record: names.on(community.day_of(record)).find(typed)


def _in_files(
    files: Any, seeker: Seeker, named_in: Collection[str], company: Company, find: Callable[[str, Any], Any]
) -> Iterator[About]:
    words = Wording(seeker, company)
    for record in files.records:
        path = files.origin(record).document.path
        if path in named_in:
            kind = kind_of(path)
            for part in _parts(record):
                typed = getattr(part, _SUBJECT, "")
                if isinstance(typed, str) and typed and find(typed, record).id == seeker.key:
                    told = tuple(words.facts(part, but=_SUBJECT))
                    if not {one.word for one in told} <= _ON_THE_ROLL:
                        yield About(kind.title if kind is not None else path, path, told)


def _parts(value: Any) -> Iterator[Part]:
    """A record and every part in it."""
    if isinstance(value, Part):
        yield value
        for field in fields(type(value)).values():
            if field.name not in HELD_BACK:
                yield from _parts(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _parts(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _parts(one)


class Wording:
    """Says the fields of a part in words."""

    def __init__(self, seeker: Seeker, company: Company) -> None:
        self._seeker, self._company = seeker, company

    def facts(self, part: Part, but: str = "") -> Iterator[Held]:
        """Each field that has a value, and what was noted beside the fields."""
        for field in fields(type(part)).values():
            value = getattr(part, field.name)
            if field.name not in (*HELD_BACK, but) and (value or (value == 0 and field.default != 0)):
                yield Held(field.key.replace("_", " ").capitalize(), self.said(value))
        for key, value in part.extra.items():
            yield Held(self._plain(key), self.said(value))

    def said(self, value: Any) -> str:
        """A value in words: dates as they are read, lists and parts in one line."""
        if isinstance(value, date):
            return say_date(value)
        if isinstance(value, time):
            return value.isoformat("minutes")
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, tuple | list):
            return "; ".join(map(self.said, value))
        if isinstance(value, dict):
            pairs = ((self._plain(key.replace("-", " ")), self.said(one)) for key, one in value.items())
            return "; ".join(f"{key}: {one}" for key, one in pairs)
        if isinstance(value, Part):
            return ", ".join(f"{one.word.lower()}: {one.text}" for one in self.facts(value))
        return self._plain(str(value))

    def _plain(self, text: str) -> str:
        return without_others(" ".join(text.split()), self._seeker, self._company)
