"""The files of a new workspace, with remarks that teach."""

from collections.abc import Mapping
from datetime import date
from textwrap import wrap
from typing import NamedTuple

from copkit.models import ids
from copkit.models.vocabularies import VOCABULARIES
from copkit.new.community import Circle, community_files
from copkit.new.first_year import FirstYear
from copkit.new.texts import Home, new_file
from copkit.workspace.data_format import CURRENT

LAST = "communities/programme/programme.yaml"
_FILES = {
    "communities/programme/organisations.yaml": "organisations.yaml.j2",
    "communities/programme/people.yaml": "people.yaml.j2",
    "communities/programme/calendar.yaml": "calendar.yaml.j2",
    ".gitignore": "gitignore.txt.j2",
    ".gitattributes": "gitattributes.txt.j2",
    "README.md": "README.md.j2",
    "private/README.txt": "private.txt.j2",
}


class Founder(NamedTuple):
    """The first person of a workspace, and where that person works."""

    id: str
    name: str
    organisation: str
    organisation_name: str


class Beginning(NamedTuple):
    """What `copkit init` asks."""

    programme: str
    system: str
    contact: str
    workspace: str
    year_starts: str
    holidays: str
    founder: Founder
    community: Circle


class _Workspace(NamedTuple):
    """What the templates of a new workspace see."""

    programme: str
    system: str
    contact: str
    workspace: str
    year_starts: str
    holidays: str
    host: str
    organisation: str
    organisation_name: str
    person: str
    person_name: str
    community: str
    community_name: str
    sectors: tuple[str, ...]
    year: int
    format: int


def beginning(said: Mapping[str, str], year: FirstYear, starts: str) -> Beginning:
    """What the answers to the questions of `copkit init` begin, with ids that are free."""
    person = ids.free(ids.from_person(said["name"]) or "person", ())
    organisation = ids.free(ids.from_title(said["organisation"]) or "organisation", ())
    community = ids.free(ids.from_community(said["community"]) or "community", ["programme"])
    return Beginning(
        said["programme"],
        said["system"],
        said["contact"],
        ids.from_title(said["system"]) or "workspace",
        said["year-starts"],
        said["holidays"],
        Founder(person, said["name"], organisation, said["organisation"]),
        Circle(community, said["community"], said["pattern"], said["start"], starts, year),
    )


def workspace_files(home: Home, begin: Beginning, today: date) -> dict[str, bytes]:
    """Every file of a new workspace by its path: registers, one community, what git needs, the settings.

    The settings come last: a workspace that lacks them was begun and is not finished.
    """
    view = _view(begin, today)
    made = {path: new_file(home, path, template, view) for path, template in _FILES.items()}
    made |= community_files(home, begin.community, today, begin.founder.id)
    return made | {LAST: new_file(home, LAST, "programme.yaml.j2", view)}


def _view(begin: Beginning, today: date) -> _Workspace:
    founder = begin.founder
    return _Workspace(
        *begin[:6],
        founder.organisation,
        founder.organisation,
        founder.organisation_name,
        founder.id,
        founder.name,
        begin.community.id,
        begin.community.name,
        tuple(wrap(", ".join(VOCABULARIES["sector"]), 80)),
        today.year,
        CURRENT,
    )


def with_lines(seen: bytes, wanted: bytes) -> bytes:
    """A file that is there already, with the lines that it lacks at its end."""
    have = {line.strip() for line in seen.splitlines()}
    lacking = [line for line in wanted.splitlines() if line.strip() not in have]
    if all(line.startswith(b"#") for line in lacking):
        return seen
    eol = b"\r\n" if b"\r\n" in seen else b"\n"
    gap = b"" if not seen or seen.endswith(b"\n") else eol
    return seen + gap + b"".join(line + eol for line in lacking)
