"""Where a person is typed in a short form, in a field for people or in the cells of a line of notes."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from copkit.findings import Position
from copkit.models.base import Part
from copkit.models.fields import HELD_BACK, Field, Path, fields
from copkit.people.company import Company
from copkit.people.mentions import Seeker, Spot
from copkit.workspace.entries import said
from copkit.workspace.places import Files
from copkit.workspace.records import CommunityFiles, Session, Workspace
from copkit.yamlfile import Document


def spots(workspace: Workspace, seeker: Seeker) -> dict[str, list[Spot]]:
    """Every short form that means a person where one is expected, by the path of its file."""
    found: dict[str, list[Spot]] = {}
    register, key = workspace.shared.register, seeker.key
    for spot in _in_fields(workspace.shared.files, seeker, lambda typed, _: register.meant(typed).id == key):
        found.setdefault(spot.position.path, []).append(spot)
    for community in workspace.communities.values():
        names = community.company(register)
        own = _in_fields(community.files, seeker, _meant_by(community, names, key))
        cells = (spot for session in community.sessions for spot in _in_notes(community, session, names, seeker))
        for spot in (*own, *cells):
            found.setdefault(spot.position.path, []).append(spot)
    return found


def companies(workspace: Workspace) -> dict[str, frozenset[str]]:
    """The people of each community, among whom a first name may be enough."""
    register = workspace.shared.register
    return {name: community.company(register).ids for name, community in workspace.communities.items()}


Means = Callable[[str, Part], bool]
"""Whether what is typed in a record means the person who is looked for."""


def _meant_by(community: CommunityFiles, names: Company, key: str) -> Means:
    return lambda typed, record: names.on(community.day_of(record)).find(typed).id == key


def _in_fields(files: Files, seeker: Seeker, means: Means) -> Iterator[Spot]:
    may = {path for path, document in files.documents.items() if seeker.may_be_in(document.text)}
    for record in files.records if may else ():
        if files.origin(record).document.path in may:
            for path, typed in people_of(record):
                if typed and means(typed, record):
                    yield Spot(files.value_where(record, *path), typed)


def people_of(part: Part, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """What is typed in the fields of a record that name people, each with its path."""
    for field in fields(type(part)).values():
        if field.name not in HELD_BACK:
            yield from _values(getattr(part, field.name), (*path, field.key), names_people(field))


def names_people(field: Field) -> bool:
    """Whether a field is for the names of people."""
    return field.about.of in ("person", "lead") or field.about.personal == "name"


def _values(value: Any, path: Path, people: bool) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        if people:
            yield path, value
    elif isinstance(value, Part):
        yield from people_of(value, path)
    elif isinstance(value, tuple | list):
        for index, item in enumerate(value):
            yield from _values(item, (*path, index), people)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _values(item, (*path, key), people)


def _in_notes(community: CommunityFiles, session: Session, names: Company, seeker: Seeker) -> Iterator[Spot]:
    """Who is named in the cells of lines such as `action:` and `connect:`."""
    if not community.files.knows(session.notes):
        return
    document, key = community.files.origin(session.notes).document, seeker.key
    lines = said(community, session, names) if seeker.may_be_in(document.text) else ()
    if not any(one.id == key for line in lines for one in line.people):
        return
    numbers = document.block_lines("capture")
    for line in lines:
        for named in line.people:
            if named.id == key:
                own = numbers[line.entry.line : line.entry.line + line.entry.lines]
                yield from _cell(document, own, named.typed)


def _cell(document: Document, numbers: list[int], typed: str) -> Iterator[Spot]:
    """The first place in the lines of an entry where a text stands by itself, past the keyword."""
    pattern = re.compile(rf"(?<![\w.]){re.escape(typed)}(?!\w|\.\w)")
    for number in numbers:
        line = document.line(number)
        match = pattern.search(line, line.find(":") + 1)
        if match:
            yield Spot(Position(document.path, number, match.start() + 1), typed)
            return
