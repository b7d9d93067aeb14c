"""Who is expected at a session: how many, from where, who comes for the first time."""

from typing import NamedTuple

from copkit.documents.source import Source
from copkit.models.session import Replies

LIVED = "lived-experience"


class Guest(NamedTuple):
    """A person on the roll, as the team knows them."""

    id: str
    name: str
    organisation: str
    sector: str
    first_time: bool


class Answers(NamedTuple):
    """How many come, may come, do not come, and have not answered of those on the roll."""

    coming: int
    maybe: int
    not_coming: int
    silent: int


def guests(source: Source) -> tuple[Guest, ...]:
    """Those who said that they come; where nobody was asked, all on the roll who sent no apologies. By name."""
    day, register = source.session.date, source.shared.register
    seen = been_before(source)
    away = {source.person(who) for who in (source.session.notes.apologies if source.session.notes else ())}
    replies = source.session.plan.replies
    on_roll = (member.who for member in source.community.on_roll(day))
    keys = dict.fromkeys(source.person(who) for who in (replies.coming if _answered(replies) else on_roll))
    found = []
    for key in keys:
        if key in away:
            continue
        organisation = source.shared.organisations.get(register.organisation(key, day))
        sector = organisation.sector if organisation else ""
        first = seen is not None and key not in seen
        found.append(Guest(key, source.name(key), source.works_at(key, day), sector, first))
    return tuple(sorted(found, key=lambda guest: (guest.name.casefold(), guest.id)))


def answers(source: Source) -> Answers | None:
    """What was answered to the invitation; None where nobody was asked, or nobody has answered yet."""
    replies = source.session.plan.replies
    if not _answered(replies):
        return None
    told = {source.person(who) for who in (*replies.coming, *replies.maybe, *replies.not_coming)}
    on_roll = {source.person(one.who) for one in source.community.on_roll(source.session.date)}
    coming = len(guests(source)) + replies.others
    return Answers(coming, len(replies.maybe), len(replies.not_coming), len(on_roll - told))


def _answered(replies: Replies) -> bool:
    return bool(replies.coming or replies.maybe or replies.not_coming or replies.others)


def how_many(source: Source, company: tuple[Guest, ...]) -> int:
    """How many are expected: as the plan says, or who comes with those who are in no register."""
    plan = source.session.plan
    return plan.expected or len(company) + plan.replies.others


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
