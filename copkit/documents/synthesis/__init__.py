"""The annual synthesis of one community: the year in fourteen sections, and an annex that explains every figure.

What people wrote in the review is printed as theirs; all else is made from the files. A section is a module with a
view and `build`; its template is `synthesis_NAME.html.j2`, by the name of its block (`came` is attendance, `heard`
themes), since workspaces have templates of their own.
"""

from dataclasses import dataclass

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.synthesis import (
    annex,
    attendance,
    beyond,
    connected,
    front,
    limits,
    next_year,
    our_year,
    promises,
    shifted,
    started,
    talk,
    themes,
    value,
    worked,
)
from copkit.documents.synthesis.findings import Finding, findings
from copkit.render.meta import Meta

say = lexicon.Words("synthesis")


@dataclass(frozen=True)
class SynthesisView:
    """The whole document, for one audience. `so_far` warns while the period goes on, `base` in a first year."""

    meta: Meta
    period: str
    so_far: str
    base: str
    this: str
    public: bool
    front: front.Front
    findings: tuple[Finding, ...]
    our_year: our_year.OurYear
    came: attendance.Attendance
    heard: themes.WhatWeHeard
    connected: connected.Connected
    talk: talk.Talk
    started: started.Started
    value: value.Value
    shifted: shifted.Shifted
    beyond: beyond.Beyond
    worked: worked.Worked
    promises: promises.Promises
    limits: limits.Limits
    next_year: next_year.NextYear
    annex: annex.Annex


def build(annual: Annual) -> SynthesisView:
    """The year of a community, for an audience."""
    sections = (
        attendance.build(annual),
        connected.build(annual),
        talk.build(annual),
        started.build(annual),
        value.build(annual),
    )
    who, linked, work, works, worth = sections
    return SynthesisView(
        meta=annual.meta(title(annual), annual.period.said, version=version(annual)),
        period=annual.period.said,
        so_far=so_far(annual),
        base=base(annual),
        this=say("this_year") if annual.whole_year else say("this_period"),
        public=annual.door.hides_few,
        front=front.build(annual),
        findings=findings(*sections),
        our_year=our_year.build(annual),
        came=who,
        heard=themes.build(annual),
        connected=linked,
        talk=work,
        started=works,
        value=worth,
        shifted=shifted.build(annual),
        beyond=beyond.build(annual),
        worked=worked.build(annual),
        promises=promises.build(annual),
        limits=limits.build(annual),
        next_year=next_year.build(annual),
        annex=annex.build(annual),
    )


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
