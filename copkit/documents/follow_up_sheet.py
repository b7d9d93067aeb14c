"""The follow-up sheet: three months after a session, what did you use, and what happened?"""

from dataclasses import dataclass

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.feedback_sheet import Asked, ticked
from copkit.documents.sitting import meta
from copkit.documents.source import Source
from copkit.models.answers import FOLLOW_UP
from copkit.render.meta import Meta

say = lexicon.Words("follow_up_sheet")


@dataclass(frozen=True, kw_only=True)
class FollowUpSheet:
    """A sheet for one person. It is empty, so anybody may see it."""

    meta: Meta
    theme: str
    day: str
    ticked: Asked
    written: tuple[str, ...]


def build(source: Source) -> FollowUpSheet:
    """The follow-up sheet of a session."""
    return FollowUpSheet(
        meta=meta(source, say("what_did_you_use")),
        theme=source.session.plan.theme,
        day=say_date(source.session.date),
        ticked=ticked(FOLLOW_UP, "follow_up_sheet.ticked")[0],
        written=tuple(say.table("written").values()),
    )
