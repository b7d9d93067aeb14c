"""What a community promised and what became of it: actions with their owner, date and state on a day.

Notes are never edited to say that something is done. A later line says it: `done:` in the notes of a later session,
or an item of `updates.yaml`. Here the two are put together in order of their days.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from copkit.capture import entry_id
from copkit.dates import say_date
from copkit.findings import Position
from copkit.models.updates import Update
from copkit.people.company import Company, Named
from copkit.people.register import Register
from copkit.workspace.entries import Said, all_said
from copkit.workspace.records import CommunityFiles

Status = Literal["open", "moved", "overdue", "done", "dropped"]


class Action(NamedTuple):
    """An action and how it stands on a day.

    `status`: `open` within its date, `moved` open with another date than was promised, `overdue` open past its
    date, `done` or `dropped`. `due` is the date that holds now, `first_due` the one that was promised; `moves` are
    the dates it was moved to, in order. `age` counts the sessions at which it has been open, from the one that made
    it: 3 is the third session running. `closed` is the day on which it was done or dropped.
    """

    community: str
    id: str
    session: str
    day: date
    position: Position
    owner: Named
    what: str
    first_due: date | None
    due: date | None
    status: Status
    moves: tuple[date, ...] = ()
    closed: date | None = None
    result: str = ""
    age: int = 1
    problem: str = ""

    @property
    def is_open(self) -> bool:
        return self.status in ("open", "moved", "overdue")

    def days_over(self, today: date) -> int:
        """How many days past its date an open action is; 0 within it, or without a date."""
        return max(0, (today - self.due).days) if self.is_open and self.due is not None else 0


class Thread(NamedTuple):
    """An ask, an offer or a question, and how it stands. `age` counts sessions as for an action.

    It is `open` until it is met or `dropped`: a question by an answer, an ask by what was written of it, or by a
    later line of notes that names who asked.
    """

    community: str
    id: str
    kind: Literal["ask", "offer", "question"]
    session: str
    day: date
    position: Position
    who: Named
    what: str
    themes: tuple[str, ...]
    open: bool
    closed: date | None = None
    result: str = ""
    age: int = 1
    dropped: bool = False

    @property
    def met(self) -> bool:
        """Whether it was answered or matched."""
        return not (self.open or self.dropped)


class Stray(NamedTuple):
    """Something that closes what does not exist, or is closed already. `record` is the update that says so."""

    id: str
    why: Literal["unknown", "closed", "unnamed"]
    position: Position
    record: Update | None = None


class Ledger(NamedTuple):
    """All that a community's notes promise, in the order in which it was typed."""

    actions: tuple[Action, ...]
    asks: tuple[Thread, ...]
    offers: tuple[Thread, ...]
    questions: tuple[Thread, ...]
    strays: tuple[Stray, ...]


def actions(community: CommunityFiles, register: Register, today: date) -> tuple[Action, ...]:
    """Every action of a community's notes up to a day, with its status on that day, in the order typed."""
    return ledger(community, register, today).actions


def ledger(community: CommunityFiles, register: Register, today: date) -> Ledger:
    """Actions, asks, offers and questions of a community up to a day, and what closes nothing."""
    names = community.company(register)
    return ledger_of(community, names, today, list(all_said(community, names, today)))


def ledger_of(community: CommunityFiles, names: Company, today: date, lines: Iterable[Said]) -> Ledger:
    """The same from lines that were read already, those of all sessions up to the day in order."""
    lines = list(counted(community, lines))
    book = _Book(community, names, today, lines)
    for event in sorted(_events(community, names, lines, today), key=lambda event: event.day):
        book.take(event)
    return book.ledger()


def counted(community: CommunityFiles, lines: Iterable[Said]) -> Iterator[Said]:
    """The lines that count: not those of a session that was cancelled, since nobody was there."""
    cancelled = {one.id for one in community.sessions if one.cancelled}
    return (line for line in lines if line.session not in cancelled)


class _Event(NamedTuple):
    """Something that changes how an earlier line stands."""

    day: date
    target: str
    status: str
    position: Position
    due: date | None = None
    owner: Named | None = None
    result: str = ""
    record: Update | None = None

    @property
    def ends(self) -> bool:
        """Whether what it changes is not open after it."""
        return self.status not in ("open", "moved")

    def changes(self, end: "_Event") -> bool:
        """Whether it is another word on what has ended: dropped after all, or done after all."""
        return self.ends and (self.status == "dropped") != (end.status == "dropped")


def _events(community: CommunityFiles, names: Company, lines: Iterable[Said], today: date) -> Iterator[_Event]:
    """Closing lines of notes, then updates; in each, one without a day takes that of the one before it."""
    before: Said | None = None
    asks: dict[str, list[str]] = {}
    for line in lines:
        if line.kind in ("done", "answer"):
            target = line.closes
            if line.kind == "answer" and not target and before is not None and before.kind == "question":
                target = before.id if before.session == line.session else ""
            if target or line.kind == "done":
                yield _Event(line.day, target, "done", line.position, result=line.what)
        for who in _named(line, names, asks):
            yield from (_Event(line.day, ask, _FOLLOWED, line.position) for ask in asks[who])
        if line.kind == "ask" and line.owner.id:
            asks.setdefault(line.owner.id, []).append(line.id)
        before = line
    day = min((session.date for session in community.sessions), default=today)
    for update in community.updates:
        day = update.date or day
        if day <= today:
            yield from _updated(community, names, update, day)


def _named(line: Said, names: Company, asked: Collection[str]) -> Iterable[str]:
    """Those who asked for something and are named by what follows: an offer, an action or a connection."""
    if line.kind == "connect":
        return [key for key in asked if key in line.linked]
    return names.on(line.day).named_in(line.what, asked) if line.kind in ("offer", "action") and asked else ()


def _updated(community: CommunityFiles, names: Company, update: Update, day: date) -> Iterator[_Event]:
    where = community.files.where if community.files.knows(update) else None
    path = f"communities/{community.id}/updates.yaml"
    for field in ("action", "ask", "question"):
        if typed := getattr(update, field):
            position = where(update, field) if where else Position(path)
            owner = names.on(day).find(update.owner) if update.owner else None
            result = update.result or update.note
            target = entry_id(typed) or typed
            yield _Event(day, target, update.status, position, update.due, owner, result, update)


class _Book:
    """The state of each line while events are taken in order."""

    def __init__(self, community: CommunityFiles, names: Company, today: date, lines: Iterable[Said]) -> None:
        self.today = today
        self.strays: list[Stray] = []
        self.lines: dict[str, Said] = {
            line.id: line for line in lines if line.kind in ("action", "ask", "offer", "question")
        }
        self.closing: dict[str, _Event] = {}
        self.moves: dict[str, list[date]] = {}
        self.owners: dict[str, Named] = {}
        self.held = [one.date for one in community.sessions if not one.cancelled and one.date <= today]

    def take(self, event: _Event) -> None:
        line, end = self.lines.get(event.target), self.closing.get(event.target)
        if event.status == "open":
            end = self.closing.pop(event.target, None) and None
        if event.status == _FOLLOWED:
            self.closing.setdefault(event.target, event)
            return
        if end is not None and end.status == _FOLLOWED and event.ends and event.status != "dropped":
            event = event._replace(day=end.day)  # it was met then, and now what came of it is known
        elif line is None or (end is not None and not event.changes(end)):
            why: Literal["unknown", "closed", "unnamed"] = "closed" if line else "unknown"
            self.strays.append(
                Stray(event.target, why if event.target else "unnamed", event.position, event.record)
            )
            return
        assert line is not None
        if event.owner is not None:
            self.owners[line.id] = event.owner
        if event.due is not None:
            self.moves.setdefault(line.id, []).append(event.due)
        if event.ends:
            self.closing[line.id] = event

    def ledger(self) -> Ledger:
        made = [self._action(line) for line in self.lines.values() if line.kind == "action"]
        asks, offers, questions = (
            tuple(self._thread(line, kind) for line in self.lines.values() if line.kind == kind)
            for kind in _THREADS
        )
        return Ledger(tuple(made), asks, offers, questions, tuple(self.strays))

    def _action(self, line: Said) -> Action:
        moves = tuple(self.moves.get(line.id, ()))
        due = moves[-1] if moves else line.due
        end = self.closing.get(line.id)
        status: Status = "open"
        if end is not None:
            status = "dropped" if end.status == "dropped" else "done"
        elif due is not None and due < self.today:
            status = "overdue"
        elif moves:
            status = "moved"
        return Action(
            line.community,
            line.id,
            line.session,
            line.day,
            line.position,
            self.owners.get(line.id, line.owner),
            line.what,
            line.due,
            due,
            status,
            moves,
            end.day if end else None,
            end.result if end else "",
            self._age(line.day, end),
            " ".join(line.doubts),
        )

    def _thread(self, line: Said, kind: Literal["ask", "offer", "question"]) -> Thread:
        end = self.closing.get(line.id)
        return Thread(
            line.community,
            line.id,
            kind,
            line.session,
            line.day,
            line.position,
            self.owners.get(line.id, line.owner),
            line.what,
            line.entry.themes,
            end is None,
            end.day if end else None,
            end.result if end else "",
            self._age(line.day, end),
            end is not None and end.status == "dropped",
        )

    def _age(self, day: date, end: _Event | None) -> int:
        last = end.day if end else self.today
        return 1 + max(0, bisect_right(self.held, last) - bisect_right(self.held, day))


_FOLLOWED = "followed"
"""An ask was followed by a line that names who asked."""
_THREADS: tuple[Literal["ask"], Literal["offer"], Literal["question"]] = ("ask", "offer", "question")


def owners_in_order(chosen: Iterable[Action]) -> list[tuple[str, tuple[Action, ...]]]:
    """Actions by their owner's name, those without an owner last; each owner's in order of their dates."""
    found: dict[tuple[bool, str, str], list[Action]] = {}
    for one in chosen:
        name = one.owner.shown
        found.setdefault((not name, name.casefold(), name), []).append(one)
    return [
        (key[2], tuple(sorted(theirs, key=lambda one: (one.due is None, one.due or one.day, one.id))))
        for key, theirs in sorted(found.items())
    ]


def say_age(age: int) -> str:
    """For how long an action has been open: `new`, `second session running`, `12th session running`."""
    if age < 2:
        return "new"
    words = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    if age < len(words) + 2:
        return f"{words[age - 2]} session running"
    ending = "th" if age % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(age % 10, "th")
    return f"{age}{ending} session running"


def say_standing(action: Action, today: date) -> str:
    """What is worth saying of a date: `17 days overdue, moved from 14 July 2026`; empty within its date."""
    parts = []
    if (days := action.days_over(today)) > 0:
        parts.append(f"{days} {'day' if days == 1 else 'days'} overdue")
    if action.moves and action.first_due is not None and action.first_due != action.due:
        parts.append(f"moved from {say_date(action.first_due)}")
    return ", ".join(parts)
