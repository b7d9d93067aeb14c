"""What every document of a session says of it: when, where, about what; and its document control."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.withheld import Absent
from copkit.calendars.days_off import DaysOff
from copkit.dates import (
    clock_change_near,
    duty_day,
    later,
    say_date,
    say_day,
    say_minutes,
    say_range,
    say_time,
    say_when,
)
from copkit.documents.control import of_community
from copkit.documents.source import Source
from copkit.render.meta import Meta
from copkit.workspace import Session
from copkit.workspace.running_order import doors_open
from copkit.workspace.states import coming

say = lexicon.Words("sitting")

ACCESS_DAYS = 14
"""Days before the session by which access needs are asked for, unless the plan says."""


class Coming(NamedTuple):
    """One of the next sessions."""

    day: str
    date: str
    time: str
    place: str
    theme: str


class Briefing(NamedTuple):
    """The senior leader's briefing, with the speaker in words that the audience may see."""

    speaker: str
    role: str
    title: str


class Sitting(NamedTuple):
    """A session as anybody may see it. Texts are ready to print; an empty one has nothing to say."""

    theme: str
    question: str
    opening: str
    day: str
    time: str
    length: str
    doors: str
    place: str
    place_words: str
    venue: str
    address: str
    travel: str
    access: tuple[str, ...]
    no_access: tuple[str, ...]
    briefing: Briefing | None
    rule: str
    principles: tuple[str, ...]
    changed: str
    clocks: str
    contact: str
    next_dates: tuple[Coming, ...]


class Join(NamedTuple):
    """How to join online, for members and the team alone."""

    link: str
    phone: str


def sitting(source: Source) -> Sitting:
    """The session as anybody may see it."""
    session, plan, about = source.session, source.session.plan, source.community.about
    checks = plan.venue_checks
    here = session.place != "online"
    return Sitting(
        theme=plan.theme or lexicon.text("common.to_agree"),
        question=plan.question or lexicon.text("common.to_agree"),
        opening=plan.opening,
        day=say_day(session.date),
        time=say_when(session.date, session.start, session.end, session.rhythm.zones),
        length=say_minutes(session.minutes),
        doors=say_time(doors_open(session)),
        place=session.place,
        place_words=lexicon.table("choices.places")[session.place],
        venue=(session.venue or lexicon.text("common.to_agree")) if here else "",
        address=plan.address if here else "",
        travel=plan.travel if here else "",
        access=_checked(checks, "yes") if here else (),
        no_access=_checked(checks, "no") if here else (),
        briefing=_briefing(source),
        rule=lexicon.text("agreement.chatham_house")
        if about.agreement.rule == "chatham-house"
        else lexicon.text("agreement.open"),
        principles=about.agreement.principles[:3] or lexicon.lines("agreement.principles"),
        changed=_changed(session),
        clocks=clock_change_near(session.date),
        contact=source.contact,
        next_dates=next_dates(source),
    )


def join(source: Source) -> Join | Absent:
    """How to join online."""
    return source.only("members", lambda: _join(source.session))


def _join(session: Session) -> Join:
    return Join(
        session.link if session.place != "in-person" else "",
        session.plan.phone,
    )


def meta(source: Source, title: str, author: str = "convenor") -> Meta:
    """The document control: whose document it is, which version, for whom, and where to ask."""
    session = source.session
    place = lexicon.table("choices.places")[session.place]
    return of_community(
        source,
        title,
        [source.name(source.holder(author))],
        version=str(1 + max(_issued(source), len(session.plan.moves), _known_changes(session))),
        subtitle=f"{say_day(session.date)}, {say_range(session.start, session.end)}, {place}",
    )


def needs_by(source: Source) -> str:
    """The day by which people say what they need to take part; empty once it is past."""
    by = source.session.plan.access_by or duty_day(source.session.date, -ACCESS_DAYS, DaysOff(source.shared))
    return say_day(by) if by >= source.today else ""


def headed(source: Source, name: str) -> Meta:
    """The document control of a page whose title is its question: what it is stands in a line above."""
    title = titled(source, name)
    place = lexicon.table("choices.places")[source.session.place]
    return replace(meta(source, title), kind=f"{title}, {place}")


def titled(source: Source, name: str) -> str:
    """A document's title: its name and the session's theme."""
    theme = source.session.plan.theme
    return f"{name}: {theme}" if theme else name


def next_dates(source: Source, most: int = 3) -> tuple[Coming, ...]:
    """The sessions that follow."""
    following = coming(source.community, later(source.session.date, 1))
    return tuple(
        Coming(
            say_day(one.date),
            say_date(one.date),
            say_when(one.date, one.start, one.end, one.rhythm.zones),
            lexicon.table("choices.places")[one.place],
            one.plan.theme or lexicon.text("common.to_agree"),
        )
        for one in following[:most]
    )


def _briefing(source: Source) -> Briefing | None:
    has = any(item.segment.kind == "briefing" for item in source.order.items)
    if not has:
        return None
    told = source.session.plan.briefing
    role = told.role if told.role != source.speaker else ""
    return Briefing(source.speaker, role, told.title)


def _checked(checks: object, answer: str) -> tuple[str, ...]:
    return tuple(
        words for field, words in lexicon.table("choices.access").items() if getattr(checks, field) == answer
    )


def _changed(session: Session) -> str:
    """That a session was moved or cancelled, and why, in one sentence."""
    plan = session.plan
    if session.cancelled:
        return f"{say('this_session_is_cancelled')} {_because(plan.because)}".strip()
    moved = moved_from(session)
    if moved is None:
        return ""
    return f"{say('moved', day=say_day(moved))} {_because(plan.moved_because)}".strip()


def moved_from(session: Session) -> date | None:
    """The date from which a session was moved, if it was."""
    plan = session.plan
    before = plan.moved_from or (plan.moves[-1].from_ if plan.moves else None)
    return before if before != session.date else None


def earlier_moves(session: Session) -> Iterator[str]:
    """Each move before the last, the latest first: from which day, and why."""
    moves = session.plan.moves if session.plan.moved_from else session.plan.moves[:-1]
    for one in reversed(moves):
        yield f"{say('moved_before', day=say_day(one.from_))} {_because(one.because)}".strip()


def _because(why: str) -> str:
    return say("why", why=why if why.endswith((".", "!", "?")) else f"{why}.") if why else ""


def _issued(source: Source) -> int:
    issued = source.community.issued.get(source.session.id)
    return issued.sequence if issued else 0


def _known_changes(session: Session) -> int:
    return (moved_from(session) is not None) + session.cancelled
