"""The agenda: what members (or anybody) hold in the hand during a session."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.withheld import Absent
from copkit.dates import say_time
from copkit.documents.since import Asked, Promise, groups_reporting, still_open
from copkit.documents.sitting import Join, Sitting, headed, join, needs_by, sitting
from copkit.documents.source import Source
from copkit.models.group import Group
from copkit.render.meta import Meta
from copkit.workspace.running_order import Item

say = lexicon.Words("agenda")

OWNERS = 6
"""Whose open actions an agenda says; all stand in the action list."""


class Line(NamedTuple):
    """One item of the running order."""

    time: str
    what: str
    method: str
    who: str


class Owner(NamedTuple):
    """Somebody who promised something, and what: each in words, with its day."""

    name: str
    promised: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """The agenda. Members also have how to join, and what was promised.

    `question` is the title, where there is one; `more` are the open actions of owners who are not among `owners`.
    """

    meta: Meta
    sitting: Sitting
    question: str
    bring: str
    needs_by: str
    items: tuple[Line, ...]
    problem: str
    moderator: str
    groups: tuple[Group, ...]
    join: Join | Absent
    owners: tuple[Owner, ...]
    more: int | Absent
    asks: tuple[Asked, ...]
    questions: tuple[Asked, ...]


def build(source: Source) -> Agenda:
    """The agenda of a session for its audience."""
    items, pending, plan = source.order.items, still_open(source), source.session.plan
    return Agenda(
        meta=headed(source, lexicon.text("titles.agenda")),
        sitting=sitting(source),
        question=plan.question,
        bring=plan.bring,
        needs_by=needs_by(source),
        items=tuple(line(source, item) for item in items),
        problem=source.order.problem,
        moderator=source.name(source.holder("moderator")),
        groups=groups_reporting(source),
        join=join(source),
        owners=source.only("members", lambda: _owners(pending.actions)[:OWNERS]),
        more=source.only("members", lambda: sum(len(one.promised) for one in _owners(pending.actions)[OWNERS:])),
        asks=pending.asks,
        questions=pending.questions,
    )


def line(source: Source, item: Item) -> Line:
    """An item of the running order in words for the audience."""
    segment = item.segment
    what = segment.what or segment.kind.replace("-", " ").capitalize()
    if segment.kind == "briefing" and (title := source.session.plan.briefing.title):
        what = f"{what}: {title}"
    method = source.shared.methods.find(segment.method) if segment.method else None
    shown = method.title if method else segment.method
    return Line(
        say_time(item.start),
        what,
        "" if shown.casefold() in what.casefold() or segment.kind == "introductions" else shown,
        _leads(source, segment.lead),
    )


def _leads(source: Source, typed: str) -> str:
    """Who leads an item; nobody yet where it is for a speaker whom nobody has found."""
    return source.lead(typed) if typed and (typed != "speaker" or source.session.plan.briefing.speaker) else ""


def _owners(actions: tuple[Promise, ...]) -> tuple[Owner, ...]:
    """Open actions by who promised them, in the order of the first that is due."""
    found: dict[str, list[str]] = {}
    for one in actions:
        found.setdefault(one.owner, []).append(_promised(one))
    return tuple(Owner(name, tuple(promised)) for name, promised in found.items())


def _promised(one: Promise) -> str:
    return say("late" if one.overdue else "by", what=one.what, day=one.due) if one.due else one.what
