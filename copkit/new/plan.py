"""A new plan: what is known stands in it, the rest is a gap to fill and when to fill it."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from copkit.models.community import TeamMember
from copkit.new.texts import Home, new_file
from copkit.people.roles import holder_on


class Team(NamedTuple):
    """Who has which role in a session, by id."""

    convenor: str = ""
    facilitator: str = ""
    moderator: str = ""
    curator: str = ""
    tech: str = ""

    @classmethod
    def on(cls, team: Iterable[TeamMember], day: date) -> "Team":
        """The first of a community's team who holds each role on a day."""
        everybody = tuple(team)
        return cls(*(holder_on(everybody, role, day) for role in cls._fields))


class NewPlan(NamedTuple):
    """What is known of a session. `minutes` is None where the rhythm's length for the place is meant."""

    number: int
    date: date
    start: str
    place: str
    team: Team = Team()
    minutes: int | None = None
    theme: str = ""
    venue: str = ""
    link: str = ""
    briefing_minutes: int = 20


def plan_file(home: Home, path: str, plan: NewPlan) -> bytes:
    """The file of a new plan."""
    return new_file(home, path, "plan.yaml.j2", plan)
