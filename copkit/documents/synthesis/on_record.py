"""What is on record of the one meeting of a report on one page."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.synthesis.our_year import is_listed
from copkit.documents.synthesis.themes import said

say = lexicon.Words("synthesis.on_record")


class Line(NamedTuple):
    """A line of the notes, and of what kind it is."""

    kind: str
    text: str


@dataclass(frozen=True)
class OnRecord:
    """The day of the meeting, empty where this audience is not told, and what was noted."""

    day: str
    lines: tuple[Line, ...]


def build(annual: Annual) -> OnRecord:
    """The lines of a year with one meeting; nothing where there are more."""
    if len(annual.facts.held) != 1:
        return OnRecord("", ())
    (session,) = annual.facts.held
    words = say.table("kinds")
    lines = [one for one in annual.facts.said(*words) if one.what and annual.readable(one)]
    day = say_date(session.date) if is_listed(annual, session) else say("one_meeting")
    order = list(words)
    ordered = sorted(lines, key=lambda one: order.index(one.kind))
    return OnRecord(day, tuple(Line(words[one.kind], said(annual, one.what)) for one in ordered))
