"""The follow-up sheet: three months after a session, what did you use, and what happened?"""

from dataclasses import dataclass

from copkit.documents.feedback_sheet import Asked
from copkit.documents.registry import Document
from copkit.documents.sitting import meta
from copkit.documents.source import Source
from copkit.render.meta import Meta

TICKED = Asked("I used something from that session", "used", ("Yes", "No"))
WRITTEN = (("What did you use?", "what"), ("What happened?", "happened"))


@dataclass(frozen=True, kw_only=True)
class FollowUpSheet:
    """A sheet for one person. It is empty, so anybody may see it."""

    meta: Meta
    theme: str
    ticked: Asked
    written: tuple[str, ...]


def build(source: Source) -> FollowUpSheet:
    """The follow-up sheet of a session."""
    return FollowUpSheet(
        meta=meta(source, "What did you use?"),
        theme=source.session.plan.theme,
        ticked=TICKED,
        written=tuple(question for question, _ in WRITTEN),
    )


DOCUMENT = Document("follow-up-sheet", "Follow-up sheet", ("members", "public", "team"), "follow_up_sheet", build)
