"""The moderator's page of the plan: what to say in the chat or at the tables, and who is new."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.withheld import Absent
from copkit.documents.agenda import line
from copkit.documents.expected import been_before, guests
from copkit.documents.guidance import risks_for
from copkit.documents.sitting import Join, Sitting, join, meta, sitting, titled
from copkit.documents.source import Source
from copkit.models.session import Risk
from copkit.render.meta import Meta

say = lexicon.Words("moderator")


class Cue(NamedTuple):
    """What the moderator does during one item."""

    time: str
    what: str
    do: str
    prompts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class TeamModerator:
    """The moderator's page."""

    meta: Meta
    sitting: Sitting
    join: Join | Absent
    cues: tuple[Cue, ...]
    first_timers: tuple[str, ...]
    first_session: bool
    risks: tuple[Risk, ...]


def build(source: Source) -> TeamModerator:
    """The moderator's page of a session."""
    doing = (
        lexicon.table("guidance.at_tables")
        if source.session.place == "in-person"
        else lexicon.table("guidance.in_chat")
    )
    cues = []
    for item in source.order.items:
        shown = line(source, item)
        cues.append(Cue(shown.time, shown.what, doing.get(item.segment.kind, ""), item.segment.prompts))
    company = guests(source)
    return TeamModerator(
        meta=meta(source, titled(source, say("moderator")), "facilitator"),
        sitting=sitting(source),
        join=join(source),
        cues=tuple(cues),
        first_timers=tuple(
            f"{one.name}, {one.organisation}" if one.organisation else one.name for one in company if one.first_time
        ),
        first_session=been_before(source) is None,
        risks=risks_for(source.session.place),
    )
