"""What is kept longer than people were told, on a day."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple

from copkit.dates import say_date
from copkit.findings import Position
from copkit.models.programme import Contact
from copkit.workspace.records import Workspace, months_later
from copkit.workspace.states import coming

NEEDS_DAYS, EXPORT_DAYS, CONTACT_MONTHS = 30, 30, 12
"""Access needs go 30 days after the session, raw exports 30 days after they came, contacts a year after leaving."""

What = Literal["name", "needs", "contact", "export"]


class Due(NamedTuple):
    """Something past its time: of whom or which file, since when, why, and what to do."""

    what: What
    who: str
    since: date
    why: str
    do: str
    position: Position


class Gone(NamedTuple):
    """When somebody left everything, and where that stands."""

    day: date
    position: Position


def due(
    workspace: Workspace, contacts: Mapping[str, Contact], exports: Iterable[tuple[str, date]], today: date
) -> tuple[Due, ...]:
    """All that is past its time, the longest first. `exports` are raw tables with the day from which they are."""
    left = leavers(workspace)
    found = [*_names(workspace, left), *_contacts(workspace, contacts, left, today), *_exports(exports)]
    past = [one for one in found if one.since <= today]
    return tuple(sorted(past, key=lambda one: (one.since, one.what, one.who)))


def leavers(workspace: Workspace) -> dict[str, Gone]:
    """Everybody who is on no roll any more, with the last day."""
    register = workspace.shared.register
    last: dict[str, Gone] = {}
    staying = set()
    for community in workspace.communities.values():
        names = community.company(register)
        staying |= {names.find(one.who).id for one in community.about.team if one.until is None}
        for member in community.members:
            key = names.find(member.who).id or member.who
            if member.left is None:
                staying.add(key)
            elif key not in last or member.left > last[key].day:
                last[key] = Gone(member.left, community.files.where(member, "left"))
    for key, person in workspace.shared.people.items():
        if person.left is not None:
            last[key] = Gone(person.left, workspace.shared.files.where(person, "left"))
            staying.discard(key)
    return {key: gone for key, gone in last.items() if key not in staying and not key.startswith("former-member-")}


def _names(workspace: Workspace, left: Mapping[str, Gone]) -> Iterator[Due]:
    months = workspace.shared.programme.keep_leavers_months
    for key, gone in left.items():
        why = f"left on {say_date(gone.day)}; names of leavers are kept for {months} months"
        since = months_later(gone.day, months) + timedelta(days=1)
        yield Due("name", key, since, why, f"copkit privacy erase {key}", gone.position)


def _contacts(
    workspace: Workspace, contacts: Mapping[str, Contact], left: Mapping[str, Gone], today: date
) -> Iterator[Due]:
    place = Position("private/contacts.yaml")
    for key, contact in contacts.items():
        if contact.needs and (since := _needs_until(workspace, key, contact, today)) is not None:
            why = f"access needs are kept for {NEEDS_DAYS} days after the session"
            yield Due("needs", key, since, why, f"take “needs:” of {key} out of private/contacts.yaml", place)
        do = f"take {key} out of private/contacts.yaml"
        if contact.until is not None and not contact.needs:
            why = "the day on which these details were to go has passed"
            yield Due("contact", key, contact.until + timedelta(days=1), why, do, place)
        elif key in left:
            why = f"left on {say_date(left[key].day)}; contact details are kept for {CONTACT_MONTHS} months"
            since = months_later(left[key].day, CONTACT_MONTHS) + timedelta(days=1)
            yield Due("contact", key, since, why, do, place)
        elif key not in workspace.shared.people:
            yield Due("contact", key, today, "nobody of this id is in the register", do, place)


def _needs_until(workspace: Workspace, key: str, contact: Contact, today: date) -> date | None:
    """The day after which needs go: as written, or 30 days after the last session that the person could come to."""
    if contact.until is not None:
        return contact.until + timedelta(days=1)
    held = [
        session.date
        for community in workspace.communities.values()
        if key in community.company(workspace.shared.register).ids
        for session in community.sessions
        if session.date <= today and not session.cancelled
    ]
    soon = any(
        session.date <= today + timedelta(days=NEEDS_DAYS)
        for community in workspace.communities.values()
        if key in community.company(workspace.shared.register).ids
        for session in coming(community, today)
    )
    return max(held) + timedelta(days=NEEDS_DAYS + 1) if held and not soon else None


def _exports(exports: Iterable[tuple[str, date]]) -> Iterator[Due]:
    for path, day in exports:
        why = f"a raw export from {say_date(day)}; it is needed only until the notes hold what it says"
        yield Due("export", path, day + timedelta(days=EXPORT_DAYS + 1), why, f"delete {path}", Position(path))
