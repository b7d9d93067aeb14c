"""The feedback sheet: the same eight questions after each session, without a name."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.sitting import meta
from copkit.documents.source import Source
from copkit.models.answers import FEEDBACK, Survey
from copkit.render.meta import Meta

say = lexicon.Words("feedback_sheet")


class Asked(NamedTuple):
    """A question to answer by a tick, and the item of the form that it is for."""

    question: str
    item: str
    answers: tuple[str, ...]


SCORE = ("1", "2", "3", "4", "5")


def ticked(survey: Survey, key: str) -> tuple[Asked, ...]:
    """The questions of a survey that are answered by a tick."""
    said = say.table("answers")
    return tuple(
        Asked(question, item, tuple(said[word] for word in survey.choices[item]) or SCORE)
        for item, question in lexicon.table(key).items()
    )


@dataclass(frozen=True, kw_only=True)
class FeedbackSheet:
    """A sheet for one person. It is empty, so anybody may see it."""

    meta: Meta
    ticked: tuple[Asked, ...]
    written: tuple[str, ...]


def build(source: Source) -> FeedbackSheet:
    """The feedback sheet of a session."""
    return FeedbackSheet(
        meta=meta(source, say("how_was")),
        ticked=ticked(FEEDBACK, "feedback_sheet.ticked"),
        written=tuple(say.table("written").values()),
    )
