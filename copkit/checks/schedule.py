"""SCH: the year's sessions together, and what their dates fall on."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from copkit.checks.context import Community, Place
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, INFO, WARNING, check
from copkit.dates import (
    Year,
    minutes_of,
    month_name,
    programme_year,
    read_month,
    say_date,
    say_dates,
    say_day,
    say_range,
    say_rule,
    say_time,
    say_times,
)
from copkit.findings import Severity
from copkit.models.community import USUAL_MEETINGS
from copkit.schedule.avoid import hits
from copkit.schedule.overlaps import Sitting, overlaps
from copkit.schedule.rhythm import Period, period_of, plan_year
from copkit.workspace import Session
from copkit.workspace.states import stands

_TREAT = {"info": INFO, "warning": WARNING, "error": ERROR}
_SHARED_PATTERN = 1.5
"""A rhythm of fewer meetings may have gaps of half as much again as an even spread."""


def _period(at: Community, year: Year) -> Period:
    commission = at.about.commission
    if commission is None:
        return period_of(at.about.rhythm, year)
    return period_of(at.about.rhythm, year, commission.date, commission.months)


def _periods(at: Community) -> list[Period]:
    """The last, the present and the next period in which meetings are counted; once only for a commission."""
    year = at.year
    starts = at.about.rhythm.starts or at.shared.programme.year_starts
    last = programme_year(year.start - timedelta(days=1), starts)
    coming = programme_year(year.end + timedelta(days=1), starts)
    return list(dict.fromkeys(_period(at, one) for one in (last, year, coming)))


def _year_that_counts(at: Community) -> Year:
    """The present year, or the one in which a rhythm counts its first week: before it has no days."""
    begins = at.about.rhythm.from_
    if begins is None or begins <= at.year.end:
        return at.year
    return programme_year(begins, at.about.rhythm.starts or at.shared.programme.year_starts)


def _within(at: Community, period: Period) -> list[Session]:
    """The sessions that were first planned for a period, cancelled ones too."""
    return [one for one in at.community.sessions if period.start <= date.fromisoformat(one.id[:10]) <= period.end]


def _expected(at: Community, period: Period) -> int:
    """How many meetings the rhythm gives in a period: fewer where the community began or ended within it."""
    first, last = at.about.started or date.min, at.about.closed or date.max
    if first <= period.start and last >= period.end and at.about.rhythm.promised:
        return at.about.rhythm.promised
    meetings = plan_year(at.about.rhythm, period).meetings
    return sum(first <= meeting.date <= last for meeting in meetings)


def _label(at: Community, period: Period) -> str:
    return say_dates(period.start, period.end)


@check("SCH-01", ERROR, on="community")
def how_many(at: Community) -> Iterator[Problem]:
    """The number of sessions in the year is not the number in the rhythm.

    Why: Members were promised so many meetings. A rhythm that cannot be met is told here too. A cancelled session
    counts as planned, unless another stands in for it. The check waits for the year's first session; once the year
    has passed it is for information.

    Bad:
        rhythm: {meetings: 10, pattern: second tuesday}     # and nine plans in sessions/

    Good:
        rhythm: {meetings: 9, pattern: second tuesday}
    """
    for words in plan_year(at.about.rhythm, _period(at, _year_that_counts(at))).problems:
        empty = not at.about.rhythm.has_days
        yield Problem(at.about, ("rhythm", "pattern"), words, "Correct the rhythm.", WARNING if empty else None)
    for period in _periods(at):
        planned, wanted = _within(at, period), _expected(at, period)
        there, going_on = len(planned), sum(not session.cancelled for session in planned)
        if not at.whole or not there or wanted in (there, going_on):
            continue
        message = f"{_count(there)} from {_label(at, period)}; the rhythm asks for {wanted}"
        fix = (
            f"“copkit schedule {at.community.id}” writes what is missing."
            if there < wanted
            else "Correct meetings:."
        )
        severity = INFO if period.end < at.today else ERROR if there < wanted else WARNING
        yield Problem(at.about, ("rhythm", "meetings"), message, fix, severity)


def _count(sessions: int) -> str:
    return "1 session" if sessions == 1 else f"{sessions} sessions"


@check("SCH-02", ERROR, on="community")
def how_many_in_person(at: Community) -> Iterator[Problem]:
    """The number of sessions in person is not the number in the rhythm.

    Why: Meeting in person a few times a year builds the trust that carries the online sessions, and rooms are
    booked months ahead. A hybrid session counts, since it has a room. It is an error until the year begins, then a
    warning.

    Bad:
        rhythm: {meetings: 10, in_person: [3, 8]}     # and only one plan has place: in-person

    Good:
        rhythm: {meetings: 10, in_person: [3]}
    """
    rhythm = at.about.rhythm
    for period in _periods(at):
        promised = rhythm.promised or _expected(at, period)
        wanted = promised if rhythm.place == "in-person" else len(rhythm.in_person)
        sessions = _within(at, period)
        there = sum(session.place != "online" for session in sessions)
        if not at.whole or period.end < at.today or len(sessions) < max(promised, 1) or there == wanted:
            continue
        message = f"{_count(there)} in person from {_label(at, period)}; the rhythm asks for {wanted}"
        severity = ERROR if sessions[0].date > at.today else WARNING
        fix = "Correct place: in a plan, or in_person: in the rhythm."
        yield Problem(at.about, ("rhythm", "in_person"), message, fix, severity)


@check("SCH-03", WARNING, on="coming")
def off_pattern(session: Session, at: Community) -> Iterator[Problem]:
    """A session is off the pattern, and the plan does not say why.

    Why: The same day and time every month is what people remember without a calendar.

    Bad:
        date: 2026-06-11          # the pattern is second tuesday

    Good:
        date: 2026-06-11
        moved_from: 2026-06-09
        moved_because: The library is closed that day
    """
    rhythm = at.about.rhythm
    if session.plan.moved_because or rhythm.dates:
        return
    rule = rhythm.rule.value
    if rule and not rule.keeps(session.date):
        message = f"{say_day(session.date)} is not {'' if rule.weeks else 'the '}{say_rule(rule)}"
        yield Problem(session.plan, ("date",), message, "Say why in moved_because:, or correct the date.")
    elif rule and session.start not in rhythm.clocks:
        message = f"it starts at {say_time(session.start)}, and the rhythm says {say_times(rhythm.clocks)}"
        yield Problem(session.plan, ("start",), message, "Say why in moved_because:, or correct the time.")


@check("SCH-04", WARNING, on="coming")
def in_a_break(session: Session, at: Community) -> Iterator[Problem]:
    """A session is in a month in which the community rests.

    Why: People plan their leave by the break.

    Bad:
        date: 2026-08-11          # break_months: [august, december]

    Good:
        date: 2026-09-08
    """
    rhythm = at.about.rhythm
    if rhythm.kind == "monthly" and session.date.month in {read_month(name).value for name in rhythm.break_months}:
        message = f"{month_name(session.date.month)} is a break month"
        yield Problem(session.plan, ("date",), message, f"“copkit move {session.id} DATE --because …” moves it.")


@check("SCH-05", WARNING, on="community", days=70)
def long_gap(at: Community) -> Iterator[Problem]:
    """There are more than 70 days between two sessions, not counting breaks.

    Why: A community that does not hear from itself for ten weeks cools down. A rhythm of fewer meetings is allowed
    longer gaps.

    Bad:
        # sessions/2026-09-08.yaml, then sessions/2027-01-12.yaml
        rhythm: {meetings: 10, break_months: [august, december]}

    Good:
        # sessions/2026-09-08.yaml, 2026-10-13.yaml, 2026-11-10.yaml, 2027-01-12.yaml
        rhythm: {meetings: 10, break_months: [august, december]}
    """
    rhythm = at.about.rhythm
    if rhythm.kind != "monthly" or rhythm.meetings == 0 or not at.whole:
        return
    breaks = {read_month(name).value for name in rhythm.break_months}
    most = max(at.limit("SCH-05.days"), round(_SHARED_PATTERN * 365 / (rhythm.promised or USUAL_MEETINGS)))
    held = [session for session in at.community.sessions if stands(session, at.community)]
    for earlier, later in pairwise(held):
        if later not in at.coming:
            continue
        days = _days_outside(earlier.date, later.date, breaks)
        if days > most:
            message = f"{days} days since the session of {say_date(earlier.date)}, not counting breaks"
            yield Problem(later.plan, ("date",), message, "Plan a session in between, or say so in break_months:.")


def _days_outside(earlier: date, later: date, breaks: set[int | None]) -> int:
    """The days from one date to another that are in no break month."""
    days = (later - earlier).days
    if days > 1000:
        return days
    return sum((earlier + timedelta(days=n)).month not in breaks for n in range(1, days + 1))


@check("SCH-06", ERROR, on="coming")
def no_working_day(session: Session, at: Community) -> Iterator[Problem]:
    """A session is on a bank holiday or at a weekend.

    Why: Hardly anybody will come, and the invitation looks careless. The nation's bank holidays are set by
    `holidays:` in programme.yaml.

    Bad:
        date: 2026-04-06          # Easter Monday

    Good:
        date: 2026-04-07
    """
    for hit in hits(session.date, session.start, session.minutes, at.context.avoid(session.date), at.community.id):
        if hit.kind in ("bank-holiday", "weekend"):
            message = (
                f"{say_day(session.date)} is {hit.name}" if hit.kind == "bank-holiday" else f"this is {hit.name}"
            )
            fix = f"“copkit schedule {at.community.id}” proposes free dates."
            yield Problem(session.plan, ("date",), message, fix)


@check("SCH-07", WARNING, on="coming")
def outside_commission(session: Session, at: Community) -> Iterator[Problem]:
    """A session is outside the commission's period.

    Why: Nobody has agreed to pay for it.

    Bad:
        commission: {by: Example Cancer Alliance, date: 2026-01-11, months: 12}     # and a session in March 2027

    Good:
        commission: {by: Example Cancer Alliance, date: 2026-01-11, months: 15}
    """
    period = at.community.commission_period
    if period is not None and not period[0] <= session.date <= period[1]:
        message = f"the commission runs from {say_dates(*period)}"
        yield Problem(session.plan, ("date",), message, "Choose a date within it, or correct months:.")


@check("SCH-08", INFO, on="coming")
def worth_knowing(session: Session, at: Community) -> Iterator[Problem]:
    """A session is early, late, in school holidays, or on a date that matters to some.

    Why: Nobody can keep clear of everything, but people should know. `calendar.yaml` lists the dates; its `treat:`
    makes one a warning or an error. Hours are set by `day_starts:` and `day_ends:` in programme.yaml.

    Bad:
        start: "17:30"

    Good:
        start: "10:00"
    """
    programme = at.shared.programme
    start, end = minutes_of(session.start), minutes_of(session.start) + session.minutes
    if start < minutes_of(programme.day_starts) or end > minutes_of(programme.day_ends):
        hours = say_range(programme.day_starts, programme.day_ends)
        message = f"{say_range(session.start, session.end)} is outside {hours}"
        yield Problem(session.plan, ("start",), message, "Who cannot come then?")
    for hit in hits(session.date, session.start, session.minutes, at.context.avoid(session.date), at.community.id):
        if hit.kind in ("calendar", "festival"):
            yield Problem(session.plan, ("date",), f"this is {hit.name}", "Ask who is affected.", _treat(hit.treat))


def _treat(word: str) -> Severity:
    return _TREAT[word]


@check("SCH-09", WARNING, on="together")
def overlap(at: Place) -> None:
    """Two sessions are at the same time and need the same people or room.

    Why: A person cannot be in two places. Three shared members, one role holder, one speaker or one room are
    enough to act on; so are two sessions of one community, planned in whatever year.

    Bad:
        # two communities, both on 9 June at 10:00, with one facilitator
        team: {facilitator: joe.bell}

    Good:
        team: {facilitator: ruth.pickering}
    """


def overlap_problems(sittings: list[Sitting]) -> Iterator[tuple[tuple[str, str], str, str]]:
    """For each side of every overlap that matters: community and session, what to say, and what to do."""
    from copkit.schedule.rows import say_overlap

    for found in overlaps(sittings):
        if found.matters:
            for one in (found.first, found.second):
                fix = f"Move one of them: “copkit move {one.session} DATE --because …”."
                yield (one.community, one.session), say_overlap(found.seen_from(one)), fix


@check("SCH-10", INFO, on="community", weeks=8)
def in_person_close(at: Community) -> Iterator[Problem]:
    """Two sessions in person are less than eight weeks apart.

    Why: They work best spread over the year, with online sessions between.

    Bad:
        rhythm: {meetings: 10, in_person: [3, 4]}

    Good:
        rhythm: {meetings: 10, in_person: [3, 8]}
    """
    rhythm = at.about.rhythm
    if rhythm.kind != "monthly" or rhythm.place == "in-person":
        return
    here = [one for one in at.community.sessions if one.place == "in-person" and stands(one, at.community)]
    for earlier, later in pairwise(here):
        days = (later.date - earlier.date).days
        if later in at.coming and days < 7 * at.limit("SCH-10.weeks"):
            message = f"the session in person before this one is only {days} days earlier"
            yield Problem(later.plan, ("place",), message, "Spread them over the year.")


@check("SCH-11", WARNING, on="community", days=60)
def not_scheduled(at: Community) -> Iterator[Problem]:
    """Next year is not scheduled 60 days before this one ends.

    Why: Diaries fill up. When nothing is planned for the present year either, it is a nudge, but for a community
    that is only to begin after it.

    Bad:
        # in February, with no plan after March
        rhythm: {meetings: 10, pattern: second tuesday}

    Good:
        # after `copkit schedule`
        rhythm: {meetings: 10, pattern: second tuesday}
    """
    rhythm = at.about.rhythm
    if rhythm.kind != "monthly" or rhythm.meetings == 0 or not at.whole:
        return
    year = at.year
    fix = f"“copkit schedule {at.community.id}” makes the year."
    if not _within(at, Period(year.start, year.end)):
        begins_later = at.coming and all(one.date > year.end for one in at.community.sessions)
        if _expected(at, Period(year.start, year.end)) and not begins_later:
            yield Problem(at.about, ("rhythm",), f"no sessions are planned for {year.label}", fix, INFO)
        return
    coming = programme_year(year.end + timedelta(days=1), rhythm.starts or at.shared.programme.year_starts)
    soon = (year.end - at.today).days < at.limit("SCH-11.days")
    if (
        soon
        and not _within(at, Period(coming.start, coming.end))
        and _expected(at, Period(coming.start, coming.end))
    ):
        fix = f"“copkit schedule {at.community.id} {coming.label}” makes it."
        yield Problem(at.about, ("rhythm",), f"{coming.label} is not scheduled", fix)
