"""Documents of one person: the welcome page, and all that is held."""

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from copkit.cli.common import pick_id, pick_ids
from copkit.cli.delivering import Made, build_folder
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.privacy_person import Case, case, own_files, searched
from copkit.cli.privacy_said import folded
from copkit.cli.reading import person_in
from copkit.cli.say_json import say_json
from copkit.cli.subjects.desk import Desk, Piece
from copkit.cli.subjects.things import community_first
from copkit.findings import Severity
from copkit.looking import is_there
from copkit.workspace import CommunityFiles, load_community
from copkit.workspace.states import coming
from copkit.world.private import place
from copkit.world.search.elsewhere import MADE, PRIVATE

if TYPE_CHECKING:
    from copkit.documents.privacy_export import OnePerson

REQUESTS = "requests"
"""The folder of what is held on people, in the private one."""


def welcomes(desk: Desk) -> Iterator[Piece]:
    """The welcome page of a member; with the calendar file, where it lies where the page goes."""
    from copkit.documents.welcome import newcomer

    community, person = community_first(desk, desk.words(2))
    if not person:
        if not community or len(pick_ids(desk.tree, "")) > 1:
            raise Stop("whose welcome page?", hint="Name the community and the person.")
        community, person = "", community
    files = load_community(desk.tree, pick_id(desk.tree, community))
    who = person_in(files, desk.shared, person)
    calendar = _calendar(desk, files, desk.today)
    of = newcomer(desk.shared, files, desk.today, who, calendar, desk.marks)
    and_file = f" and {calendar}" if calendar else ""
    yield desk.piece(
        (of,),
        desk.file(files.id, desk.document.name, who),
        "the welcome",
        files.id,
        remarks=lambda view: [f"We set this up for {view.name}: send the page{and_file}."],
    )


def _calendar(desk: Desk, files: CommunityFiles, day: date) -> str:
    """The name of the calendar file, where there is one beside the page and something to come in it; else empty.

    `join` prints the page without, where the file that lies there is not what is so now.
    """
    from copkit.cli.calendar_files import calendar_name

    where, name = desk.typed.where, calendar_name(files.id)
    if where.alone or desk.typed.said("without_calendar") or not coming(files, day):
        return ""
    return name if is_there((where.out or build_folder(desk.tree, files.id)) / name) else ""


def held(desk: Desk) -> Iterator[Piece]:
    """All that is held on a person, as a page for the person and as data, in the private folder."""
    found = _case(desk)
    key = found.seeker.key
    name, said = f"{desk.today.isoformat()}-{desk.document.name}-{key}", f"what is held on {key}"
    home = Path(REQUESTS)
    if desk.typed.where.out is None:
        home = place(desk.tree, desk.shared, f"{REQUESTS}/{name}").path.parent
    beside = partial(_as_file, home, name, said)
    yield Piece(desk.document, (_of(desk, found),), home, name, said, beside, partial(_remarks, found))


def say_held(desk: Desk) -> int:
    """Print the data and write nothing."""
    from copkit.documents.privacy_export import as_data

    say_json(as_data(desk.document.build(_of(desk, _case(desk)))))
    return OK


def _case(desk: Desk) -> Case:
    person = desk.words().first
    if not person:
        raise Stop("on whom?", REFUSED, "Name a person: an id, or a full name in quotes.")
    return case(desk.tree, person)


def _of(desk: Desk, found: Case) -> "OnePerson":
    from copkit.documents.privacy_export import Looked, OnePerson

    workspace, result = found.workspace, searched(desk.tree, found, own_files(found))
    others = [one for one in result.found if not one.position.path.startswith((MADE, f"{PRIVATE}{REQUESTS}/"))]
    named = (*found.found, *found.found_private, *others)
    made = len({one.position.path for one in result.found if one.position.path.startswith(MADE) and one.sure})
    commits = len(result.history.commits) if result.history is not None else None
    unsearched = (*((one.path, one.why) for one in folded(result.unsearched)), *_half_read(found))
    answers = sum(path.startswith(f"{REQUESTS}/") for path in found.private)  # earlier ones: no source
    looked = Looked(result.files.texts + result.files.documents - answers, made, commits, unsearched)
    told = (workspace, found.seeker, named, found.contact, found.onboarding.files, looked)
    return OnePerson(workspace.shared, desk.audience, desk.today, desk.marks, *told)


def _half_read(found: Case) -> Iterator[tuple[str, str]]:
    """The files that name the person and have errors: what was laid aside in them may be about the person."""
    named = {one.position.path for one in found.found}
    loaded = (found.workspace.shared.files, *(one.files for one in found.workspace.communities.values()))
    errors = (one.position.path for files in loaded for one in files.findings if one.severity is Severity.ERROR)
    for path in dict.fromkeys((*found.onboarding.unread, *(path for path in errors if path in named))):
        yield path, "not all of it can be read"


def _as_json(view: Any) -> str:
    from copkit.documents.privacy_export import as_data

    return json.dumps(as_data(view), indent=2, ensure_ascii=False)


def _as_file(home: Path, name: str, of: str, view: Any) -> Iterator[Made]:
    yield Made(home, f"{name}.json", f"{_as_json(view)}\n".encode(), f"the data of {of}", beside=True)


def _remarks(found: Case, view: Any) -> Iterator[str]:
    for path in found.onboarding.unread:
        yield f"{path} cannot be read in full: look by hand for what it holds of {view.name}."
    yield f"{view.files} files name {view.name}, in {view.mentions} places."
    if unsearched := len(view.looked.unsearched):
        places = "1 place" if unsearched == 1 else f"{unsearched} places"
        yield f"{places} could not be searched: the page lists what."
    if doubtful := sum(not one.sure for one in found.found):
        yield f"{doubtful} of them may be somebody else: read them before you send the page."
