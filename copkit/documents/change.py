"""The change notice: a session was moved or cancelled; what changed, why, and what to do."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit.dates import add_minutes, minutes_between, say_day, say_range
from copkit.documents.registry import Document
from copkit.documents.sitting import Join, Sitting, join, meta, moved_from, sitting
from copkit.documents.source import Source
from copkit.render.meta import Meta

AUTHOR = "convenor"


class Change(NamedTuple):
    """One thing that changed."""

    what: str
    old: str
    new: str


@dataclass(frozen=True, kw_only=True)
class PublicChange:
    """The change notice as anybody may see it."""

    meta: Meta
    sitting: Sitting
    cancelled: bool
    why: str
    changes: tuple[Change, ...]
    in_calendars: bool


@dataclass(frozen=True, kw_only=True)
class MembersChange(PublicChange):
    """The change notice with the way to join."""

    join: Join


def has_changed(source: Source) -> bool:
    """Whether people must be told of a change rather than invited."""
    return source.session.cancelled or bool(_changes(source))


def build(source: Source) -> PublicChange:
    """What changed about a session, for its audience."""
    session = source.session
    theme = session.plan.theme
    word = "Cancelled" if session.cancelled else "Changed"
    public = PublicChange(
        meta=meta(source, f"{word}: {theme}" if theme else f"{word}: {say_day(session.date)}", AUTHOR),
        sitting=sitting(source),
        cancelled=session.cancelled,
        why=_sentence(session.plan.because if session.cancelled else session.plan.moved_because),
        changes=() if session.cancelled else _changes(source),
        in_calendars=session.id in source.community.issued,
    )
    return public if source.public else MembersChange(**vars(public), join=join(source))


def _sentence(why: str) -> str:
    """A reason as typed, with a full stop where it has no end; empty when nobody gave one."""
    why = why.strip()
    return f"{why}." if why and why[-1].isalnum() else why


def _changes(source: Source) -> tuple[Change, ...]:
    """What differs from what people hold: as the plan says of its move, and as was last issued to calendars."""
    session = source.session
    old_day = moved_from(session)
    start, length, place = session.start, session.minutes, ""
    issued = source.community.issued.get(session.id)
    if issued is not None and len(issued.start) >= 16 and len(issued.end) >= 16:
        start, place = issued.start[11:16], issued.place
        length = minutes_between(start, issued.end[11:16])
        if old_day is None and issued.start[:10] != session.date.isoformat():
            from datetime import date

            old_day = date.fromisoformat(issued.start[:10])
    found = []
    if old_day is not None:
        found.append(Change("Day", say_day(old_day), say_day(session.date)))
    if (start, length) != (session.start, session.minutes):
        before = say_range(start, add_minutes(start, length))
        found.append(Change("Time", before, say_range(session.start, session.end)))
    venue = session.venue
    if place and venue and not place.startswith(venue) and "://" not in place:
        found.append(Change("Place", place, venue))
    return tuple(found)


DOCUMENT = Document("change", "Change notice", ("members", "public", "team"), "change", build)
