"""PRV-11: of whom notes tell though nobody asked them: people in no register, and how somebody's health is."""

from collections.abc import Iterator

from copkit.checks.context import Community
from copkit.checks.problem import Problem
from copkit.checks.registry import WARNING, check
from copkit.checks.spoken import kept, lines
from copkit.findings import Position
from copkit.models.ids import TITLES
from copkit.patterns import when_used
from copkit.people.health import told
from copkit.people.known import folded_words
from copkit.people.strangers import names_a_stranger
from copkit.people.wording import Typed
from copkit.workspace import Session

_MAY_BE = when_used(rf"\b(?i:{'|'.join(sorted(TITLES))})\b|[A-Z][A-Z’'-]+[A-Z], [A-Z]")
_CAPITALS = when_used(r"[A-Z][\w’'.-]*[\w](?: [A-Z][\w’'-]+)*")
_KEY = when_used(r"([a-z_]+):")
_OF_PEOPLE = frozenset(("present", "apologies", "certificates", "minutes", "tables_sat"))


@check("PRV-11", WARNING, on="session", closed=True)
def told_of(session: Session, at: Community) -> Iterator[Problem]:
    """Notes name somebody whom no register knows, or say how somebody's health is.

    Why: Nobody asked them, and git never forgets. A patient's, a relative's or a colleague's name beside what
    happened to them can be read by everybody who has the notes; in public such a line is left out. Why somebody
    did not come is nobody's business: `apologies:` needs the name alone.

    Bad:
        apologies: [Priya (off sick)]
        capture: |
          challenge: Mr Davies waited nine days

    Good:
        apologies: [priya.das]
        capture: |
          challenge: somebody waited nine days
    """
    if session.notes is None:
        return
    if session.notes.capture and _MAY_BE.search(session.notes.capture):
        yield from _strangers(session, at)
    yield from _health_in_lines(session, at)
    yield from _health_in_lists(session, at)


def _strangers(session: Session, at: Community) -> Iterator[Problem]:
    for line in lines(session, at):
        if _MAY_BE.search(line.entry.raw) and names_a_stranger(Typed(line.entry.raw), _surnames(at)):
            message = "this line names somebody whom no register knows"
            fix = "Write who it was without a name (“a patient”, “a GP”), or register them first."
            yield Problem(session.notes, ("capture",), message, fix, at=line.position)


def _surnames(at: Community) -> frozenset[str]:
    found: frozenset[str] = kept(at, "_surnames", lambda: frozenset(_last_names(at)))
    return found


def _last_names(at: Community) -> Iterator[str]:
    for person in at.shared.people.values():
        for name in (person.name, *person.also_known_as):
            yield from folded_words(name)[-1:]


def _health_in_lines(session: Session, at: Community) -> Iterator[Problem]:
    assert session.notes is not None
    if not told(session.notes.capture, "said"):
        return
    for line in lines(session, at):
        if told(line.entry.raw, "said") and _names_anybody(line.entry.raw, at):
            message = "this line says how somebody's health is, beside a name"
            yield Problem(session.notes, ("capture",), message, "Take one of the two out.", at=line.position)


def _names_anybody(text: str, at: Community) -> bool:
    names = (part for found in _CAPITALS.findall(text) for part in (found, *found.split()))
    return any(at.company.person(name) is not None for name in names)


def _health_in_lists(session: Session, at: Community) -> Iterator[Problem]:
    """What stands beside a name above the capture, in brackets or in a remark."""
    path = f"communities/{session.community}/sessions/{session.id}.notes.yaml"
    document = at.files.documents.get(path)
    if document is None or not told(document.text, "beside", "said"):
        return
    key, captured = "", set(document.block_lines("capture"))
    for number, line in enumerate(document.text.split("\n"), 1):
        key = found[1] if (found := _KEY.match(line)) else key
        word = told(line, "beside", "said") if key in _OF_PEOPLE and number not in captured else None
        if word is not None:
            message = "this says how somebody's health is, beside a name"
            place = Position(path, number, word.start() + 1)
            yield Problem(session.notes, (key,), message, "Leave the name alone.", at=place)
