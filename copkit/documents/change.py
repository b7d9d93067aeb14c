"""The change notice: a session was moved or cancelled; what changed, why, and what to do."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from copkit import lexicon
from copkit.audience.withheld import Absent
from copkit.calendars.location import location_line, read_location, room_of
from copkit.dates import add_minutes, minutes_between, say_day, say_range
from copkit.documents.sitting import Join, Sitting, join, meta, moved_from, sitting
from copkit.documents.source import Source
from copkit.models.issued import Held, Issued
from copkit.render.meta import Meta
from copkit.workspace import Session

say = lexicon.Words("change")

AUTHOR = "convenor"


class Change(NamedTuple):
    """One thing that changed."""

    what: str
    old: str
    new: str


@dataclass(frozen=True, kw_only=True)
class Notice:
    """The change notice. Members also have the way to join."""

    meta: Meta
    sitting: Sitting
    cancelled: bool
    why: str
    changes: tuple[Change, ...]
    only_place: bool
    """The day and the time stay: only where it is held, or how people join, is another."""
    old_day: str
    """Where it is on another day now: the one that people still have in their calendars."""
    join: Join | Absent


def has_changed(source: Source) -> bool:
    """Whether people must be told of a change rather than invited."""
    return source.session.cancelled or bool(_changes(source))


def build(source: Source) -> Notice:
    """What changed about a session, for its audience."""
    session = source.session
    theme = session.plan.theme
    changes = () if session.cancelled else _changes(source)
    title = say("cancelled" if session.cancelled else "changed", what=theme or say_day(session.date))
    return Notice(
        meta=meta(source, title, AUTHOR),
        sitting=sitting(source),
        cancelled=session.cancelled,
        why=_sentence(session.plan.because if session.cancelled else session.plan.moved_because),
        changes=changes,
        only_place=[change.what for change in changes] == [say("place")],
        old_day=next((change.old for change in changes if change.what == say("day")), ""),
        join=join(source),
    )


def _sentence(why: str) -> str:
    """A reason as typed, with a full stop where it has no end; empty when nobody gave one."""
    why = why.strip()
    return f"{why}." if why and why[-1].isalnum() else why


def _changes(source: Source) -> tuple[Change, ...]:
    """What differs from what people hold: as the plan says of its move, and as calendars have or last had it."""
    session = source.session
    issued = source.community.issued.get(session.id)
    moved = moved_from(session)
    now = () if issued is None else tuple(_from(issued, session, moved is None))
    found = now if now or issued is None else tuple(_from(issued.before, session, moved is None))
    day = [] if moved is None else [Change(say("day"), say_day(moved), say_day(session.date))]
    return (*day, *found)


def _from(held: Issued | Held | None, session: Session, days: bool) -> Iterator[Change]:
    """What is another than people had it: its day, where `days` are wanted, its time, its place."""
    if held is None:
        return
    with suppress(ValueError):  # somebody edited the record: it says nothing of the time then
        begin, end = datetime.fromisoformat(held.start), datetime.fromisoformat(held.end)
        if days and begin.date() != session.date:
            yield Change(say("day"), say_day(begin.date()), say_day(session.date))
        start, length = f"{begin:%H:%M}", minutes_between(f"{begin:%H:%M}", f"{end:%H:%M}")
        if (start, length) != (session.start, session.minutes):
            before = say_range(start, add_minutes(start, length))
            yield Change(say("time"), before, say_range(session.start, session.end))
    if (place := _moved_place(held.place, session)) is not None:
        yield place


def _moved_place(line: str, session: Session) -> Change | None:
    """Another room, or another way of meeting; no line is no news, and a room told more exactly is the same one."""
    old, new = read_location(line), read_location(location_line(session, ""))
    if not line or "://" in old.room:
        return None
    if old.place != new.place:
        return Change(say("place"), _meeting(old.place, old.room), _meeting(session.place, room_of(session)))
    same = old.room.startswith(new.room) or new.room.startswith(old.room)
    return None if same else Change(say("place"), old.room, new.room)


def _meeting(place: str, room: str) -> str:
    """How people meet, and where: `In person and online, at Harbour Hall`; addresses of web pages are not shown."""
    words = lexicon.table("choices.places")[place]
    how = f"{words[:1].upper()}{words[1:]}"
    if place == "online":
        return how
    return say("meeting_at", how=how, room=room if room and "://" not in room else say("to_be_agreed"))
