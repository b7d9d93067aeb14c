"""A new plan: what is known stands in it, the rest is a gap to fill and when to fill it."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from copkit.new.texts import Home, new_file


class Team(NamedTuple):
    """Who has which role in a session, by id."""

    convenor: str = ""
    facilitator: str = ""
    moderator: str = ""
    curator: str = ""
    tech: str = ""

    @classmethod
    def of(cls, people: Mapping[str, str]) -> "Team":
        """Those of the people, by role, whom a plan names."""
        return cls(**{role: people[role] for role in cls._fields if role in people})


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
