"""What people answered on forms: as answers for the team, never of fewer than five forms."""

from collections.abc import Iterator

from copkit.exporters.communities import COMMUNITY, SESSION
from copkit.exporters.fields import columns_of, values_of
from copkit.exporters.table import Export, Row, Table
from copkit.models.feedback import Answer, FollowUp

_ANSWER, _FOLLOW_UP = columns_of(Answer, "best", "change"), columns_of(FollowUp, "what", "happened")
"""Both without the free text: a person reads it before it goes anywhere."""
FEWEST = 5
"""What fewer people said is not exported."""


def _answers(export: Export) -> Iterator[Row]:
    for part in export.parts:
        for session in part.facts.held:
            forms = part.facts.community.feedback.of(session.id)
            if forms.forms >= max(FEWEST, export.below):
                for answer in sorted(forms.answers, key=repr):
                    yield {**values_of(answer, _ANSWER), "community": part.id, "session": session.id}


ANSWERS = Table(
    "feedback_answers",
    (COMMUNITY, SESSION, *_ANSWER),
    _answers,
    audience="team",
)


def _follow_up(export: Export) -> Iterator[Row]:
    for part in export.parts:
        for session in part.facts.held:
            forms = part.facts.community.follow_up.of(session.id)
            if len(forms) >= max(FEWEST, export.below):
                for form in sorted(forms, key=repr):
                    yield {**values_of(form, _FOLLOW_UP), "community": part.id, "session": session.id}


FOLLOW_UP = Table(
    "follow_up_answers",
    (COMMUNITY, SESSION, *_FOLLOW_UP),
    _follow_up,
    audience="team",
)
