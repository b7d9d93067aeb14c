"""The board's page: the year on one side of A4, whatever people wrote."""

from dataclasses import dataclass, replace

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.synthesis import attendance, connected, front, started, talk, value
from copkit.documents.synthesis.findings import Finding, findings
from copkit.documents.synthesis.period import so_far, version
from copkit.render.meta import Meta

say = lexicon.Words("synthesis.one_page")

MOST_LETTERS = 100
"""So many letters of a text have room, three of a kind beside three of another."""
MOST_OF_HEADLINE = 160
LONG, FEWER = 480, 3
"""Where people wrote more letters than that, so many findings have room."""


@dataclass(frozen=True)
class OnePage:
    """The front of the synthesis, what its figures say, and where to read more. Long texts are cut, and say so."""

    meta: Meta
    period: str
    so_far: str
    front: front.Front
    findings: tuple[Finding, ...]
    more: str


def build(annual: Annual) -> OnePage:
    """The page for an audience."""
    name = annual.community.short
    whole = front.build(annual)
    said = findings(
        attendance.build(annual),
        connected.build(annual),
        talk.build(annual),
        started.build(annual),
        value.build(annual),
    )
    changed = tuple(cut(text, MOST_LETTERS) for text in whole.changed)
    asks = tuple(cut(text, MOST_LETTERS) for text in whole.asks)
    long = max(sum(map(len, changed)), sum(map(len, asks))) * 2 + len(whole.headline) > LONG
    return OnePage(
        meta=annual.meta(
            say("the_year_on_one_page", label=annual.year.label), annual.period.said, version=version(annual)
        ),
        period=annual.period.said,
        so_far=so_far(annual),
        front=replace(
            whole,
            headline=cut(whole.headline, MOST_OF_HEADLINE),
            changed=changed,
            asks=asks,
        ),
        findings=said[:FEWER] if long else said,
        more=say("more", what=name),
    )


def cut(text: str, most: int) -> str:
    """A text of at most so many letters, cut after a word."""
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;:.–')}…"
