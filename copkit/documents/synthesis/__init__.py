"""The annual synthesis of one community: eight pages, fewer where there is less to say; all else is its evidence.

What people wrote in the review is printed as theirs; all else is made from the files. A page is a module with a
view and `build`; its template is `synthesis_NAME.html.j2`, by the name of its block.
"""

from dataclasses import dataclass, replace

from copkit import lexicon
from copkit.audience.edition import NotForThem
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.synthesis import (
    ahead,
    front,
    measured,
    on_record,
    open_and_done,
    retold,
    used,
    voices,
    ways,
)
from copkit.documents.synthesis.length import Forms, Length, length_of
from copkit.documents.synthesis.period import so_far, title, version
from copkit.documents.synthesis.references import Found, evidence_name, numbered
from copkit.render.meta import Meta

say = lexicon.Words("synthesis")


@dataclass(frozen=True)
class SynthesisView:
    """The whole report, for one audience. `forms` says of each slot how it stands: full, short or as a link."""

    meta: Meta
    public: bool
    length: Length
    forms: Forms
    front: front.Front
    measured: measured.Measured
    retold: retold.Retold
    used: used.Used
    voices: voices.Voices
    done: open_and_done.OpenAndDone
    ways: ways.Ways
    ahead: ahead.Ahead
    one: on_record.OnRecord
    refs: tuple[Found, ...]
    evidence: str


def build(annual: Annual) -> SynthesisView:
    """The year of a community, for an audience. Raises NotForThem where no meeting is on record."""
    if not annual.facts.held:
        raise NotForThem(say("no_meeting", name=annual.community.short))
    first = front.build(annual)
    pages = (
        measured.build(annual),
        retold.build(annual),
        used.build(annual),
        voices.build(annual),
        open_and_done.build(annual),
        ways.build(annual),
        ahead.build(annual, first.agreed),
    )
    return SynthesisView(
        replace(
            annual.meta(first.title, annual.period.said, version=version(annual)),
            kind=_kind(annual),
        ),
        annual.door.hides_few,
        length_of(len(annual.facts.held)),
        Forms(),
        first,
        *pages,
        on_record.build(annual),
        numbered(first, *(pages if len(annual.facts.held) > 1 else ())),
        f"{evidence_name(annual)}.html",
    )


def _kind(annual: Annual) -> str:
    """What it is: `Annual synthesis 2026-27, counted up to 27 November 2026: a draft`."""
    if so_far(annual):
        what = say("counted_to", title=title(annual), day=say_date(annual.day))
    else:
        what = say("of_period", title=title(annual), period=annual.period.said)
    return what if version(annual) != "draft" else say("as_a_draft", what=what)
