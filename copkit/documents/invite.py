"""The invitation: why come, when, where, and what to do next."""

from dataclasses import dataclass

from copkit import lexicon
from copkit.audience.withheld import Absent
from copkit.calendars.days_off import DaysOff
from copkit.dates import duty_day, say_day
from copkit.documents.sitting import Join, Sitting, join, meta, sitting, titled
from copkit.documents.source import Source
from copkit.render.meta import Meta

say = lexicon.Words("invite")

ACCESS_DAYS = 14
"""Days before the session by which access needs are asked for, unless the plan says."""


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
    by = plan.access_by or duty_day(source.session.date, -ACCESS_DAYS, DaysOff(source.shared))
    return Invite(
        meta=meta(source, titled(source, lexicon.text("titles.invite"))),
        sitting=sitting(source),
        why_come=plan.why_come or about.domain.focus or about.strapline,
        who_for=about.community.for_,
        bring=plan.bring or say("bring"),
        needs_by=say_day(by) if by >= source.today else "",
        how_to_join=about.community.join,
        join=join(source),
    )
