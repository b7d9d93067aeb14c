"""The blueprint: how this community works, written so that others can carry it on or begin one like it.

Its first page says what works here and what must stay, its second how to run a session here. What every community
does alike stands in the guide. A community that has not met has one page: what is decided, and what is missing.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.blueprint import carrying, learned, meeting, opening, people, rhythm, working
from copkit.documents.blueprint.blocks import Block, PartView, facts, in_short, shown
from copkit.documents.blueprint.drawn import Drawn
from copkit.documents.control import of_community
from copkit.documents.standing import Standing
from copkit.render.meta import Meta
from copkit.workspace.blueprint_readiness import NUMBER, PARTS

say = lexicon.Words("blueprint")

Draw = Callable[[Drawn], Iterator[Block]]
DRAWS: Mapping[str, Draw] = {
    "works": learned.works,
    "session": meeting.session,
    "agreement": meeting.agreement,
    "why": opening.why,
    "domain": opening.domain,
    "people": people.people,
    "rhythm": rhythm.rhythm,
    "memory": working.memory,
    "work": working.work,
    "measures": working.measures,
    "tried": learned.tried,
    "costs": learned.costs,
    "start": carrying.start,
    "handover": carrying.handover,
    "risks": learned.risks,
    "version": carrying.version,
}
"""The parts in the order of the document; `works` and `tried` share what the community says of its lessons."""


class Ready(NamedTuple):
    """Something that is still only in somebody's head: the part it belongs to, and what it is."""

    part: str
    what: str


@dataclass(frozen=True, kw_only=True)
class Blueprint:
    """The blueprint. The members' version ends with what is not written down yet."""

    meta: Meta
    parts: tuple[PartView, ...]
    ready: tuple[Ready, ...]


def build(source: Standing) -> Blueprint:
    """The blueprint of a community."""
    drawn = Drawn(source)
    parts = tuple(one for name in DRAWS if (one := _part(drawn, name)).blocks)
    if not source.counting.has_met:
        parts = (_decided(parts),)
    return Blueprint(meta=_meta(drawn), parts=parts, ready=source.only("members", lambda: readiness(source)))


def readiness(source: Standing) -> tuple[Ready, ...]:
    """What is still only in somebody's head, in the order of the parts."""
    return tuple(
        Ready(PARTS[NUMBER[gap.part]].title, gap.what[:1].upper() + gap.what[1:]) for gap in source.unwritten
    )


def _part(drawn: Drawn, name: str) -> PartView:
    """A part: the community's own words first, then what is drawn from its files."""
    title = say.table("titles").get(name) or PARTS[NUMBER[name]].title
    own = (drawn.own(name),) if name in NUMBER else ()
    return PartView(name, title, shown((*own, *DRAWS[name](drawn))))


def _decided(parts: tuple[PartView, ...]) -> PartView:
    """All that is decided, on one page, while there is nothing to tell of sessions."""
    pairs = (pair for part in parts for pair in in_short(part))
    return PartView("decided", say("decided"), shown((Block("text", text=say("not_met")), facts(pairs))))


def _meta(drawn: Drawn) -> Meta:
    return of_community(
        drawn.source,
        lexicon.text("titles.blueprint"),
        map(drawn.source.name, drawn.notes.authors),
        version="final" if drawn.notes.final == "yes" else "draft",
        subtitle=say("how_this_community_works"),
    )
