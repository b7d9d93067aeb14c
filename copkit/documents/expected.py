"""Who is expected at a session: how many, from where, who comes for the first time."""

from typing import NamedTuple

from copkit.documents.source import Source

LIVED = "lived-experience"


class Guest(NamedTuple):
    """A person on the roll, as the team knows them."""

    id: str
    name: str
    organisation: str
    sector: str
    first_time: bool


def guests(source: Source) -> tuple[Guest, ...]:
    """Everybody on the roll on the day of the session who has not sent apologies, each once, by name."""
    day, register = source.session.date, source.shared.register
    seen = been_before(source)
    away = {source.person(who) for who in (source.session.notes.apologies if source.session.notes else ())}
    keys = dict.fromkeys(source.person(member.who) for member in source.community.on_roll(day))
    found = []
    for key in keys:
        if key in away:
            continue
        organisation = source.shared.organisations.get(register.organisation(key, day))
        sector = organisation.sector if organisation else ""
        first = seen is not None and key not in seen
        found.append(Guest(key, source.name(key), source.works_at(key, day), sector, first))
    return tuple(sorted(found, key=lambda guest: (guest.name.casefold(), guest.id)))


def been_before(source: Source) -> set[str] | None:
    """Who has been at an earlier session, by the notes; None where no earlier session has notes that say."""
    day = source.session.date
    earlier = [one for one in source.community.sessions if one.date < day and one.notes is not None]
    present = {source.names.on(one.date).who(who) for one in earlier if one.notes for who in one.notes.present}
    return present or None


def lived_experience(source: Source, company: tuple[Guest, ...]) -> int:
    """How many are there as people who use services."""
    people = source.shared.people
    return sum(
        guest.sector == LIVED or (guest.id in people and LIVED in people[guest.id].brings) for guest in company
    )
