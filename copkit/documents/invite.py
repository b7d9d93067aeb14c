"""The invitation: why come, when, where, and what to do next."""

from collections.abc import Iterator
from dataclasses import dataclass

from copkit import lexicon
from copkit.audience.withheld import Absent
from copkit.documents.sitting import Join, Sitting, headed, join, needs_by, sitting
from copkit.documents.source import Source
from copkit.render.meta import Meta

say = lexicon.Words("invite")


@dataclass(frozen=True, kw_only=True)
class Invite:
    """The invitation. `answer` asks who comes, where a chair or a meal waits. Members also have the way to join."""

    meta: Meta
    sitting: Sitting
    question: str
    why_come: str
    facts: tuple[tuple[str, str], ...]
    answer: bool
    needs_by: str
    how_to_join: str
    join: Join | Absent


def build(source: Source) -> Invite:
    """The invitation to a session for its audience."""
    plan, about = source.session.plan, source.community.about
    return Invite(
        meta=headed(source, lexicon.text("titles.invite")),
        sitting=sitting(source),
        why_come=plan.why_come or about.domain.focus or about.strapline,
        question=plan.question,
        facts=tuple(_facts(source)),
        answer=source.session.place != "online" or bool(plan.catering),
        needs_by=needs_by(source),
        how_to_join=about.community.join,
        join=join(source),
    )


def _facts(source: Source) -> Iterator[tuple[str, str]]:
    """What is known beside when and where: who speaks, whom it is for, what to bring."""
    told = sitting(source).briefing
    if told and source.session.plan.briefing.speaker:
        spoken = f"{told.speaker}, {told.role}" if told.role else told.speaker
        yield say("briefing"), f"{spoken}: {told.title}" if told.title else spoken
    yield say("who_it_is_for"), source.community.about.community.for_
    yield say("please_bring"), source.session.plan.bring or say("bring")
