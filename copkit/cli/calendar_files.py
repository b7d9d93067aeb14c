"""The calendar files of a community: which there are for whom, and which in `build/` say what was so before."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from copkit.audience import Door
from copkit.calendars.ics import Calendar, Event
from copkit.calendars.ics import write as to_ics
from copkit.calendars.issued import Issue, event_of, gone, window_start
from copkit.calendars.location import without_link
from copkit.calendars.own import own_entries
from copkit.calendars.written import read_written
from copkit.cli.delivering import Made, build_folder
from copkit.dates import say_date
from copkit.documents.source import Audience
from copkit.editing.refused import Refused
from copkit.editing.store import read_seen
from copkit.looking import names_in
from copkit.models.issued import Issued
from copkit.workspace import CommunityFiles, Folder
from copkit.workspace.day_names import day_names

ALL = "all-communities"


class Issuing(NamedTuple):
    """A community's entries on a day: what people hold, and what is issued to them now."""

    community: CommunityFiles
    issue: Issue
    today: date

    @property
    def news(self) -> list[str]:
        """The sessions still to come of which people hold no entry yet, or another one."""
        before, now = self.community.issued, self.issue.records
        if not before:
            return []
        return [name for name in self.issue.events if _is_news(before.get(name), now[name], self.today)]


def _is_news(before: Issued | None, now: Issued, today: date) -> bool:
    if before is None:
        return now.status == "confirmed" and now.start >= today.isoformat()
    return before.sequence != now.sequence and max(before.start, now.start) >= today.isoformat()


def calendar_name(community: str, audience: Audience = "members", day: str = "") -> str:
    """The name of a calendar file: of all sessions of a community, or of the one on a day."""
    parts = (day, community, "" if audience == "members" else audience)
    return f"{'-'.join(part for part in parts if part)}.ics"


def seen_events(of: Issuing, way: Door) -> dict[str, Event]:
    """What is published, as an audience may have it: what was issued to members, and perhaps less of it."""
    if way.audience == "members":
        return of.issue.events
    entries, held = own_entries(of.community, way), way.sight(of.community).community.issued
    planned = {session.id for session in of.community.sessions}
    found = {}
    for name in of.issue.events:
        record = of.issue.records[name]
        if name in entries:
            found[name] = event_of(entries[name], record)
        elif name not in planned and name in held:
            left = held[name].but(place=without_link(held[name].place))
            found[name] = event_of(gone(name, left, of.community.short), record)
    return found


def whole_file(tree: Folder, of: Issuing, events: Mapping[str, Event], audience: Audience) -> Iterator[Made]:
    """The calendar of a community, where it has sessions, or where there is one that would stay as it was."""
    name, home = calendar_name(of.community.id, audience), build_folder(tree, of.community.id)
    since = window_start(of.today)
    shown = in_order(event for event in events.values() if event.day >= since)
    if shown or _bytes(home / name):
        data = to_ics(Calendar(shown, of.community.about.name or of.community.id))
        yield Made(home, name, data, f"the calendar of {of.community.id}")


def own_file(tree: Folder, of: Issuing, events: Mapping[str, Event], audience: Audience, session: str) -> Made:
    """The file of one session, called after the day that it is on now."""
    name, event = of.community.id, events[session]
    day = day_names({one: event.day for one, event in of.issue.events.items()})[session]
    said, data = f"the session of {name} on {say_date(event.day)}", to_ics(Calendar((event,)))
    return Made(build_folder(tree, name), calendar_name(name, audience, day), data, said, beside=True)


def in_order(events: Iterator[Event]) -> tuple[Event, ...]:
    """As a calendar shows them."""
    return tuple(sorted(events, key=lambda event: (event.day, event.start, event.uid)))


def written_before(tree: Folder, community: str) -> bytes:
    """The members' calendar as it was written last; nothing where it is not there."""
    return _bytes(build_folder(tree, community) / calendar_name(community))


class Older(NamedTuple):
    """The files in `build/` with an entry as it was before: taken away, of one session; left there, of more."""

    removed: list[Path]
    left: list[Path]


def clear_older(tree: Folder, of: Issuing) -> Older:
    """Take away the files of one session that say what was so before; others may be in use, and are only named."""
    alone, others = _older_files(tree, of)
    removed = []
    for path in alone:
        with suppress(OSError):
            path.unlink()
            removed.append(path)
    return Older(removed, others)


def _older_files(tree: Folder, of: Issuing) -> tuple[list[Path], list[Path]]:
    numbers = {record.uid: record.sequence for record in of.issue.records.values()}
    alone: list[Path] = []
    others: list[Path] = []
    own = build_folder(tree, of.community.id)
    written = (own / name for name in names_in(own) if name.endswith(".ics"))
    for path in sorted((*written, build_folder(tree) / f"{ALL}.ics")):
        entries = read_written(_bytes(path))
        if any(one.sequence < numbers.get(name, 0) for name, one in entries.items()):
            (alone if len(entries) == 1 and b"\nNAME:" not in _bytes(path) else others).append(path)
    return alone, others


def _bytes(path: Path) -> bytes:
    with suppress(Refused):
        return read_seen(path) or b""
    return b""
