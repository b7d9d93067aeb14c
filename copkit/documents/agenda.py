"""The agenda: what members (or anybody) hold in the hand during a session."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.withheld import Absent
from copkit.dates import say_time
from copkit.documents.since import Asked, Promise, groups_reporting, still_open
from copkit.documents.sitting import Join, Sitting, join, meta, sitting, titled
from copkit.documents.source import Source
from copkit.models.group import Group
from copkit.render.meta import Meta
from copkit.workspace.running_order import Item


class Line(NamedTuple):
    """One item of the running order."""

    time: str
    what: str
    method: str
    who: str


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """The agenda. Members also have how to join, and what was promised."""

    meta: Meta
    sitting: Sitting
    items: tuple[Line, ...]
    ends: str
    problem: str
    moderator: str
    breaks: tuple[str, ...]
    groups: tuple[Group, ...]
    join: Join | Absent
    actions: tuple[Promise, ...]
    asks: tuple[Asked, ...]
    questions: tuple[Asked, ...]


def build(source: Source) -> Agenda:
    """The agenda of a session for its audience."""
    items, pending = source.order.items, still_open(source)
    return Agenda(
        meta=meta(source, titled(source, lexicon.text("titles.agenda"))),
        sitting=sitting(source),
        items=tuple(line(source, item) for item in items),
        ends=say_time(items[-1].end) if items else "",
        problem=source.order.problem,
        moderator=source.name(source.holder("moderator")),
        breaks=tuple(say_time(item.start) for item in items if item.segment.kind == "break"),
        groups=groups_reporting(source),
        join=join(source),
        actions=pending.actions,
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
        source.lead(segment.lead) if segment.lead else "",
    )
