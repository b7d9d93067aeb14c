"""Documents of a session: of one community, or of each that has such a session when none is named."""

from collections.abc import Iterator

from copkit.cli.common import pick_ids, pick_session
from copkit.cli.delivering import build_folder
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.notes_session import Chosen, pick_held
from copkit.cli.require_readable import Unclear, kept
from copkit.cli.show import note, say
from copkit.cli.subjects.desk import Desk, Piece
from copkit.dates import say_date
from copkit.documents.registry import Document, document
from copkit.documents.source import NotForThem, Source
from copkit.workspace import CommunityFiles, Session, load_community
from copkit.workspace.day_names import day_name
from copkit.workspace.unclear import unclear_plans, unclear_rhythm

KINDS = frozenset(
    (
        "programme", "organisations", "people", "methods", "running-orders",
        "community", "members", "plan", "notes", "updates", "group", "issued",
    )
)  # fmt: skip
"""The kinds of file that documents of a session are made from; the others are not read, for speed."""


def pieces(desk: Desk) -> Iterator[Piece]:
    """Each document of each session that is meant."""
    for source in sources(desk):
        for one in desk.documents:
            yield _piece(desk, _meant(one, source), source)


def addresses(desk: Desk) -> int:
    """Print the members' addresses on one line, to paste into Bcc."""
    from copkit.documents.addresses import addresses as found_of
    from copkit.world.private import contacts

    every = sources(desk)
    known = contacts(desk.tree, desk.shared)
    for source in every:
        found = found_of(source, known)
        if len(every) > 1:
            note(f"{source.community.id}, {source.session.id}:")
        if found.line:
            say(found.line)
        for name in found.missing:
            note(f"no address: {name}")
    return OK


def sources(desk: Desk) -> list[Source]:
    """The sessions that are meant; what has none is said, and does not stop the others."""
    words = desk.words()
    ids, found = pick_ids(desk.tree, words.first), []
    for one in ids:
        try:
            found.append(_source(desk, one, words.when))
        except Stop as stop:
            if len(ids) == 1 or isinstance(stop, Unclear):
                raise
            note(stop.message)
    if not found:
        raise Stop("there is no such session in any community", REFUSED, "“copkit schedule” makes the year.")
    return found


def _source(desk: Desk, community: str, when: str) -> Source:
    files = load_community(desk.tree, community, KINDS)
    session = _session(desk, files, when or desk.document.session)
    reason = next(iter(unclear_rhythm(files)), None) or unclear_plans(files).get(session.id)
    if reason is not None:
        raise Unclear(reason)
    source = Source(desk.shared, files, session, desk.audience, desk.today, desk.marks)
    try:
        source.session  # noqa: B018 - an end where the audience is not to know of it
    except NotForThem as problem:
        raise Stop(f"{session.path}: {problem}", REFUSED) from problem
    return source


def _session(desk: Desk, files: CommunityFiles, when: str) -> Session:
    """The session that is meant; of notes the last is one held today too, and there must be some."""
    if desk.document.name != "notes":
        return pick_session(files, when, desk.today)
    session = pick_held(files, when, desk.today)
    Chosen(desk.tree, desk.shared, files, session, desk.today).document  # noqa: B018 - an end with advice
    return session


def _meant(wanted: Document, source: Source) -> Document:
    """The invitation to a session that was moved or cancelled is a notice of the change."""
    if wanted.name not in ("invite", "change"):
        return wanted
    from copkit.documents.change import has_changed

    if has_changed(source):
        return document("change")
    if wanted.name == "change":
        when = f"{source.community.id} on {say_date(source.session.date)}"
        raise Stop(f"nothing has changed about the session of {when}", REFUSED, "“copkit invite” invites to it.")
    return wanted


def _piece(desk: Desk, wanted: Document, source: Source) -> Piece:
    """Its name is the actual day, the community and the document."""
    name = source.files.id
    file = desk.file(day_name(source.files, source.planned), name, wanted.name)
    said = f"the {wanted.name} of {name} {source.planned.id}"
    held_back = kept(source.planned.path, source.kept)
    return Piece(wanted, (source,), build_folder(desk.tree, name), file, said, remarks=lambda view: held_back)
