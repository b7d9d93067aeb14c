"""The welcome page: all that somebody who has just joined needs, with the dates of the year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date, say_day, say_minutes, say_number, say_range, say_rule, say_when
from copkit.documents.control import of_community
from copkit.documents.sitting import (
    Coming,
)
from copkit.documents.source import Source
from copkit.marks import UNMARKED, Marks
from copkit.models.community import Practice
from copkit.models.events import Event
from copkit.models.glossary import Term
from copkit.models.library import Resource
from copkit.models.programme import Channel
from copkit.render.meta import Meta
from copkit.workspace import CommunityFiles, Session, Shared, rule_minutes
from copkit.workspace.states import coming

say = lexicon.Words("welcome")

TERMS = (
    "Action", "Ask and offer", "Briefing", "Check-in and check-out", "Community of practice", "Connection",
    "Convenor", "Curator", "Dialogue", "Facilitator", "Initiative", "Moderator", "Task-and-finish group", "Theme",
)  # fmt: skip
MOST_DATES, MOST_RESOURCES, MOST_EVENTS = 12, 5, 4


@dataclass(frozen=True)
class Newcomer(Source):
    """What a welcome page is made from: also the person's id, and the calendar file that lies beside it."""

    who: str = ""
    calendar: str = ""


class Part(NamedTuple):
    """One part of a session: from when to when, what happens, what a member does."""

    time: str
    what: str
    do: str


class Holder(NamedTuple):
    """Somebody of the team."""

    role: str
    name: str
    does: str


class Elsewhere(NamedTuple):
    """A dialogic event held elsewhere."""

    name: str
    when: str
    came_of_it: str


@dataclass(frozen=True, kw_only=True)
class MembersWelcome:
    """The welcome page of a community."""

    meta: Meta
    name: str
    first_name: str
    convenor: str
    community: str
    focus: str
    problem: str
    who_for: str
    practice: Practice
    purpose: tuple[str, ...]
    rhythm: str
    lengths: str
    dates: tuple[Coming, ...]
    calendar: str
    place: str
    session: tuple[Part, ...]
    rule: str
    principles: tuple[str, ...]
    team: tuple[Holder, ...]
    sponsor: str
    steps: tuple[str, ...]
    channels: tuple[Channel, ...]
    keep_leavers_months: int
    chatham_house: bool
    terms: tuple[Term, ...]
    library: tuple[Resource, ...]
    events: tuple[Elsewhere, ...]
    contact: str


def newcomer(
    shared: Shared,
    community: CommunityFiles,
    today: date,
    who: str = "",
    calendar: str = "",
    marks: Marks = UNMARKED,
) -> Newcomer:
    """The source of a person's welcome page. It shows the next session, or one as the rhythm has it."""
    from copkit.models.session import Plan

    rhythm, planned = community.about.rhythm, coming(community, today)
    session = planned[0] if planned else Session(community.id, today.isoformat(), Plan(date=today), None, rhythm)
    return Newcomer(shared, community, session, "members", today, marks, who, calendar)


def build(source: Source) -> MembersWelcome:
    """The welcome page of a community, for one person where the source names one."""
    about = source.community.about
    who = source.who if isinstance(source, Newcomer) else ""
    name, calendar = source.name(who), source.calendar if isinstance(source, Newcomer) else ""
    dates = _dates(source)
    community = about.name or about.id
    chatham = about.agreement.rule == "chatham-house"
    return MembersWelcome(
        meta=_meta(source, say("welcome_to", name=name) if name else say("welcome")),
        name=name,
        first_name=name.split()[0] if name else "",
        convenor=source.name(source.holder("convenor")) or lexicon.text("common.to_agree"),
        community=community,
        focus=about.domain.focus or lexicon.text("common.to_agree"),
        problem=about.domain.problem,
        who_for=about.community.for_,
        practice=about.practice,
        purpose=about.purpose,
        rhythm=_rhythm(source),
        lengths=_lengths(source),
        dates=dates,
        calendar=calendar,
        place=lexicon.table("choices.places")[source.session.place],
        session=tuple(_parts(source)),
        rule=lexicon.text("agreement.chatham_house") if chatham else lexicon.text("agreement.open"),
        principles=about.agreement.principles or lexicon.lines("agreement.principles"),
        team=tuple(_team(source)),
        sponsor=source.name(about.sponsor),
        steps=_steps(source, calendar, dates),
        channels=source.shared.programme.channels,
        keep_leavers_months=source.shared.programme.keep_leavers_months,
        chatham_house=chatham,
        terms=tuple(_terms(source)),
        library=tuple(_library(source.shared.other.get("library", {}).values(), source.community.id)),
        events=tuple(_events(source.shared.other.get("events", {}).values(), source)),
        contact=source.contact,
    )


def _meta(source: Source, title: str) -> Meta:
    subtitle = source.community.about.strapline or say("what_this_community")
    return of_community(source, title, [source.name(source.holder("convenor"))], subtitle=subtitle)


def _rhythm(source: Source) -> str:
    """How often the community meets, in a sentence."""
    rhythm = source.community.about.rhythm
    if rhythm.kind != "monthly":
        return say("times_over_months", meetings=rhythm.promised, number=say_number(rhythm.over_months))
    rule = rhythm.rule.value
    if rule and not rhythm.promised:
        said = say("by_weeks" if rule.weeks else "by_days", rule=say_rule(rule))
    else:
        said = say.plural("a_year", rhythm.promised)
        said = say("on_the", meetings=said, pattern=say_rule(rule)) if rule else said
    months = lexicon.listed(month.capitalize() for month in rhythm.break_months)
    return f"{say('none_in', meetings=said, months=months) if months else said}."


def _lengths(source: Source) -> str:
    """How long a meeting lasts, online and in person."""
    rhythm = source.community.about.rhythm
    online, here = say_minutes(rule_minutes(rhythm, "online")), say_minutes(rule_minutes(rhythm, "in-person"))
    return say("online_it_lasts", online=online, in_person=here)


def _dates(source: Source) -> tuple[Coming, ...]:
    return tuple(
        Coming(
            say_day(one.date),
            say_date(one.date),
            say_when(one.date, one.start, one.end, one.rhythm.zones),
            lexicon.table("choices.places")[one.place],
            one.plan.theme or lexicon.text("common.to_agree"),
        )
        for one in coming(source.community, source.today)[:MOST_DATES]
    )


def _parts(source: Source) -> Iterator[Part]:
    for item in source.order.items:
        segment = item.segment
        what = segment.what or segment.kind.replace("-", " ").capitalize()
        yield Part(
            say_range(item.start, item.end),
            what,
            lexicon.table("guidance.people_do").get(segment.kind, ""),
        )


def _team(source: Source) -> Iterator[Holder]:
    """Who holds each role today."""
    for one in source.team(source.today):
        does = lexicon.table("guidance.roles").get(one.role) or say.table("roles").get(one.role, "")
        role = say("technical_host") if one.role == "tech" else one.role
        yield Holder(role.capitalize(), source.name(one.who), does)


def _steps(source: Source, calendar: str, dates: tuple[Coming, ...]) -> tuple[str, ...]:
    """The first three things to do."""
    diary = say("open_the_calendar", calendar=calendar)
    first = diary if calendar else say("put_the_dates_below_into")
    come = say("come", day=dates[0].day, time=dates[0].time) if dates else ""
    second = come or say("look_out_for_the_first")
    third = say("write_to", contact=source.contact)
    return first, second, third


def _terms(source: Source) -> Iterator[Term]:
    found = (source.shared.glossary.find(name) for name in TERMS)
    return (term for term in found if term is not None)


def _library(resources: Iterable[Resource], community: str) -> list[Resource]:
    """Five to start with: the community's own first, then what is for anyone."""
    chosen = [one for one in resources if one.community in ("", community)]
    chosen.sort(key=lambda one: (one.community != community, "anyone" not in one.for_, not one.why))
    return chosen[:MOST_RESOURCES]


def _events(events: Iterable[Event], source: Source) -> Iterator[Elsewhere]:
    """What is still to come, in order; else the latest, with what came of it."""
    ours = [one for one in events if one.date is not None and one.community in ("", source.community.id)]
    ahead = sorted((one for one in ours if one.date and one.date >= source.today), key=_when)
    latest = sorted((one for one in ours if one not in ahead), key=_when, reverse=True)
    for one in [*ahead, *latest][:MOST_EVENTS]:
        yield Elsewhere(
            one.name, say_date(one.date) if one.date else lexicon.text("common.to_agree"), one.brought_back
        )


def _when(event: Event) -> date:
    return event.date or date.max
