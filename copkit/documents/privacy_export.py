"""What is held on a person, for the person: the register's entry, the rolls, every mention with its line."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from copkit import lexicon
from copkit.audience.edition import Edition
from copkit.dates import say_date
from copkit.documents.about_person import About, about
from copkit.documents.control import of_programme
from copkit.documents.onboarding_held import Noted, noted
from copkit.documents.source import Audience
from copkit.marks import Marks
from copkit.models.base import Part
from copkit.models.fields import HELD_BACK, fields
from copkit.models.onboarding import OwnOnboarding
from copkit.models.programme import Contact, Organisation, Person
from copkit.patterns import when_used
from copkit.people.mentions import Mention, Seeker
from copkit.people.others import SOMEBODY, without_others
from copkit.render.meta import Meta
from copkit.workspace import Shared, Workspace

say = lexicon.Words("privacy_export")

_OTHERS = when_used(rf"{re.escape(SOMEBODY)}(?:, {re.escape(SOMEBODY)})+")


@dataclass(frozen=True)
class OnePerson(Edition):
    """One person, for that person and whoever answers: who is meant, and all that was found, in private as well."""

    registers: Shared
    audience: Audience
    today: date
    marks: Marks
    workspace: Workspace
    seeker: Seeker
    found: tuple[Mention, ...]
    addresses: Contact | None
    onboarding: Mapping[str, OwnOnboarding]
    looked: "Looked"


class Looked(NamedTuple):
    """How far was searched: files, pages made of them that name the person, commits, and what was not searched.

    `commits` is None where no git keeps the files.
    """

    files: int
    made: int
    commits: int | None
    unsearched: tuple[tuple[str, str], ...]


class Fact(NamedTuple):
    """A word and what is held under it."""

    word: str
    text: str


class Roll(NamedTuple):
    """A community that the person belongs or belonged to."""

    community: str
    joined: str
    left: str


class Line(NamedTuple):
    """A line that names the person, the names of others taken out."""

    number: int
    text: str
    how: str
    doubt: str


class File(NamedTuple):
    """The lines of one file."""

    path: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class PrivateExport:
    """All that is held on one person. For that person, and for whoever answers."""

    meta: Meta
    id: str
    name: str
    register: tuple[Fact, ...]
    contact: tuple[Fact, ...]
    onboarding: tuple[Noted, ...]
    rolls: tuple[Roll, ...]
    about: tuple[About, ...]
    files: tuple[File, ...]
    mentions: int
    looked: Looked
    months: int


def export(of: OnePerson) -> PrivateExport:
    """What is held on the person whom the seeker finds."""
    from copkit.workspace.typed import companies

    workspace, seeker, key = of.workspace, of.seeker, of.seeker.key
    person = workspace.shared.people.get(key)
    return PrivateExport(
        meta=of_programme(
            workspace.shared.programme,
            of.today,
            say("what_we_hold", what=seeker.name or key),
            say("the_person_it_is_about"),
            say("as_it_stands", day=say_date(of.today)),
        ),
        id=key,
        name=seeker.name or key,
        register=tuple(_register(person, workspace)) if person is not None else (),
        contact=tuple(_facts(of.addresses)) if of.addresses is not None else (),
        onboarding=tuple(noted(of.onboarding, seeker)),
        rolls=tuple(_rolls(workspace, key)),
        about=tuple(about(workspace, seeker, {one.position.path for one in of.found if one.sure})),
        files=tuple(_files(of.found, seeker, companies(workspace))),
        mentions=len(of.found),
        looked=of.looked,
        months=workspace.shared.programme.keep_leavers_months,
    )


def as_data(view: PrivateExport) -> dict[str, Any]:
    """The same as plain data, for the JSON file."""
    return {
        "person": view.id,
        "name": view.name,
        "made": view.meta.date.isoformat(),
        "register": {fact.word: fact.text for fact in view.register},
        "contact": {fact.word: fact.text for fact in view.contact},
        "onboarding": [one._asdict() for one in view.onboarding],
        "rolls": [roll._asdict() for roll in view.rolls],
        "about": [{"what": one.what, "path": one.path, "fields": _by_word(one)} for one in view.about],
        "mentions": [{"path": file.path, **line._asdict()} for file in view.files for line in file.lines],
        "searched": {"files": view.looked.files, "made": view.looked.made, "commits": view.looked.commits},
        "not_searched": [{"path": path, "why": why} for path, why in view.looked.unsearched],
    }


def _by_word(one: About) -> dict[str, str]:
    return {held.word: held.text for held in one.fields}


def _register(person: Person, workspace: Workspace) -> Iterable[Fact]:
    """The entry in the register, the organisation by its name."""
    for fact in _facts(person):
        if fact.word == "Organisation":
            yield Fact(fact.word, _works_for(person, workspace.shared.organisations))
        else:
            yield fact


def _facts(record: Part) -> Iterable[Fact]:
    for field in fields(type(record)).values():
        value = getattr(record, field.name)
        if field.name not in HELD_BACK and value:
            yield Fact(field.key.replace("_", " ").capitalize(), _said(value))
    for key, value in record.extra.items():
        yield Fact(key, str(value))


def _said(value: Any) -> str:
    if isinstance(value, date):
        return say_date(value)
    if isinstance(value, tuple):
        return "; ".join(map(_said, value))
    if isinstance(value, Part):
        return ", ".join(f"{fact.word.lower()}: {fact.text}" for fact in _facts(value))
    return str(value)


def _works_for(person: Person, organisations: Mapping[str, Organisation]) -> str:
    """`St Elsewhere Hospice, Chief executive, from 1 March 2021`: where somebody works and worked."""
    if isinstance(person.organisation, str):
        return _called(person.organisation, organisations)
    posts = []
    for one in person.organisation:
        parts = (_called(one.id, organisations), one.job, say("from", day=say_date(one.from_)) if one.from_ else "")
        posts.append(", ".join(part for part in parts if part))
    return "; ".join(posts)


def _called(key: str, organisations: Mapping[str, Organisation]) -> str:
    return organisations[key].name if key in organisations else key


def _counted(line: str) -> str:
    """A line in which several others one after another are counted, so that it can be read."""
    return _OTHERS.sub(lambda run: say("others", number=run[0].count(SOMEBODY)), line)


def _rolls(workspace: Workspace, key: str) -> Iterable[Roll]:

    for community in workspace.communities.values():
        names = community.company(workspace.shared.register)
        for member in community.members:
            if names.find(member.who).id == key:
                joined, left = (say_date(day) if day else "" for day in (member.joined, member.left))
                yield Roll(community.about.name or community.id, joined, left)


def _files(found: Iterable[Mention], seeker: Seeker, circles: dict[str, frozenset[str]]) -> Iterable[File]:
    """The mentions by file; several in one line are one line."""
    for path, mentions in groupby(found, key=lambda one: one.position.path):
        company = circles.get(path.split("/")[1], frozenset()) if "/" in path else frozenset[str]()
        lines: dict[int, Line] = {}
        for one in mentions:
            text = _counted(without_others(one.line.strip(), seeker, company))
            known = lines.get(one.position.line)
            hows = dict.fromkeys([*(known.how.split(", ") if known else ()), one.how])
            doubt = "" if one.sure or (known and not known.doubt) else one.why
            lines[one.position.line] = Line(one.position.line, text, ", ".join(hows), doubt)
        yield File(path, tuple(lines.values()))
