"""Section 12: what the numbers cannot tell you."""

from dataclasses import dataclass

from copkit.documents.annual import Annual
from copkit.documents.synthesis.reading import Reading
from copkit.models.review import Review
from copkit.workspace.reviews import no_review

ALWAYS = (
    "Coming to a session is not yet changing something. The stories and the evidence say more than attendance.",
    "Nobody compared this community with one that did not meet, so what changed may have had other causes as well.",
    "A connection is counted when somebody wrote it down. People met each other more often than that.",
    "Those who answered a form or told a story chose to. Those who stayed away may see it otherwise.",
    "Small numbers move a lot: one organisation or one session more changes a percentage by many points.",
    "Trust, courage and care are what dialogue is for, and no count here measures them.",
)
"""What holds of every year."""


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
    read, review = Reading(annual), annual.review or Review()
    surprises, failed, stuck = (
        read.each(lines) for lines in (review.surprises, review.did_not_work, review.still_stuck)
    )
    missing = "" if annual.review else no_review(annual.community, annual.shared.programme, annual.year)
    return Limits(ALWAYS, _this_year(annual), surprises, failed, stuck, missing, read.kept)


def _this_year(annual: Annual) -> tuple[str, ...]:
    """What is weak about the figures of this very period."""
    facts, found = annual.facts, []
    if not annual.over:
        found.append("The period is not over: the figures are of a part of it.")
    if 0 < len(facts.held) < 3:
        found.append("There were fewer than three sessions, so nothing here is called a trend.")
    if annual.before is None:
        found.append("There is no earlier year to compare with.")
    if facts.without_attendance:
        number, held = len(facts.without_attendance), len(facts.held)
        found.append(f"Of {held} sessions, {number} have no record of who came. The annex names them.")
    if facts.held and not any(one.id in annual.community.feedback for one in facts.held):
        found.append("No session has feedback, so what members thought of them is not known.")
    return tuple(found)
