"""What is to be done around a session, by whom and by when: from six weeks before it to three months after.

Done means that something is written: a file that was only made, or holds only spaces, leaves its step to be done.
"""

from collections.abc import Callable, Container, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from copkit.dates import duty_day, later
from copkit.models.fields import says
from copkit.people.roles import Roles, Who
from copkit.schedule.beginning import unfilled
from copkit.workspace import CommunityFiles, Session
from copkit.workspace.states import stands

AHEAD = 7
"""Days: what falls due within a week is for this week; and what a community has to find its feet."""
FOLLOWED_UP = timedelta(days=104)
"""After so long nothing more is asked of a session, nor of a community that has closed."""


class Step(NamedTuple):
    """One thing to do, so many days from the session. `done` gives None where no file can tell.

    What no file can tell of may be done: it is never late, and is no longer said after its day or `until`.
    """

    days: int
    role: str
    what: str
    done: Callable[[Session, CommunityFiles, Roles], bool | None]
    until: int | None = None
    """The last day, from the session, on which it is said; for ever where a file tells and there is none."""


class Task(NamedTuple):
    """A step of a session that is to be done: by when, and whose it is."""

    session: Session
    due: date
    role: str
    what: str
    late: bool


def _nobody_knows(*_: object) -> None:
    return None


def _theme(session: Session, *_: object) -> bool:
    return says(session.plan.theme) and says(session.plan.question)


def _speaker(session: Session, *_: object) -> bool:
    return says(session.plan.briefing.speaker)


def _team(_session: Session, _community: CommunityFiles, roles: Roles) -> bool:
    return not roles.vacant


def _whereabouts(session: Session, *_: object) -> bool:
    return (session.place == "in-person" or says(session.link)) and (
        session.place == "online" or says(session.venue)
    )


def _invited(session: Session, *_: object) -> bool:
    return session.plan.invited is not None


def _venue(session: Session, *_: object) -> bool:
    checks = session.plan.venue_checks
    return session.place == "online" or all(
        value is not None for value in (checks.step_free, checks.hearing_loop, checks.directions_sent)
    )


def _confirmed(session: Session, *_: object) -> bool:
    return session.plan.briefing.confirmed is not None


def _notes(session: Session, *_: object) -> bool:
    return session.noted


def _feedback(session: Session, community: CommunityFiles, *_: object) -> bool:
    return community.feedback.of(session.id).forms > 0


def _followed_up(session: Session, community: CommunityFiles, *_: object) -> bool:
    return bool(community.follow_up.of(session.id))


BEFORE: tuple[Step, ...] = (
    Step(-42, "convenor", "Agree the theme and the question", _theme),
    Step(-42, "convenor", "Ask a senior leader to brief", _speaker),
    Step(-28, "convenor", "Name who holds each role", _team),
    Step(-28, "convenor", "Settle the venue or the link", _whereabouts),
    Step(-28, "convenor", "Send the invitation and the calendar file", _invited),
    Step(-21, "convenor", "Ask who needs what to take part, with a date to answer by", _nobody_knows, -14),
    Step(-21, "convenor", "Check the venue: step-free, hearing loop, directions sent", _venue),
    Step(-14, "facilitator", "Hear from the speaker that it is confirmed, and send the brief", _confirmed),
    Step(-14, "facilitator", "Draft the facilitator's plan", _nobody_knows, -7),
    Step(-7, "convenor", "Send the agenda, chase open actions, print the table plan", _nobody_knows, 0),
    Step(-2, "moderator", "Test the technology; see that the curator is coming", _nobody_knows, 0),
    Step(0, "convenor", "Open the doors 10 minutes early; start and stop on time", _nobody_knows, 0),
)
AFTER: tuple[Step, ...] = (
    Step(1, "curator", "Type and commit the notes, and send the feedback form", _notes),
    Step(5, "convenor", "Thank the speaker", _nobody_knows, 10),
    Step(10, "curator", "Send the notes to members", _nobody_knows, 14),
    Step(14, "curator", "Add the feedback, and follow up stories", _feedback, 90),
    Step(90, "curator", "Ask what people used, and what happened", _followed_up, FOLLOWED_UP.days),
)


def tasks(community: CommunityFiles, today: date, who: Who, off: Container[date]) -> tuple[Task, ...]:
    """What is to be done this week, the latest first; `off` are the bank holidays."""
    found = [
        task
        for session in community.sessions
        if stands(session, community)
        for task in _tasks(session, community, community.roles(session, who), today, off)
    ]
    return tuple(sorted(found, key=lambda task: (task.due, task.session.id, task.role)))


def _tasks(
    session: Session, community: CommunityFiles, roles: Roles, today: date, off: Container[date]
) -> Iterable[Task]:
    no_team = set(roles.vacant) <= set(unfilled(community, today))  # which is asked for once, not for each session
    for step in BEFORE + AFTER:
        if (no_team and step.done is _team) or _is_over(session, step, today, off):
            continue
        due = _due(step, session, community.about.started, off)
        done = step.done(session, community, roles) if due <= later(today, AHEAD) else True
        if not done and (done is False or today <= _last(step, session, off)):
            yield Task(session, due, step.role, step.what, done is False and due < today)


def _due(step: Step, session: Session, started: date | None, off: Container[date]) -> date:
    """When a step is due: nothing is before the end of a community's first week, or its first session."""
    due = duty_day(session.date, step.days, off)
    if started is None or session.date < started:
        return due
    return max(due, min(session.date, duty_day(started, AHEAD, off)))


def _last(step: Step, session: Session, off: Container[date]) -> date:
    return duty_day(session.date, step.days if step.until is None else step.until, off)


def _is_over(session: Session, step: Step, today: date, off: Container[date]) -> bool:
    """What was to be done before a session is past once it was held; notes are asked for as long as they lack."""
    if step.until is not None and today > _last(step, session, off):
        return True
    return (step.days <= 0 and session.date < today) or (session.plan.status == "held" and step.done is _notes)
