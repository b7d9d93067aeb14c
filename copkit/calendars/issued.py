"""What people hold in their calendars, compared with what is planned now.

A calendar program takes a change only with a higher SEQUENCE (RFC 5545 3.8.7.4), so what has been issued is
remembered. A difference in what a person sees adds one and re-dates the entry; without a difference the record
stays as it is, and so the file's bytes do. What is over for three months is no longer looked at.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from copkit import lexicon
from copkit.calendars.ics import Event
from copkit.calendars.written import Written, says_the_same, written_of
from copkit.models.issued import Held, Issued
from copkit.workspace import months_later

MONTHS_PAST = 3
"""For so long a session stays in the calendar, and a change of it still reaches people."""


class Entry(NamedTuple):
    """What a calendar should say of one session now: `of` is the community's name, before the title."""

    session: str
    day: date
    start: str
    minutes: int
    place: str
    of: str
    title: str = ""
    description: str = ""
    url: str = ""
    cancelled: bool = False
    because: str = ""
    listed: bool | None = True


class Whose(NamedTuple):
    """What entries are of: a community by its id and by what its titles begin with, and a workspace."""

    community: str
    workspace: str
    short: str


class Issue(NamedTuple):
    """What to remember, of all sessions, and what to publish, of those that may still change; by id, in order."""

    records: dict[str, Issued]
    events: dict[str, Event]
    behind: tuple[str, ...] = ()
    """The sessions whose record knew a lower number than a file that was written already, or none."""


def uid(session: str, whose: Whose) -> str:
    """The entry's id: it holds neither title nor time, so that it never changes (RFC 5545 3.8.4.7)."""
    return f"{session}.{whose.community}@{whose.workspace}.copkit"


def window_start(today: date) -> date:
    """The first day of the calendar that people are given."""
    return months_later(today, -MONTHS_PAST)


def issue(
    earlier: Mapping[str, Issued],
    entries: Iterable[Entry],
    today: date,
    whose: Whose,
    written: Mapping[str, Written] | None = None,
) -> Issue:
    """Issue the sessions of a community; `entries` are all that are planned, of whatever year.

    A session that was issued and is planned no longer is published as cancelled, since people still hold it.
    `written` are the entries of the file that was written last.
    """
    planned = {entry.session: entry for entry in entries}
    records, events, behind = dict(earlier), {}, []
    for session in sorted({*planned, *earlier}):
        before = earlier.get(session)
        entry = planned.get(session) or gone(session, earlier[session], whose.short)
        if _is_over(entry, before, window_start(today)):
            continue
        record = _record(before, _state(entry, before.uid if before else uid(session, whose)), today)
        last = written_of(event_of(entry, record), written or {})
        if last is not None and last.sequence > (before.sequence if before else -1):
            record = _after(last, record, event_of(entry, record), today)
            behind.append(session)
        records[session], events[session] = record, event_of(entry, record)
    return Issue(dict(sorted(records.items())), events, tuple(behind))


def _is_over(entry: Entry, before: Issued | None, since: date) -> bool:
    """Whether it was so long ago, as planned and as people hold it, that it changes no more."""
    return entry.day < since and (before is None or before.start < since.isoformat())


def _state(entry: Entry, name: str) -> Issued:
    begin = datetime.combine(entry.day, time.fromisoformat(entry.start))
    return Issued(
        uid=name,
        start=f"{begin:%Y-%m-%dT%H:%M}",
        end=f"{begin + timedelta(minutes=entry.minutes):%Y-%m-%dT%H:%M}",
        place=entry.place,
        status="cancelled" if entry.cancelled else "confirmed",
        title=entry.title,
        publish=None if entry.listed is None else "yes" if entry.listed else "no",
        digest=_digest(event_of(entry, Issued(uid=name))),
    )


def _digest(event: Event) -> str:
    """What stands for all that a person sees of an entry."""
    from hashlib import sha256

    begin = f"{event.day} {event.start} {event.minutes}"
    seen = (event.summary, begin, event.location, event.description, event.status, event.url)
    return sha256("\0".join(seen).encode("utf-8", "replace")).hexdigest()[:16]


def _record(before: Issued | None, now: Issued, today: date) -> Issued:
    if before is None:
        return now.but(sequence=0, issued=today)
    same = when_and_where(before) == when_and_where(now) and before.digest in ("", now.digest)
    if same and before.issued is not None:
        return before.but(title=now.title, publish=now.publish, digest=now.digest)
    return now.but(sequence=before.sequence + 1, issued=today, before=_held(before, now))


def _held(before: Issued, now: Issued) -> Held | None:
    """When and where people had it last, where that is another."""
    last = Held(start=before.start, end=before.end, place=before.place)
    return before.before if last == Held(start=now.start, end=now.end, place=now.place) else last


def _after(last: Written, record: Issued, event: Event, today: date) -> Issued:
    """The record with the number that follows what was written, or that very number where nothing else is said."""
    if says_the_same(event, last):
        return record.but(sequence=last.sequence, issued=last.issued)
    return record.but(sequence=last.sequence + 1, issued=today)


def when_and_where(record: Issued) -> tuple[str, str, str, str]:
    """What sends people elsewhere when it changes."""
    return record.start, record.end, record.place, record.status


def event_of(entry: Entry, record: Issued) -> Event:
    """What a calendar says of a session, with the number and the day under which it was issued."""
    issued = record.issued or entry.day
    summary, description = f"{entry.of}: {entry.title}" if entry.title else entry.of, entry.description
    if entry.cancelled:
        reason = f"Cancelled: {entry.because}" if entry.because else lexicon.text("calendar.cancelled")
        summary, description = f"Cancelled: {summary}", f"{reason}\n\n{description}".rstrip()
    return Event(
        uid=record.uid,
        sequence=record.sequence,
        stamp=datetime.combine(issued, time(), UTC),
        day=entry.day,
        start=entry.start,
        minutes=entry.minutes,
        summary=summary,
        description=description,
        location=entry.place,
        url=entry.url,
        status="CANCELLED" if entry.cancelled else "CONFIRMED",
        categories=(entry.of,),
    )


def gone(session: str, record: Issued, short: str) -> Entry:
    """The entry of a session whose plan is no longer there, made from what was issued."""
    begin, end = datetime.fromisoformat(record.start), datetime.fromisoformat(record.end)
    return Entry(
        session=session,
        day=begin.date(),
        start=f"{begin:%H:%M}",
        minutes=int((end - begin).total_seconds()) // 60,
        place=record.place,
        of=short,
        title=record.title,
        cancelled=True,
        because=lexicon.text("calendar.gone"),
        listed=None if record.publish is None else record.publish == "yes",
    )
