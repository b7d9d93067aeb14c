"""What people answered on forms: as answers for the team, never of fewer than five forms."""

from collections.abc import Iterator

from copkit.exporters.communities import COMMUNITY, SESSION
from copkit.exporters.fields import columns_of, values_of
from copkit.exporters.table import Export, Row, Table
from copkit.metrics.base import FEWEST
from copkit.models.feedback import Answer

_ANSWER = columns_of(Answer, "best", "change")
"""Without the free text: a person reads it before it goes anywhere."""


def _answers(export: Export) -> Iterator[Row]:
    for part in export.parts:
        for session in part.facts.held:
            forms = part.facts.community.feedback.of(session.id)
            if forms.forms >= max(FEWEST, export.below):
                for answer in sorted(forms.answers, key=repr):
                    yield {**values_of(answer, _ANSWER), "community": part.id, "session": session.id}


ANSWERS = Table(
    "feedback_answers",
    "Answers to the feedback form, a row a form, in no order; sessions with fewer than five forms are left out.",
    (COMMUNITY, SESSION, *_ANSWER),
    _answers,
    audience="team",
)
