"""Who holds a role: in a community on a day, and in one session."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from copkit.models.community import TeamMember
from copkit.models.fields import fields
from copkit.models.session import SessionTeam

NEEDED = ("convenor", "facilitator", "moderator", "curator")
"""The roles without which no session runs."""
PLANNED_ROLES = (*NEEDED, "tech")
"""The roles that a new plan names."""
SECOND = "moderator_2"
"""A hybrid session has a moderator in the room and another for the chat."""
Who = Callable[[str], str]
"""Gives the id of a person as typed, or what was typed."""


def on_day(team: Iterable[TeamMember], day: date) -> Iterator[tuple[int, TeamMember]]:
    """Who holds a role in a community on a day, each with the place in the list; both ends of a term count."""
    for index, one in enumerate(team):
        if (one.from_ or day) <= day <= (one.until or day):
            yield index, one


def holder_on(team: Iterable[TeamMember], role: str, day: date) -> str:
    """The first who holds a role in a community on a day, as typed; empty for nobody."""
    return next((one.who for _, one in on_day(team, day) if one.role == role), "")


@dataclass(frozen=True, slots=True)
class Roles:
    """Who holds each role in one session: as its plan says, else as the community's team stands on its day."""

    named: SessionTeam
    team: Sequence[TeamMember]
    day: date
    place: str
    who: Who = str

    def holder(self, role: str) -> str:
        """Who holds a role, as typed; empty for nobody."""
        typed = getattr(self.named, role, "") if role in fields(SessionTeam) else ""
        if isinstance(typed, str) and typed:
            return typed
        return self._second() if role == SECOND else holder_on(self.team, role, self.day)

    def holders_of(self, role: str) -> tuple[str, ...]:
        """Everybody who holds a role, as typed: whom the plan names, or else all of the team who have it."""
        if typed := getattr(self.named, role, ""):
            return (typed,)
        return tuple(one.who for _, one in on_day(self.team, self.day) if one.role == role)

    def whose(self, role: str, due: date) -> str:
        """Who does what falls to a role by a day before or after the session: whoever has it then, as typed."""
        return replace(self, day=due).holder(role) or self.holder(role)

    def _second(self) -> str:
        """The next of the community's moderators who is not the first, where there are two rooms to look after."""
        if self.place != "hybrid":
            return ""
        first = self.who(self.holder("moderator"))
        others = (one.who for _, one in on_day(self.team, self.day) if one.role == "moderator")
        return next((typed for typed in others if self.who(typed) != first), "")

    @property
    def needed(self) -> tuple[str, ...]:
        """The roles that a session in this place cannot do without."""
        return (*NEEDED, SECOND) if self.place == "hybrid" else NEEDED

    @property
    def vacant(self) -> tuple[str, ...]:
        """The roles of those that nobody holds."""
        return tuple(role for role in self.needed if not self.holder(role))

    @property
    def holders(self) -> tuple[str, ...]:
        """Everybody who has something to do in the session, as typed: each role, and the hosts of tables."""
        roles = dict.fromkeys((*(name for name in fields(SessionTeam) if name != "table_hosts"), "support"))
        held = [typed for role in roles if (typed := self.holder(role))]
        return tuple(dict.fromkeys((*held, *self.named.table_hosts)))
