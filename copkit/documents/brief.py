"""The brief for the senior leader who speaks: how long, to whom, about what, and what follows."""

from dataclasses import dataclass, replace
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.withheld import Absent
from copkit.dates import say_time
from copkit.documents.expected import guests, how_many, lived_experience
from copkit.documents.sitting import Join, Sitting, join, meta, sitting, titled
from copkit.documents.source import Source
from copkit.render.meta import Meta
from copkit.workspace.running_order import Item

say = lexicon.Words("brief")


MOST = 8
"""Organisations that are named; a list of all tells a speaker no more."""


class Slot(NamedTuple):
    """When the speaker speaks, and for how many minutes questions follow."""

    start: str
    end: str
    minutes: int
    questions: int


class Prompt(NamedTuple):
    """One thing to speak about, and what is known of it already."""

    about: str
    said: str


@dataclass(frozen=True, kw_only=True)
class TeamBrief:
    """The speaker's brief; made by the team for one person."""

    meta: Meta
    sitting: Sitting
    question: str
    join: Join | Absent
    slot: Slot | None
    title: str
    prompts: tuple[Prompt, ...]
    ask: str
    introduced_by: str
    moderator: str
    expected: int
    organisations: tuple[str, ...]
    more: int
    lived_experience: int
    system: str
    confirmed: bool


def build(source: Source) -> TeamBrief:
    """The speaker's brief of a session."""
    told, company = source.session.plan.briefing, guests(source)
    name = source.name(told.speaker)
    title = titled(source, say("title", speaker=name) if name else lexicon.text("titles.brief"))
    places = sorted({one.organisation for one in company if one.organisation}, key=str.casefold)
    return TeamBrief(
        meta=replace(meta(source, title), kind=title, audience=say("the_speaker")),
        question=source.session.plan.question,
        sitting=sitting(source),
        join=join(source),
        slot=_slot(source.order.items),
        title=told.title,
        prompts=(
            Prompt(say("our_system_now"), told.ics),
            Prompt(say("the_country"), told.national),
            Prompt(say("the_wider_world"), told.global_),
        ),
        ask=told.ask,
        introduced_by=source.lead("convenor"),
        moderator=source.name(source.holder("moderator")) or say("the_moderator"),
        expected=how_many(source, company),
        organisations=tuple(places[:MOST]),
        more=len(places[MOST:]),
        lived_experience=lived_experience(source, company),
        system=source.shared.programme.system or say("our_system"),
        confirmed=told.confirmed is not None,
    )


def _slot(items: tuple[Item, ...]) -> Slot | None:
    for item, after in zip(items, (*items[1:], None), strict=True):
        if item.segment.kind == "briefing":
            questions = after.segment.minutes if after and after.segment.kind == "questions" else 0
            return Slot(say_time(item.start), say_time(item.end), item.segment.minutes, questions)
    return None
