"""Page 8: what comes next, and how far the report can be trusted."""

from dataclasses import dataclass

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.citing import wanted
from copkit.documents.synthesis import next_year
from copkit.documents.synthesis.measuring import Measure, last_year, measures
from copkit.models.review import Review
from copkit.workspace.reviews import last_label

say = lexicon.Words("synthesis.ahead")


@dataclass(frozen=True)
class Ahead:
    """The page. `compared` is last year's figures beside this one's, `compared_said` why there are none."""

    next_year: next_year.NextYear
    compared: tuple[Measure, ...]
    before: str
    compared_said: str
    limits: tuple[str, ...]
    ask: str
    agreed: str


def build(annual: Annual, agreed: str = "") -> Ahead:
    """What comes next, and what the numbers cannot say."""
    return Ahead(
        next_year=next_year.build(annual),
        compared=measures(annual, wanted("synthesis.ahead.figures")) if annual.before else (),
        before=last_year(annual),
        compared_said=_compared(annual),
        limits=tuple(_limits(annual)),
        ask=_ask(annual),
        agreed=agreed,
    )


def _compared(annual: Annual) -> str:
    """What stands in the place of last year's figures."""
    if annual.before is not None:
        return "" if annual.over else say("whole_year")
    label = last_label(annual.community.about, annual.shared.programme, annual.year)
    last: Review | None = annual.reviews.get(label)
    if last is not None and last.headline:
        return say("headline_only", label=label, headline=last.headline.strip(' “”"').rstrip("."))
    return say("review_only", label=label) if last is not None else say("first_year")


def _limits(annual: Annual) -> list[str]:
    """At most five lines that are true of this year."""
    facts, found = annual.facts, [say("coming")]
    if not any(line.compared_with for one in annual.community.initiatives.values() for line in one.evidence):
        found.append(say("nobody_compared"))
    if annual.seen["V4"] or annual.seen["V1"]:
        found.append(say("chose_to"))
    found.append(say("written_down"))
    if not annual.over:
        found.append(say("not_over", day=say_date(facts.day)))
    return found


def _ask(annual: Annual) -> str:
    if annual.contact == lexicon.text("common.to_agree"):
        return ""
    name = annual.name(annual.holder("curator"))
    return say("ask_by_name", name=name, contact=annual.contact) if name else say("ask", contact=annual.contact)
