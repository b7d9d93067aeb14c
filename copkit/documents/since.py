"""What was promised before a session: the groups that report, and the actions that are open."""

from typing import NamedTuple

from copkit.dates import say_date
from copkit.documents.source import Source


class Report(NamedTuple):
    """A group that is at work when the session is held."""

    name: str
    question: str
    finish_by: str


class Promise(NamedTuple):
    """An open action: by its number, who, what and by when."""

    number: str
    owner: str
    what: str
    due: str


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


def open_actions(source: Source) -> tuple[Promise, ...]:
    """Actions of earlier notes that nothing has closed."""
    return ()
