"""The facilitator's plan: the whole session in the hand, for the team alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.withheld import Absent
from copkit.calendars.days_off import DaysOff
from copkit.dates import add_minutes, duty_day, say_date, say_day, say_time
from copkit.documents.agenda import line
from copkit.documents.expected import Answers, answers, been_before, guests, how_many, lived_experience
from copkit.documents.guidance import checks_for, risks_for, timeline
from copkit.documents.seating import table_count
from copkit.documents.since import Asked, Promise, groups_reporting, still_open
from copkit.documents.sitting import Join, Sitting, earlier_moves, join, meta, sitting, titled
from copkit.documents.source import Source
from copkit.models.group import Group
from copkit.models.methods import Method
from copkit.models.session import Risk, Segment
from copkit.render.meta import Meta
from copkit.workspace.methods import fits, lasting, needed
from copkit.workspace.running_order import Item, dialogue_minutes

say = lexicon.Words("plan")


class Expected(NamedTuple):
    """Who is expected."""

    people: int
    on_roll: int
    organisations: tuple[str, ...]
    first_timers: tuple[str, ...]
    first_session: bool
    lived_experience: int
    catering: str
    access: str
    answers: Answers | None


class Holder(NamedTuple):
    """A role in this session: who has it, what they do, who stands in."""

    role: str
    name: str
    does: str
    backup: str


class Step(NamedTuple):
    """One step of a method with the clock time at which it begins; empty where it takes as long as it takes."""

    time: str
    what: str


class Row(NamedTuple):
    """One item of the running order, with what the team needs to run it besides its segment."""

    segment: Segment
    time: str
    what: str
    people_do: str
    chat: str
    method: str
    method_note: str
    steps: tuple[Step, ...]
    does_not_fit: str
    lead: str
    support: str


class Duty(NamedTuple):
    """Something to do by a day, and whether the files say that it is done."""

    by: str
    who: str
    what: str
    done: str


@dataclass(frozen=True, kw_only=True)
class TeamPlan:
    """The facilitator's plan."""

    meta: Meta
    sitting: Sitting
    join: Join | Absent
    purpose: str
    outcomes: tuple[str, ...]
    expected: Expected
    team: tuple[Holder, ...]
    rows: tuple[Row, ...]
    ends: str
    problem: str
    unplaced: tuple[str, ...]
    dialogue_minutes: int
    minutes: int
    minutes_because: str
    earlier_moves: tuple[str, ...]
    actions: tuple[Promise, ...]
    asks: tuple[Asked, ...]
    open_questions: tuple[Asked, ...]
    groups: tuple[Group, ...]
    risks: tuple[Risk, ...]
    layout: str
    duties: tuple[Duty, ...]
    checklist: tuple[str, ...]


def build(source: Source) -> TeamPlan:
    """The facilitator's plan of a session."""
    plan, order, kept = source.session.plan, source.order, still_open(source)
    return TeamPlan(
        meta=meta(source, titled(source, say("plan")), "facilitator"),
        sitting=sitting(source),
        join=join(source),
        purpose=plan.serves or next(iter(source.community.about.purpose), lexicon.text("common.to_agree")),
        outcomes=plan.outcomes[:3],
        expected=_expected(source),
        team=tuple(_team(source)),
        rows=tuple(_row(source, item) for item in order.items),
        ends=say_time(order.items[-1].end) if order.items else "",
        problem=" ".join(part for part in (order.problem, order.unknown) if part),
        unplaced=order.unplaced,
        dialogue_minutes=dialogue_minutes(order),
        minutes=order.minutes,
        minutes_because=plan.minutes_because,
        earlier_moves=tuple(earlier_moves(source.session)),
        actions=kept.actions,
        asks=kept.asks,
        open_questions=kept.questions,
        groups=groups_reporting(source),
        risks=(*plan.risks, *risks_for(source.session.place)),
        layout=_layout(source),
        duties=tuple(_duties(source)),
        checklist=checks_for(source.session.place),
    )


def _expected(source: Source) -> Expected:
    company, plan = guests(source), source.session.plan
    seen = been_before(source)
    return Expected(
        people=how_many(source, company),
        on_roll=len(company),
        organisations=tuple(sorted({one.organisation for one in company if one.organisation}, key=str.casefold)),
        first_timers=tuple(one.name for one in company if one.first_time),
        first_session=seen is None,
        lived_experience=lived_experience(source, company),
        catering=_numbers(plan.catering or plan.replies.meals),
        access=_numbers(plan.replies.access),
        answers=answers(source),
    )


def _numbers(kinds: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {name.replace('_', ' ').replace('-', ' ')}" for name, count in kinds.items())


def _team(source: Source) -> Iterator[Holder]:
    """Who holds each role; a role that this kind of session needs is shown even where nobody has it."""
    place, team = source.session.place, source.community.about.team
    backups = {one.role: source.name(one.backup) for one in team if one.backup}
    needed = ["convenor", "facilitator", "moderator", *(["moderator_2"] if place == "hybrid" else ()), "curator"]
    if place != "in-person" or source.holder("tech"):
        needed.append("tech")
    for role in needed:
        name = source.name(source.holder(role)) or lexicon.text("common.to_agree")
        words = {"moderator_2": say("second_moderator"), "tech": say("technical_host")}.get(role, role.capitalize())
        yield Holder(words, name, lexicon.table("guidance.roles")[role], backups.get(role, ""))


def _row(source: Source, item: Item) -> Row:
    segment, shown = item.segment, line(source, item)
    method = source.shared.methods.find(segment.method) if segment.method else None
    too_short = method is not None and not fits(method, segment.minutes) and segment.kind == "dialogue"
    return Row(
        segment=segment,
        time=shown.time,
        what=shown.what,
        people_do=lexicon.table("guidance.people_do").get(segment.kind, ""),
        chat=lexicon.table("guidance.in_chat").get(segment.kind, "") if source.session.place != "in-person" else "",
        method=method.title if method else segment.method,
        method_note=method.note if method else "",
        steps=tuple(_steps(method, item)) if method and segment.kind == "dialogue" else (),
        does_not_fit=say("needs", method=method.title, minutes=needed(method)) if method and too_short else "",
        lead=shown.who or (lexicon.text("common.to_agree") if segment.kind != "break" else ""),
        support=source.lead(segment.support) if segment.support else "",
    )


def _steps(method: Method, item: Item) -> Iterator[Step]:
    """The steps of a method by the clock, to the end of the item; without times where it is too short for them."""
    fitting, start = lasting(method, item.segment.minutes), item.start
    for step, length in zip(method.steps, fitting or (0,) * len(method.steps), strict=True):
        yield Step(say_time(start) if fitting else "", step.what)
        start = add_minutes(start, length)


def _layout(source: Source) -> str:
    people = how_many(source, guests(source)) or 1
    parts = []
    if source.session.place != "online":
        tables = table_count(people, source.session.plan.tables)
        each = -(-people // tables)
        parts.append(say.plural("chairs", tables, each=each))
    if source.session.place != "in-person":
        rooms = max(1, people // 4)
        parts.append(say.plural("breakout_rooms", rooms))
    return " ".join(parts)


def _duties(source: Source) -> Iterator[Duty]:
    plan, day, off = source.session.plan, source.session.date, DaysOff(source.shared)
    done = {-28: plan.invited, -14: plan.briefing.confirmed, -21: plan.venue_checks.directions_sent}
    words = {-28: "invited", -14: say("speaker_confirmed"), -21: say("directions_sent")}
    for duty in timeline():
        when = done.get(duty.days)
        said = f"{words[duty.days]} {say_date(when)}" if when else ""
        due = duty_day(day, duty.days, off)
        holder = source.name(source.whose(duty.role, due)) if duty.role != "everybody" else ""
        yield Duty(say_day(due), holder or duty.role.capitalize(), duty.what, said)
