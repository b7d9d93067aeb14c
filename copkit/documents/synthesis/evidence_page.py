"""The evidence behind the annual synthesis: every table of the year, and every figure explained, as a page apart.

A section is a module with a view and `build`; its template is `evidence_NAME.html.j2`, by the name of its block
(`came` is attendance, `heard` themes), since workspaces have templates of their own.
"""

from dataclasses import dataclass

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.synthesis import (
    annex,
    attendance,
    beyond,
    connected,
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
from copkit.documents.synthesis.period import base, so_far, title, version
from copkit.render.meta import Meta

say = lexicon.Words("synthesis")


@dataclass(frozen=True)
class EvidenceView:
    """The whole page, for one audience. `so_far` warns while the period goes on, `base` in a first year."""

    meta: Meta
    period: str
    so_far: str
    base: str
    this: str
    public: bool
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


def build(annual: Annual) -> EvidenceView:
    """The evidence of a community's year, for an audience."""
    return EvidenceView(
        meta=annual.meta(say("evidence_of", title=_title(annual)), annual.period.said, version=version(annual)),
        period=annual.period.said,
        so_far=so_far(annual),
        base=base(annual),
        this=say("this_year") if annual.whole_year else say("this_period"),
        public=annual.door.hides_few,
        our_year=our_year.build(annual),
        came=attendance.build(annual),
        heard=themes.build(annual),
        connected=connected.build(annual),
        talk=talk.build(annual),
        started=started.build(annual),
        value=value.build(annual),
        shifted=shifted.build(annual),
        beyond=beyond.build(annual),
        worked=worked.build(annual),
        promises=promises.build(annual),
        limits=limits.build(annual),
        next_year=next_year.build(annual),
        annex=annex.build(annual),
    )


def _title(annual: Annual) -> str:
    """What it is the evidence of, within a sentence."""
    whole = title(annual)
    return whole[:1].lower() + whole[1:]
