"""The invitation: why come, when, where, and what to do next."""

from dataclasses import dataclass

from copkit import lexicon
from copkit.audience.withheld import Absent
from copkit.documents.sitting import Join, Sitting, join, meta, needs_by, sitting, titled
from copkit.documents.source import Source
from copkit.render.meta import Meta

say = lexicon.Words("invite")


@dataclass(frozen=True, kw_only=True)
class Invite:
    """The invitation. Members also have the way to join."""

    meta: Meta
    sitting: Sitting
    why_come: str
    who_for: str
    bring: str
    needs_by: str
    how_to_join: str
    join: Join | Absent


def build(source: Source) -> Invite:
    """The invitation to a session for its audience."""
    plan, about = source.session.plan, source.community.about
    return Invite(
        meta=meta(source, titled(source, lexicon.text("titles.invite"))),
        sitting=sitting(source),
        why_come=plan.why_come or about.domain.focus or about.strapline,
        who_for=about.community.for_,
        bring=plan.bring or say("bring"),
        needs_by=needs_by(source),
        how_to_join=about.community.join,
        join=join(source),
    )
