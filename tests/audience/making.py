"""A workspace in memory: one community, and a register in which one of three agreed to be named."""

from datetime import date
from typing import Any

from copkit.audience import door
from copkit.models.base import Audience
from copkit.models.community import Community, Member, Rhythm, TeamMember
from copkit.models.programme import Person, Programme
from copkit.models.session import Notes, Plan
from copkit.workspace import CommunityFiles, Session, Shared
from copkit.workspace.places import Files

DAY = date(2026, 6, 9)
PEOPLE = {
    "rose.marsh": Person(name="Rose Marsh", job="Nurse", also_known_as=("Rosie Marsh",)),
    "amina.khan": Person(name="Amina Khan", publish="yes", also_known_as=("Mina",)),
    "lee.dale": Person(name="Lee Dale"),
}
TEAM = (TeamMember(who="rose.marsh", role="convenor", backup="lee.dale"),)
ABOUT = Community(id="one", contact="cop.rose@one.example", team=TEAM)


def workspace(
    *plans: Plan, notes: Notes | None = None, programme: Programme | None = None, **more: Any
) -> tuple[Shared, CommunityFiles]:
    """The registers, and a community with a session for each plan, a month apart; the first has the notes."""
    days = [DAY.replace(month=DAY.month + number) for number in range(len(plans))]
    sessions = tuple(
        Session("one", day.isoformat(), plan, notes if number == 0 else None, Rhythm(venue="Rose Centre"))
        for number, (day, plan) in enumerate(zip(days, plans, strict=True))
    )
    members = (Member(who="rose.marsh"), Member(who="lee.dale", left=date(2026, 1, 1)))
    files = CommunityFiles("one", Files(), ABOUT, members, sessions, **more)
    return Shared(programme=programme or Programme(), people=PEOPLE), files


def seen(audience: Audience, *plans: Plan, **more: Any) -> CommunityFiles:
    """The community as an audience may have it."""
    shared, files = workspace(*plans, **more)
    return door(shared, audience, DAY).sight(files).community


def plan_for(audience: Audience, **fields: Any) -> Plan:
    """One plan as an audience may have it."""
    return seen(audience, Plan(**fields)).sessions[0].plan
