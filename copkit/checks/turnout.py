"""Who came to each session, as its notes say, worked out once for all checks."""

from collections.abc import Iterator
from functools import cached_property

from copkit.checks.context import Community
from copkit.checks.spoken import kept
from copkit.models.session import Notes
from copkit.workspace import Session, Shared

LIVED = "lived-experience"


class Turnout:
    """One session whose notes name those who came, each once. Guests without a name are a count, apart from them.

    It does not know its community's checks, which know it: a cycle would keep every community in memory.
    """

    def __init__(self, session: Session, notes: Notes, people: tuple[str, ...], shared: Shared) -> None:
        self.session, self.notes, self.people, self.shared = session, notes, people, shared

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """Where each of them worked on the day, as far as it is known: one for each person."""
        register, day = self.shared.register, self.session.date
        return tuple(here for who in self.people if (here := register.organisation(who, day)))

    @cached_property
    def brings(self) -> frozenset[str]:
        """All that they bring. Somebody from an organisation of people who use services brings lived experience."""
        people = self.shared.people
        found = {what for who in self.people if who in people for what in people[who].brings}
        records = (self.shared.organisations.get(key) for key in self.organisations)
        if any(record is not None and record.sector == LIVED for record in records):
            found.add(LIVED)
        return frozenset(found)


def turnouts(at: Community) -> list[Turnout]:
    """The sessions held so far whose notes say who came, in order of date; the others are in no rate."""
    found: list[Turnout] = kept(at, "_turnouts", lambda: list(_turnouts(at)))
    return found


def last(at: Community, count: int) -> list[Turnout]:
    """The last so many of them; none as long as there are fewer."""
    every = turnouts(at)
    return every[-count:] if count and len(every) >= count else []


def _turnouts(at: Community) -> Iterator[Turnout]:
    for session in at.community.sessions:
        notes = session.notes
        if notes is not None and notes.present and session.date <= at.today and not session.cancelled:
            people = dict.fromkeys(at.who(typed) for typed in notes.present)
            yield Turnout(session, notes, tuple(people), at.shared)
