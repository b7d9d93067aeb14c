"""What a session takes up again: groups that report, and actions, asks and questions that are open."""

from datetime import date, timedelta
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.withheld import ABSENT
from copkit.dates import say_date
from copkit.documents.source import Source
from copkit.models.group import Group
from copkit.workspace.promises import Thread, ledger

say = lexicon.Words("since")


class Promise(NamedTuple):
    """An open action: by its number, who, what and by when, and whether that is past."""

    number: str
    owner: str
    what: str
    due: str
    overdue: bool


class Asked(NamedTuple):
    """An open ask or question: who asked, where that is known, and what."""

    who: str
    what: str


class Open(NamedTuple):
    """What is open on the day of the session; for members and the team alone."""

    actions: tuple[Promise, ...] = ABSENT
    asks: tuple[Asked, ...] = ABSENT
    questions: tuple[Asked, ...] = ABSENT


def groups_reporting(source: Source) -> tuple[Group, ...]:
    """Groups that have begun and not finished by the day of the session, in order of their end."""
    day = source.session.date
    at_work = [
        group
        for group in source.community.groups.values()
        if (group.starts is None or group.starts <= day) and (group.finished is None or group.finished > day)
    ]
    return tuple(sorted(at_work, key=lambda group: (group.finish_by is None, group.finish_by or day, group.name)))


def still_open(source: Source) -> Open:
    """Actions, asks and questions that are open on the day of the session: actions soonest first, others oldest."""
    return source.either(lambda: _still_open(source), Open)


def _still_open(source: Source) -> Open:
    day = source.session.date
    book = ledger(source.community, source.shared.register, day - timedelta(days=1))
    actions = sorted(
        (one for one in book.actions if one.is_open), key=lambda one: (one.due is None, one.due or day)
    )
    past = min(day, source.today)
    promises = tuple(
        Promise(
            one.id,
            source.name(one.owner.id or one.owner.typed) or lexicon.text("common.to_agree"),
            one.what,
            _by(one.due, day) if one.due else "",
            one.due is not None and one.due < past,
        )
        for one in actions
    )
    return Open(promises, _asked(source, book.asks), _asked(source, book.questions))


def _asked(source: Source, threads: tuple[Thread, ...]) -> tuple[Asked, ...]:
    return tuple(Asked(source.name(one.who.id or one.who.typed), one.what) for one in threads if one.open)


def _by(due: date, day: date) -> str:
    """A date as short as it can be said: this session, 30 October, 30 October 2027."""
    if due == day:
        return say("this_session")
    said = say_date(due)
    return said.removesuffix(f" {day.year}") if due.year == day.year else said
