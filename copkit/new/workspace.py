"""The files of a new workspace, with remarks that teach."""

from datetime import date
from textwrap import wrap
from typing import NamedTuple

from copkit.models.vocabularies import VOCABULARIES
from copkit.new.community import Circle, community_files
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


def workspace_files(home: Home, begin: Beginning, today: date) -> dict[str, bytes]:
    """Every file of a new workspace by its path: registers, one community, what git needs, the settings.

    The settings come last: a workspace that lacks them was begun and is not finished.
    """
    view = _view(begin, today)
    made = {path: new_file(home, path, template, view) for path, template in _FILES.items()}
    made |= community_files(home, begin.community, today, begin.founder.id, begin.founder.organisation)
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
