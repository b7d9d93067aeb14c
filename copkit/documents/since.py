"""What was promised before a session: the groups that report, and the actions that are open."""

from datetime import date, timedelta
from typing import NamedTuple

from copkit.dates import say_date
from copkit.documents.source import TO_AGREE, Source
from copkit.workspace.promises import actions


class Report(NamedTuple):
    """A group that is at work when the session is held."""

    name: str
    question: str
    finish_by: str


class Promise(NamedTuple):
    """An open action: by its number, who, what and by when, and whether that is past."""

    number: str
    owner: str
    what: str
    due: str
    overdue: bool


def groups_reporting(source: Source) -> tuple[Report, ...]:
    """Groups that have begun and not finished by the day of the session, in order of their end."""
    day = source.session.date
    at_work = [
        group
        for group in source.community.groups.values()
        if (group.starts is None or group.starts <= day) and (group.finished is None or group.finished > day)
    ]
    at_work.sort(key=lambda group: (group.finish_by is None, group.finish_by or day, group.name))
    return tuple(
        Report(group.name, group.question, say_date(group.finish_by) if group.finish_by else "")
        for group in at_work
    )


def promises(source: Source) -> tuple[Promise, ...]:
    """Actions that are open on the day of the session, soonest first. For members and the team alone."""
    day = source.session.date
    eve = day - timedelta(days=1)
    still = [one for one in actions(source.community, source.shared.register, eve) if one.is_open]
    still.sort(key=lambda one: (one.due is None, one.due or day))
    return tuple(
        Promise(
            one.id,
            source.name(one.owner.id or one.owner.typed) or TO_AGREE,
            one.what,
            _by(one.due, day) if one.due else "",
            one.due is not None and one.due < day,
        )
        for one in still
    )


def _by(due: date, day: date) -> str:
    """A date as short as it can be said: today, 30 October, 30 October 2027."""
    if due == day:
        return "today"
    said = say_date(due)
    return said.removesuffix(f" {day.year}") if due.year == day.year else said
