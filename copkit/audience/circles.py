"""Who took part most closely in one session, or in all of a community's."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from copkit.models.programme import Programme
from copkit.people.circle import Circle, circle
from copkit.people.company import Named
from copkit.people.discretion import Discretion
from copkit.people.known import folded_words
from copkit.workspace import CommunityFiles, Session, Shared
from copkit.workspace.entries import Said


def discreet(shared: Shared, close: Circle) -> Discretion:
    """Knows every name of the register, and those of a circle by less."""
    return Discretion(shared.known, close, _everywhere(shared.programme))


def circle_of_session(
    shared: Shared, community: CommunityFiles, session: Session, lines: Iterable[Said], today: date
) -> Circle:
    """Those who may have been at one session."""
    company = community.company(shared.register)
    typed = {*company.ids, *_of_session(session), *_of_work(community)}
    return _circle(shared, community, typed, lines, (session.date, today))


def circle_of_community(
    shared: Shared, community: CommunityFiles, lines: Iterable[Said] = (), days: Collection[date] = ()
) -> Circle:
    """Those who may have been at any session of a community so far, whatever the year."""
    about = community.about
    typed = {*(one.who for one in community.members), *(one.who for one in about.team), about.sponsor}
    typed.update(_of_work(community))
    for session in community.sessions:
        typed.update(_of_session(session))
    return _circle(shared, community, typed, lines, days)


def _circle(
    shared: Shared, community: CommunityFiles, typed: set[str], lines: Iterable[Said], days: Collection[date]
) -> Circle:
    names = community.company(shared.register)
    said = [one for line in lines for one in line.people]
    return circle(shared.register, (*said, *(Named(one, names.find(one).id) for one in typed if one)), days)


def _everywhere(programme: Programme) -> frozenset[str]:
    return frozenset(folded_words(f"{programme.area} {programme.system} {programme.programme}"))


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


def _of_work(community: CommunityFiles) -> Iterator[str]:
    """Everybody who chose its domain or works in one of its groups."""
    about = community.about
    yield from (about.design_group.members if about.design_group else ())
    for group in community.groups.values():
        yield from (group.lead, *group.members)
