"""The blueprint: how a community works, written so that others can carry it on or begin one like it.

Its eighteen parts are drawn from the community's files; what nobody has written down is said where it is missed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.blueprint import carrying, learned, meeting, opening, people, rhythm, working
from copkit.documents.blueprint.blocks import Block, PartView, shown
from copkit.documents.blueprint.drawn import Drawn
from copkit.documents.control import of_community
from copkit.documents.standing import Standing
from copkit.render.meta import Meta
from copkit.workspace.blueprint_readiness import NUMBER, PARTS, words_of

say = lexicon.Words("blueprint")

Draw = Callable[[Drawn], Iterator[Block]]
DRAWS: Mapping[str, Draw] = {
    "model": opening.model,
    "use": opening.use,
    "why": opening.why,
    "domain": opening.domain,
    "people": people.people,
    "rhythm": rhythm.rhythm,
    "session": meeting.session,
    "agreement": meeting.agreement,
    "memory": working.memory,
    "work": working.work,
    "measures": working.measures,
    "learned": learned.learned,
    "keep": learned.keep,
    "costs": learned.costs,
    "start": carrying.start,
    "handover": carrying.handover,
    "risks": learned.risks,
    "version": carrying.version,
}


class Ready(NamedTuple):
    """Something that is still only in somebody's head: the number of the part it belongs to, and what it is."""

    part: int
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
    parts = tuple(_part(drawn, number, part.name, part.title) for number, part in enumerate(PARTS))
    return Blueprint(meta=_meta(drawn), parts=parts, ready=source.only("members", lambda: readiness(source)))


def readiness(source: Standing) -> tuple[Ready, ...]:
    """What is still only in somebody's head, in the order of the parts."""
    return tuple(Ready(NUMBER[gap.part], gap.what[:1].upper() + gap.what[1:]) for gap in source.unwritten)


def _part(drawn: Drawn, number: int, name: str, title: str) -> PartView:
    """A part: the community's own words first, then what is drawn from its files."""
    own = Block("prose", text=drawn.say(words_of(drawn.notes, name)))
    blocks = shown((own, *DRAWS[name](drawn)))
    if own.text and name not in ("handover", "people"):
        blocks = tuple(one for one in blocks if one.kind != "missing")
    return PartView(number, name, title, blocks)


def _meta(drawn: Drawn) -> Meta:
    return of_community(
        drawn.source,
        lexicon.text("titles.blueprint"),
        map(drawn.source.name, drawn.notes.authors),
        version="final" if drawn.notes.final == "yes" else "draft",
        subtitle=say("how_this_community_works"),
    )
