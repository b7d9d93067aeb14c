"""Errors that leave open when and where sessions are: what must not be planned, issued or printed from."""

from collections.abc import Collection, Iterator
from datetime import datetime

from copkit.findings import Finding, Position, Severity
from copkit.workspace.records import CommunityFiles

PLAN = frozenset(["date", "start", "minutes", "place", "venue", "address", "link", "status"])
"""The fields of a plan that people put in their calendars."""
COMMUNITY = frozenset(["rhythm", "commission", "started", "closed"])
"""The fields of a community from which its dates, times and places come."""


def unclear_rhythm(community: CommunityFiles) -> list[Finding]:
    """Errors in the community's own file that leave its dates, times or places open."""
    return list(_deciding(community, f"communities/{community.id}/community.yaml", COMMUNITY))


def unclear_plans(community: CommunityFiles) -> dict[str, Finding]:
    """The sessions whose plans cannot be read, or do not say when and where, by id; each with the first reason."""
    found = {name: _why(community, path) for name, path in _unread(community)}
    for session in community.sessions:
        first = next(_deciding(community, session.path, PLAN), None)
        if first is not None:
            found[session.id] = first
    return dict(sorted(found.items()))


def unclear_days(community: CommunityFiles) -> list[Finding]:
    """Errors that leave open when and where its sessions are: nothing is planned beside them."""
    return [*unclear_rhythm(community), *unclear_plans(community).values()]


def unclear_entries(community: CommunityFiles) -> list[Finding]:
    """The same, and what people hold: nothing is issued or withdrawn beside them."""
    return [*unclear_rhythm(community), *unclear_issues(community), *unclear_plans(community).values()]


def unclear_issues(community: CommunityFiles) -> list[Finding]:
    """Errors in the record of what has been issued: numbers lost there never reach a calendar again."""
    found = list(_errors(community, f"communities/{community.id}/issued.yaml"))
    for session, record in community.issued.items():
        if not (_is_moment(f"{session[:10]}T00:00") and _is_moment(record.start) and _is_moment(record.end)):
            place = community.files.where(record)
            message = f"what was issued of {session} has no date and time that can be read"
            found.append(Finding("REF-06", Severity.ERROR, place, message, "Take the file back from git."))
    return found


def _is_moment(text: str) -> bool:
    """Whether a text is a local date and time as `calendar` writes it."""
    try:
        return f"{datetime.fromisoformat(text):%Y-%m-%dT%H:%M}" == text
    except ValueError:
        return False


def _unread(community: CommunityFiles) -> Iterator[tuple[str, str]]:
    """Plans on disk that gave no record."""
    read = {session.path for session in community.sessions if community.files.knows(session.plan)}
    folder = f"communities/{community.id}/sessions/"
    known = {*community.files.documents, *(finding.position.path for finding in community.files.findings)}
    for path in known - read:
        name = path.removeprefix(folder).removesuffix(".yaml")
        if path == f"{folder}{name}.yaml" and name[:1].isdigit() and not name.endswith(".notes"):
            yield name, path


def _why(community: CommunityFiles, path: str) -> Finding:
    empty = Finding("REF-08", Severity.ERROR, Position(path), "this plan is empty", "Write its date, or remove it.")
    return next(_errors(community, path), empty)


def _deciding(community: CommunityFiles, path: str, fields: Collection[str]) -> Iterator[Finding]:
    """Errors in some fields of a file; every error where the file has no fields."""
    document = community.files.documents.get(path)
    keys = document.keys() if document else ()
    lines = {document.where(key).line: key for key in keys} if document else {}
    for finding in _errors(community, path):
        above = [line for line in lines if line <= finding.position.line]
        if not above or lines[max(above)] in fields:
            yield finding


def _errors(community: CommunityFiles, path: str) -> Iterator[Finding]:
    for finding in community.files.findings:
        if finding.position.path == path and finding.severity is Severity.ERROR:
            yield finding
