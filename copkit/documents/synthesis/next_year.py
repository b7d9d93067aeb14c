"""Section 13: next year's domain and rhythm, what is promised and asked, and the dates that stand already."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import later, say_day, say_range
from copkit.documents.annual import Annual
from copkit.documents.people_held import Reading
from copkit.documents.synthesis.our_year import label
from copkit.metrics import Period
from copkit.models.review import Review
from copkit.workspace import Session
from copkit.workspace.reporting import following_year
from copkit.workspace.states import coming

say = lexicon.Words("synthesis.next_year")


class Planned(NamedTuple):
    """A session to come: when, where, and its theme where it has one."""

    when: str
    place: str
    theme: str


@dataclass(frozen=True)
class NextYear:
    """Section 13. `sessions` are those of the year after the period, and those of it that are still to come."""

    year: str
    domain: str
    change: str
    rhythm: str
    promises: tuple[str, ...]
    asks: tuple[str, ...]
    coming: tuple[Planned, ...]
    sessions: tuple[Planned, ...]
    agreed_by: tuple[str, ...]
    missing: tuple[str, ...]
    held_back: str


def build(annual: Annual) -> NextYear:
    """What is meant to happen next, in the team's words and in the calendar."""
    read, review = Reading(), annual.review or Review()
    year = following_year(annual.community.about, annual.shared.programme, annual.year)
    wanted = review.next_year
    sessions = _sessions(annual, Period(year.start, year.end))
    return NextYear(
        year=year.label,
        domain=_kept(read(wanted.domain)),
        change=read(wanted.change),
        rhythm=_kept(read(wanted.rhythm)),
        promises=read.each(wanted.promises),
        asks=tuple(say("ask", ask=one.ask, terms=one.terms) if one.terms else one.ask for one in read.asks(review)),
        coming=_sessions(annual, annual.period),
        sessions=sessions,
        agreed_by=tuple(name for who in review.agreed_by if (name := annual.name(who))),
        missing=tuple(_missing(review, annual, bool(sessions), year.label)),
        held_back=read.kept,
    )


def _kept(text: str) -> str:
    """`keep` stands alone in the file; in print it is a sentence."""
    return say("keep_it") if text.casefold().rstrip(".") == "keep" else text


def _sessions(annual: Annual, period: Period) -> tuple[Planned, ...]:
    """The sessions of a period that are still to come."""
    ahead = coming(annual.community, later(annual.today, 1))
    return tuple(
        _planned(annual, one)
        for one in ahead
        if one.date in period and label(annual, one) != lexicon.text("synthesis.our_year.unlisted")
    )


def _planned(annual: Annual, one: Session) -> Planned:
    place = lexicon.table("choices.places").get(one.place, one.place)
    when = f"{say_day(one.date)}, {say_range(one.start, one.end)}"
    return Planned(when, place, label(annual, one))


def _missing(review: Review, annual: Annual, dates: bool, year: str) -> list[str]:
    found = []
    if annual.review is None:
        found.append(say("what_the_team_means"))
    elif not review.next_year.promises:
        found.append(say("the_review_promises_nothing"))
    if annual.review is not None and not review.asks_of_leaders:
        found.append(say("the_review_asks_nothing"))
    if not dates:
        found.append(say("none_planned", year=year))
    return found
