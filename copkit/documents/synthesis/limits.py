"""Section 12: what the numbers cannot tell you."""

from dataclasses import dataclass

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.people_held import Reading
from copkit.models.review import Review
from copkit.workspace.reviews import no_review

say = lexicon.Words("synthesis.limits")


@dataclass(frozen=True)
class Limits:
    """Section 12. `always` holds of every year; the others are the team's own words."""

    always: tuple[str, ...]
    of_this_year: tuple[str, ...]
    surprises: tuple[str, ...]
    did_not_work: tuple[str, ...]
    still_stuck: tuple[str, ...]
    missing: str
    held_back: str


def build(annual: Annual) -> Limits:
    """What the figures leave out, and what only people noticed."""
    read, review = Reading(), annual.review or Review()
    surprises, failed, stuck = (
        read.each(lines) for lines in (review.surprises, review.did_not_work, review.still_stuck)
    )
    missing = "" if annual.review else no_review(annual.community, annual.shared.programme, annual.year)
    return Limits(say.lines("always"), _this_year(annual), surprises, failed, stuck, missing, read.kept)


def _this_year(annual: Annual) -> tuple[str, ...]:
    """What is weak about the figures of this very period."""
    facts, found = annual.facts, []
    if not annual.over:
        found.append(say("the_period_is_not_over"))
    if 0 < len(facts.held) < 3:
        found.append(say("there_were_fewer_than_three"))
    if annual.before is None:
        found.append(say("there_is_no_earlier_year"))
    if facts.without_attendance:
        number, held = len(facts.without_attendance), len(facts.held)
        found.append(say("no_record", all=held, number=number))
    if facts.held and not any(one.id in annual.community.feedback for one in facts.held):
        found.append(say("no_session_has_feedback"))
    return tuple(found)
