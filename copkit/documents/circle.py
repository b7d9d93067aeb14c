"""Who took part most closely: those whom a few letters are enough to give away."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product
from typing import NamedTuple

from copkit.documents.source import Source
from copkit.metrics import Facts
from copkit.people.company import Named
from copkit.workspace import CommunityFiles, Session, Shared
from copkit.workspace.entries import Said


class Circle(NamedTuple):
    """The people of one session, or of all sessions of a community: ids, and names typed that are nobody's.

    `days` are those on which to ask for whom they worked.
    """

    shared: Shared
    people: frozenset[str]
    unknown: frozenset[str]
    days: tuple[date, ...]

    @property
    def organisations(self) -> frozenset[str]:
        """Every organisation that one of them belongs to or did, and what it became."""
        return frozenset(one for key in self.people for one in _organisations(self, key))


def circle_of(source: Source, lines: Iterable[Said]) -> Circle:
    """Those who may have been at one session."""
    typed = {*source.company.ids, *_of_session(source.session), *_of_community(source.community)}
    named = [one for line in lines for one in line.people]
    named += [Named(one, source.company.find(one).id) for one in typed if one]
    return _circle(source.shared, named, (source.session.date, source.today))


def circle_of_year(facts: Facts) -> Circle:
    """Those who may have been at any session of a community so far, whatever the year."""
    community = facts.community
    typed = {*(one.who for one in community.members), *(one.who for one in community.about.team)}
    typed.update((community.about.sponsor, *_of_community(community)))
    for session in community.sessions:
        typed.update(_of_session(session))
    named = [one for line in facts.lines for one in line.people]
    named += [Named(one, facts.names.find(one).id) for one in typed if one]
    days = {session.date for session in facts.held_ever} | {facts.today}
    return _circle(facts.shared, named, tuple(sorted(days)))


def _circle(shared: Shared, named: list[Named], days: tuple[date, ...]) -> Circle:
    known = frozenset(one.id for one in named if one.id)
    unknown = frozenset(one.typed for one in named if not one.id and not one.name)
    return Circle(shared, known, unknown, days)


def _of_session(session: Session) -> Iterator[str]:
    """Everybody who is named in a session's plan and notes."""
    notes, plan = session.notes, session.plan
    if notes is not None:
        yield from (*notes.present, *notes.apologies, *notes.minutes)
        yield from (one for table in notes.tables_sat for one in table)
        yield notes.briefing.speaker
    team = plan.team
    yield from (team.convenor, team.facilitator, team.moderator, team.moderator_2, team.curator, team.tech)
    yield from team.table_hosts
    yield plan.briefing.speaker
    yield from (one for table in plan.tables_sat for one in table)


def _of_community(community: CommunityFiles) -> Iterator[str]:
    """Everybody who chose its domain or works in one of its groups."""
    about = community.about
    yield from (about.design_group.members if about.design_group else ())
    for group in community.groups.values():
        yield from (group.lead, *group.members)


def _organisations(circle: Circle, key: str) -> Iterator[str]:
    person = circle.shared.people.get(key)
    if person is None:
        return
    where = person.organisation
    ids = [where] if isinstance(where, str) else [one.id for one in where]
    for one, day in product(ids, circle.days):
        yield from (one, circle.shared.register.successor(one, day))
