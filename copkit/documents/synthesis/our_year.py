"""Section 1: the community, its domain, and what happened when."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.remarks import uncommented
from copkit.dates import MONTHS, month_name, say_date, say_day
from copkit.documents.annual import Annual
from copkit.documents.saying import capital, few
from copkit.documents.synthesis.asked import asked
from copkit.metrics.influence import events_of
from copkit.models.community import Domain
from copkit.workspace import Session
from copkit.workspace.states import stands

say = lexicon.Words("synthesis.our_year")


class Day(NamedTuple):
    """Something that happened: the day, of what sort it was, and what it was."""

    day: date
    said: str
    sort: str
    what: str


class Agenda(NamedTuple):
    """A question of the learning agenda, and the sessions that worked on it."""

    question: str
    sessions: str


@dataclass(frozen=True)
class OurYear:
    """Section 1. `missing` says what the files do not tell."""

    domain: Domain
    for_whom: str
    purpose: tuple[str, ...]
    team: tuple[tuple[str, str], ...]
    rhythm: str
    agenda: tuple[Agenda, ...]
    chart_title: str
    days: tuple[Day, ...]
    missing: tuple[str, ...]


def build(annual: Annual) -> OurYear:
    """What the community is about, who runs it, and its year in order of days."""
    about = annual.community.about
    domain = about.domain
    missing = [] if domain.focus else [say("nobody_has_written_down")]
    if not annual.facts.planned:
        missing.append(say("no_session_was_planned"))
    if said := asked(annual).said:
        missing.append(said)
    if unlisted := len(annual.facts.planned) - len(annual.told.planned):
        missing.append(capital(say.plural("unlisted_sessions", unlisted, number=few(unlisted))))
    return OurYear(
        domain=domain,
        for_whom=about.community.for_,
        purpose=about.purpose,
        team=_team(annual),
        rhythm=_rhythm(annual),
        agenda=tuple(_agenda(annual)),
        chart_title=_chart_title(annual),
        days=tuple(sorted(_days(annual))),
        missing=tuple(missing),
    )


def is_listed(annual: Annual, session: Session) -> bool:
    """Whether this audience may know of a session by itself; it is counted in any case."""
    return session.id not in annual.unlisted


def label(annual: Annual, session: Session) -> str:
    """What a session was about, as far as this audience may read it."""
    seen = annual.community.session(session.id)
    return say("unlisted") if seen is None else uncommented(seen.plan.theme)


def _team(annual: Annual) -> tuple[tuple[str, str], ...]:
    found = []
    for one in annual.team(annual.facts.day):
        if name := annual.name(one.who):
            found.append((name, lexicon.table("choices.roles").get(one.role, one.role)))
    return tuple(found)


def _rhythm(annual: Annual) -> str:
    rhythm = annual.community.about.rhythm
    breaks = lexicon.listed(month_name(month) for month in _months(rhythm.break_months))
    if not rhythm.promised:
        return ""
    if breaks:
        return say("meetings_with_breaks", number=rhythm.promised, breaks=breaks)
    return say("meetings", number=rhythm.promised)


def _months(typed: tuple[str, ...]) -> list[int]:
    return [MONTHS.index(one.casefold()) + 1 for one in typed if one.casefold() in MONTHS]


def _agenda(annual: Annual) -> list[Agenda]:
    found = []
    for question in annual.community.about.domain.learning_agenda:
        served = [one for one in annual.told.held if one.plan.serves.strip() == question.strip()]
        if text := uncommented(question):
            found.append(Agenda(text, lexicon.listed(say_date(one.date) for one in served) or say("not_yet")))
    return found


def _days(annual: Annual) -> list[Day]:
    held = {one.id for one in annual.facts.held}
    found = [_session(annual, one, held) for one in annual.told.planned]
    for event in events_of(annual.told):
        if event.date is not None and (name := uncommented(event.name)):
            found.append(Day(event.date, say_day(event.date), say("elsewhere"), name))
    for group in annual.community.groups.values():
        name = uncommented(group.name)
        ends = ((group.starts, say("starts", name=name)), (group.finished, say("finishes_its_work", name=name)))
        for day, what in ends:
            if name and day is not None and day in annual.period and day <= annual.facts.day:
                found.append(Day(day, say_day(day), say("group"), what))
    return found


def _session(annual: Annual, session: Session, held: set[str]) -> Day:
    theme = label(annual, session)
    if session.cancelled:
        sort = say("cancelled")
    elif session.id in held:
        sort = say("session")
    else:
        sort = say("planned") if session.date > annual.today else say("no_notes")
    place = lexicon.table("choices.places").get(session.place, session.place)
    what = f"{theme} ({place})" if theme else say("session_at", place=place).strip()
    return Day(session.date, say_day(session.date), sort, what)


def _chart_title(annual: Annual) -> str:
    """The rhythm of the year in one sentence."""
    held, planned = len(annual.facts.held), len(annual.facts.planned)
    cancelled = sum(one.cancelled for one in annual.facts.planned)
    to_come = sum(one.date > annual.facts.day and stands(one, annual.community) for one in annual.facts.planned)
    parts = [say.plural("held_of", planned, held=held)]
    if to_come:
        parts.append(say("still_to_come", number=to_come))
    if cancelled:
        parts.append(say("were_cancelled", number=cancelled))
    return ", ".join(parts)
