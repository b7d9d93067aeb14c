"""Which year a synthesis is of: its title, whether it is a draft, and how far the year has gone."""

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.annual import Annual

say = lexicon.Words("synthesis")


def title(annual: Annual) -> str:
    """`Annual synthesis 2026-27`; another where the period is not a whole year."""
    return say("annual_synthesis", label=annual.year.label) if annual.whole_year else say("synthesis_of_a_period")


def version(annual: Annual) -> str:
    """A draft until the review is marked as final."""
    review = annual.review
    return "1" if review is not None and review.final == "yes" else "draft"


def so_far(annual: Annual) -> str:
    """What a reader must know of a period that is still going on; empty once it is over."""
    if annual.over:
        return ""
    if annual.today < annual.period.start:
        return say("the_period_has_not_begun", day=say_date(annual.period.start))
    return say("the_period_is_not_over", day=say_date(annual.facts.day))


def base(annual: Annual) -> str:
    """What last year's figures stand for; that there are none, in a community's first year."""
    if annual.before is not None:
        if not annual.whole_year:
            return say("a_year_earlier_means", said=annual.before.period.said)
        return "" if annual.over else say("whole_year_beside", label=annual.before.year.label)
    if not annual.facts.held:
        return ""
    return say("base_year", label=annual.year.label)
