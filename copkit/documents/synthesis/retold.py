"""Page 3: stories as they were told, one quote, and what shifted."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.hearing import hear
from copkit.dates import month_name
from copkit.documents.annual import Annual
from copkit.documents.saying import capital, few
from copkit.documents.source import Source
from copkit.documents.spoken import quotes
from copkit.documents.synthesis.themes import said
from copkit.documents.synthesis.told import Ranked, Told, told_stories

say = lexicon.Words("synthesis.retold")

MOST = 2


class Quoted(NamedTuple):
    """Words from a story's own meetings, and who said them when, as agreed."""

    words: str
    by: str


class Shift(NamedTuple):
    """What shifted, and in which month it was noted."""

    month: str
    text: str


@dataclass(frozen=True)
class Retold:
    """The page. `others` tells of the stories that have no room, a line each."""

    title: str
    one_title: str
    stories: tuple[Told, ...]
    quote: Quoted | None
    shifts: tuple[Shift, ...]
    shifts_said: str
    others: tuple[Told, ...]


def build(annual: Annual) -> Retold:
    """The stories of the year that may be printed, those that go furthest in full."""
    every, shifts = told_stories(annual), _shifts(annual)
    shown, rest = every[:MOST], every[MOST:]
    return Retold(
        title=say.plural("title", len(shown), number=capital(few(len(shown)))) if shown else say("no_story"),
        one_title=say.plural("title", 1, number=capital(few(1))) if shown else say("no_story"),
        stories=tuple(one.told for one in shown),
        quote=_quote(annual, shown[0]) if shown else None,
        shifts=shifts,
        shifts_said=say.plural("shifts", len(shifts), number=few(len(shifts))) if shifts else "",
        others=tuple(one.told for one in rest),
    )


def _shifts(annual: Annual) -> tuple[Shift, ...]:
    lines = [line for line in annual.facts.said("shift") if line.what and annual.readable(line)]
    return tuple(Shift(month_name(line.day.month), said(annual, line.what)) for line in lines)


def _quote(annual: Annual, one: Ranked) -> Quoted | None:
    """The first quote of the latest of the story's meetings that has one for this audience."""
    of_story = [session for session in annual.told.held if session.id in one.story.sessions]
    for session in reversed(of_story):
        for quote in quotes(hear(annual.in_session(Source, session))):
            if words := quote.words.strip(' “”"'):
                month = month_name(session.date.month)
                return Quoted(
                    words, say("quoted_by", who=quote.who, month=month) if quote.who else say("quoted", month=month)
                )
    return None
