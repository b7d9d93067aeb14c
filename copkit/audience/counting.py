"""What is counted on the whole of a community, and what nobody has written: numbers and words, and no record."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from copkit.people.register import fold
from copkit.workspace import CommunityFiles, Session, Shared
from copkit.workspace.blueprint_readiness import missing_handover


class Many(NamedTuple):
    """So many people, and from how many organisations."""

    people: int
    places: int


class Counting:
    """Answers for one community on a day. How much of a number may be told is asked of the door."""

    def __init__(self, shared: Shared, files: CommunityFiles, today: date) -> None:
        self._shared, self._files, self._today = shared, files, today
        self._names = files.company(shared.register)

    @property
    def has_met(self) -> bool:
        """Whether a session is on record as held."""
        return any(one.held and one.date <= self._today for one in self._files.sessions)

    @property
    def members(self) -> int:
        """How many are on the roll."""
        return len({one.who for one in self._files.on_roll(self._today)})

    def is_brought(self, what: str) -> bool:
        """Whether somebody on the roll brings it."""
        found = (self._shared.people.get(self._names.who(one.who)) for one in self._files.on_roll(self._today))
        return any(person is not None and what in person.brings for person in found)

    @property
    def chose_the_domain(self) -> int:
        """How many chose what the community cares about."""
        group = self._files.about.design_group
        return len(set(map(self._names.who, group.members))) if group is not None else 0

    @property
    def roles(self) -> frozenset[str]:
        """The roles that somebody holds, held or is to hold."""
        return frozenset(one.role for one in self._files.about.team)

    @property
    def missing_handover(self) -> tuple[str, ...]:
        """The fields of the handover that nobody has filled."""
        return missing_handover(self._files)

    def in_group(self, key: str) -> Many:
        """How many work in a group today."""
        group = self._files.groups[key]
        return self._many((group.lead, *group.members), self._today)

    def reports_of(self, key: str) -> int:
        """How often a group has reported so far."""
        return sum(one.date is None or one.date <= self._today for one in self._files.groups[key].reports)

    def came(self, session: Session) -> Many:
        """How many came to a session, with those whom its notes do not name."""
        if session.notes is None:
            return Many(0, 0)
        named = self._many(session.notes.present, session.date)
        return named._replace(people=named.people + session.notes.others)

    def _many(self, typed: Iterable[str], day: date) -> Many:
        """Everybody once, with those who are in no register."""
        people = {self._names.on(day).find(who).id or fold(who) for who in typed if who}
        return Many(len(people), len({self._shared.register.organisation(who, day) for who in people} - {""}))
