"""Who came to each session, as its notes say, worked out once for all checks."""

from collections.abc import Iterator
from functools import cached_property

from copkit.checks.context import Community
from copkit.checks.spoken import kept
from copkit.models.session import Notes
from copkit.workspace import Session

LIVED = "lived-experience"


class Turnout:
    """One session whose notes name those who came. Guests without a name are a count, apart from them."""

    def __init__(self, at: Community, session: Session, notes: Notes) -> None:
        self.at, self.session, self.notes = at, session, notes

    @cached_property
    def people(self) -> tuple[str, ...]:
        """Everybody named as present, each once."""
        return tuple(dict.fromkeys(self.at.who(typed) for typed in self.notes.present))

    @cached_property
    def organisations(self) -> tuple[str, ...]:
        """Where each of them worked on the day, as far as it is known: one for each person."""
        register, day = self.at.shared.register, self.session.date
        found = (register.organisation(who, day) for who in self.people)
        return tuple(organisation for organisation in found if organisation)

    @cached_property
    def brings(self) -> frozenset[str]:
        """All that they bring. Somebody from an organisation of people who use services brings lived experience."""
        found = {what for who in self._known for what in self.at.shared.people[who].brings}
        records = (self.at.shared.organisations.get(key) for key in self.organisations)
        if any(record is not None and record.sector == LIVED for record in records):
            found.add(LIVED)
        return frozenset(found)

    @property
    def _known(self) -> Iterator[str]:
        return (who for who in self.people if who in self.at.shared.people)


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
            yield Turnout(at, session, notes)
