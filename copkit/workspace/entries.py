"""The lines of a session's notes with what they mean: who, what, by when, where they stand, what is in doubt."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from copkit.capture import Entry, closes, linked, people, promise, read_lines, who_what
from copkit.capture.sentence import Known, together
from copkit.dates import later, say_date
from copkit.findings import Position
from copkit.models.kinds import KINDS
from copkit.people.company import Company, Named
from copkit.people.doubt import Doubt
from copkit.people.register import fold
from copkit.workspace.places import Files
from copkit.workspace.records import CommunityFiles, Session
from copkit.workspace.states import coming
from copkit.yamlfile.marks import Lines

SHOWN = ("nothing", "role only", "role", "name")
"""What a quote may show of who said it."""


_NOWHERE = Position("")


class Said(NamedTuple):
    """One line of notes, understood.

    `people` are those it names: the owner, those linked, who asks or offers. `what` is the matter itself and
    `detail` the part after it: who has to know, how they are linked, the result. `sure` is false of a day in doubt.
    `closes` is the id of the earlier line that it closes. `doubts` are sentences for the person who typed it.
    `last` is the line of the file on which it ends.
    """

    community: str
    session: str
    day: date
    entry: Entry
    id: str
    position: Position
    people: tuple[Named, ...] = ()
    what: str = ""
    detail: str = ""
    due: date | None = None
    typed_due: str = ""
    sure: bool = True
    closes: str = ""
    doubts: tuple[str, ...] = ()
    last: int = 1

    @property
    def kind(self) -> str:
        return self.entry.kind

    @property
    def linked(self) -> frozenset[str]:
        """Whom a connection links, by id or as typed without capitals; nobody where it names one alone."""
        ends = frozenset(person.id or fold(person.name or person.typed) for person in self.people)
        return ends if self.kind == "connect" and len(ends) > 1 else frozenset()

    @property
    def owner(self) -> Named:
        """The first whom it names; nobody when nobody is."""
        return self.people[0] if self.people else Named("")


def following(community: CommunityFiles, session: Session) -> date | None:
    """The day of the session after this one, as planned so far: what `next` stands for."""
    return next((one.date for one in coming(community, later(session.date, 1))), None)


def said(community: CommunityFiles, session: Session, names: Company) -> tuple[Said, ...]:
    """Every line of a session's notes, in the order in which they were typed; people as on the day of it."""
    if session.notes is None or not session.notes.capture:
        return ()
    after, names = following(community, session), names.on(session.date)
    found = []
    for entry, place, last in _places(community, session, read_lines(session.notes.capture)):
        line = of_entry(entry, session.date, names, after)
        own = entry.id(session.id)
        found.append(line._replace(community=community.id, session=session.id, id=own, position=place, last=last))
    return tuple(found)


def of_entry(entry: Entry, day: date, names: Company, after: date | None) -> Said:
    """What one line means, on whatever line of whatever file it stands; `after` is the day of the next session."""
    reader = _READERS.get(entry.kind)
    parts = entry.parts
    detail = "" if reader or len(parts) == 1 else " | ".join(parts[1:])
    doubts = (entry.doubt,) if entry.doubt else ()
    line = Said("", "", day, entry, "", _NOWHERE, what=parts[0], detail=detail, doubts=doubts)
    return reader(line, names, after) if reader else line


def said_in(data: bytes, community: CommunityFiles, session: Session, names: Company) -> tuple[Said, ...]:
    """Every line of notes that are not written yet; none where they hold no notes."""
    files = Files()
    path = f"communities/{community.id}/sessions/{session.id}.notes.yaml"
    records = files.load(path, data, KINDS["notes"])
    if len(records) != 1:
        return ()
    return said(replace(community, files=files), replace(session, notes=records[0][1]), names)


def all_said(community: CommunityFiles, names: Company, today: date) -> Iterator[Said]:
    """Every line of every session up to a day, in order of the sessions."""
    for session in community.sessions:
        if session.date <= today:
            yield from said(community, session, names)


def _places(
    community: CommunityFiles, session: Session, entries: Iterable[Entry]
) -> Iterator[tuple[Entry, Position, int]]:
    """Where each line starts in its file, and the line of the file on which it ends."""
    path = f"communities/{community.id}/sessions/{session.id}.notes.yaml"
    lines, numbers = Lines.of(""), [1]
    if community.files.knows(session.notes):
        document = community.files.origin(session.notes).document
        lines, numbers = Lines.of(document.text), document.block_lines("capture") or numbers
    end = len(numbers) - 1
    for entry in entries:
        number = numbers[min(entry.line, end)]
        last = number if entry.lines == 1 else numbers[min(entry.line + entry.lines - 1, end)]
        yield entry, Position(path, number, lines.indent(number) + 1), last


Reader = Callable[[Said, Company, date | None], Said]


def _doubts(*sentences: str | Doubt | None) -> tuple[str, ...]:
    return tuple(str(sentence) for sentence in sentences if sentence)


def _action(line: Said, names: Company, after: date | None) -> Said:
    made = promise(line.entry, line.day, after, _known(names))
    owners = _owners(made.owner, names, said=made.said or bool(line.entry.owner))
    doubts = _doubts(line.entry.doubt, *map(names.doubt, owners), made.problem)
    if len(owners) > 1:
        doubts = (*doubts, f"an action has one owner: {owners[0].shown} is taken")
        made = made._replace(what=f"{made.what} (with {', '.join(one.shown for one in owners[1:])})")
    if not made.owner:
        doubts = (*doubts, "nobody owns this: write who | what | by when")
    if made.due is None and not made.problem:
        doubts = (*doubts, "no date: write who | what | by when")
    if made.due is not None and made.due < line.day:
        doubts = (*doubts, f"{say_date(made.due)} was before the session")
    elif made.note and "/" in made.typed_due and made.due is not None:
        doubts = (*doubts, f"{made.typed_due} is read as {say_date(made.due)}")
    if made.several:
        doubts = (*doubts, "two promises stand in it: write a line for each")
    return line._replace(
        people=owners, what=made.what, due=made.due, typed_due=made.typed_due, sure=not made.problem, doubts=doubts
    )


def _owners(typed: str, names: Company, *, said: bool) -> tuple[Named, ...]:
    """Whom the words mean; in a sentence two may be named together."""
    if not typed:
        return ()
    whole = names.find(typed)
    parts = [part for part in together().split(typed) if part] if said and not whole.name else []
    return tuple(map(names.find, parts)) if len(parts) > 1 else (whole,)


def _known(names: Company) -> Known:
    """Whether a text names somebody of the register, perhaps one of several, or an organisation."""

    def known(typed: str) -> bool:
        found = names.find(typed) if typed else None
        return found is not None and bool(found.name or found.near)

    return known


def _person(line: Said, names: Company, after: date | None) -> Said:
    who, what = who_what(line.entry, _known(names))
    if not who:
        doubts = _doubts(line.entry.doubt, "nobody is named: write who | what")
        return line._replace(what=what, doubts=doubts)
    named = names.find(who)
    return line._replace(people=(named,), what=what, doubts=_doubts(line.entry.doubt, names.doubt(named)))


def _connect(line: Said, names: Company, after: date | None) -> Said:
    who = tuple(names.find(name) for name in people(line.entry))
    doubts = _doubts(line.entry.doubt, *(names.doubt(named) for named in who))
    if len({named.id or named.typed for named in who}) < 2:
        doubts = (*doubts, "a connection has two people or more: write a + b | about")
    about, *how = linked(line.entry)[1:] or ("",)
    return line._replace(people=who, what=about, detail=" | ".join(how), doubts=doubts)


def _closing(line: Said, names: Company, after: date | None) -> Said:
    target, result = closes(line.entry)
    doubt = "" if target else "which action? write its number first, such as 2026-05-12/1 | result"
    return line._replace(closes=target, what=result, doubts=_doubts(line.entry.doubt, doubt))


def _answer(line: Said, names: Company, after: date | None) -> Said:
    target, answer = closes(line.entry)
    return line._replace(closes=target, what=answer, doubts=_doubts(line.entry.doubt))


def _quote(line: Said, names: Company, after: date | None) -> Said:
    words, *rest = line.entry.parts
    show = rest[0].casefold() if rest else ""
    doubt = ""
    if not show:
        doubt = "how may it be shown? write words | nothing, role only or name | role or person"
    elif show not in SHOWN:
        doubt = f"“{rest[0]}” does not say what to show: write nothing, role only or name"
    who = tuple(named for name in rest[1:2] if (named := names.person(name)))
    doubts = _doubts(line.entry.doubt, doubt, *map(names.doubt, who))
    return line._replace(people=who, what=words, detail=" | ".join(rest), doubts=doubts)


# What the other kinds say is in the parts as they stand.
_READERS: dict[str, Reader] = {
    "action": _action,
    "ask": _person,
    "offer": _person,
    "story": _person,
    "connect": _connect,
    "done": _closing,
    "answer": _answer,
    "quote": _quote,
}
