"""What people hold in their calendars, compared with what is planned now.

A calendar program takes a change only with a higher SEQUENCE (RFC 5545 3.8.7.4), so what has been issued is
remembered. A difference in start, end, place or status adds one and re-dates the entry; without a difference the
record stays as it is, and so the file's bytes do.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from copkit import lexicon
from copkit.calendars.ics import Event
from copkit.models.issued import Issued


class Entry(NamedTuple):
    """What a calendar should say of one session now.

    `place` is the text for the calendar's location line; whatever stands in it counts as a change when it changes.
    """

    session: str
    day: date
    start: str
    minutes: int
    place: str
    summary: str
    description: str = ""
    url: str = ""
    cancelled: bool = False
    because: str = ""
    categories: tuple[str, ...] = ()


class Issue(NamedTuple):
    """What to remember and what to publish, each by session id and in order of it."""

    records: dict[str, Issued]
    events: dict[str, Event]


def uid(session: str, community: str, workspace: str) -> str:
    """The entry's id: it holds neither title nor time, so that it never changes (RFC 5545 3.8.4.7)."""
    return f"{session}.{community}@{workspace}.copkit"


def issue(
    earlier: Mapping[str, Issued],
    entries: Iterable[Entry],
    today: date,
    community: str,
    workspace: str,
) -> Issue:
    """Issue every session of a community; `entries` are all that are planned, of whatever year.

    A session that was issued and is planned no longer is published as cancelled, since people still hold it.
    """
    records: dict[str, Issued] = {}
    events: dict[str, Event] = {}
    for entry in entries:
        before = earlier.get(entry.session)
        name = before.uid if before else uid(entry.session, community, workspace)
        records[entry.session] = _record(before, _state(entry, name), today)
        events[entry.session] = event_of(entry, records[entry.session])
    for session, before in earlier.items():
        if session not in records:
            gone = before.but(status="cancelled")
            records[session] = _record(before, gone, today)
            events[session] = event_of(_gone(session, before), records[session])
    return Issue(dict(sorted(records.items())), dict(sorted(events.items())))


def _state(entry: Entry, name: str) -> Issued:
    begin = datetime.combine(entry.day, time.fromisoformat(entry.start))
    return Issued(
        uid=name,
        start=f"{begin:%Y-%m-%dT%H:%M}",
        end=f"{begin + timedelta(minutes=entry.minutes):%Y-%m-%dT%H:%M}",
        place=entry.place,
        status="cancelled" if entry.cancelled else "confirmed",
    )


def _record(before: Issued | None, now: Issued, today: date) -> Issued:
    if before is None:
        return now.but(sequence=0, issued=today)
    if _seen(before) == _seen(now) and before.issued is not None:
        return before
    return now.but(sequence=before.sequence + 1, issued=today)


def _seen(record: Issued) -> tuple[str, str, str, str]:
    return record.start, record.end, record.place, record.status


def event_of(entry: Entry, record: Issued) -> Event:
    """What a calendar says of a session, with the number and the day under which it was issued."""
    issued = record.issued or entry.day
    summary, description = entry.summary, entry.description
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
        categories=entry.categories,
    )


def _gone(session: str, record: Issued) -> Entry:
    """The entry of a session whose plan is no longer there, made from what was issued."""
    begin, end = datetime.fromisoformat(record.start), datetime.fromisoformat(record.end)
    return Entry(
        session=session,
        day=begin.date(),
        start=f"{begin:%H:%M}",
        minutes=int((end - begin).total_seconds()) // 60,
        place=record.place,
        summary=f"session of {session[:10]}",
        cancelled=True,
        because=lexicon.text("calendar.gone"),
    )
