"""The feedback sheet: the same eight questions after each session, without a name."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit.documents.registry import Document
from copkit.documents.sitting import meta
from copkit.documents.source import Source
from copkit.render.meta import Meta


class Asked(NamedTuple):
    """A question to answer by a tick, and the item of the form that it is for."""

    question: str
    item: str
    answers: tuple[str, ...]


SCORE = ("1", "2", "3", "4", "5")
TICKED = (
    Asked("It was worth my time", "useful", SCORE),
    Asked("I felt heard", "heard", SCORE),
    Asked("My confidence to work across the system, before today", "confident_before", SCORE),
    Asked("… and now", "confident_after", SCORE),
    Asked("I met somebody useful from another organisation", "met_someone", ("Yes", "No")),
    Asked("I will use something from today", "will_use", ("Yes", "Maybe", "No")),
    Asked("I could not have had this conversation elsewhere", "only_here", ("Yes", "Unsure", "No")),
)
"""Confidence before and after are one question of the eight."""
WRITTEN = (("What was best?", "best"), ("What should we change?", "change"))


@dataclass(frozen=True, kw_only=True)
class FeedbackSheet:
    """A sheet for one person. It is empty, so anybody may see it."""

    meta: Meta
    ticked: tuple[Asked, ...]
    written: tuple[str, ...]


def build(source: Source) -> FeedbackSheet:
    """The feedback sheet of a session."""
    return FeedbackSheet(
        meta=meta(source, "How was it?"),
        ticked=TICKED,
        written=tuple(question for question, _ in WRITTEN),
    )


DOCUMENT = Document("feedback-sheet", "Feedback sheet", ("members", "public", "team"), "feedback_sheet", build)
