"""Who came to a session, by id and each once, and where each of them worked on that day."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import TypeVar

from copkit.models.session import Notes
from copkit.workspace.records import Session, Shared

LIVED = "lived-experience"


class Attendance:
    """One session whose notes name those who came. `people` leads from each id to its place in `present`.

    Guests without a name are `others`, a count apart from them. It does not know its community, which knows it: a
    cycle would keep every community in memory.
    """

    def __init__(
        self, session: Session, notes: Notes, people: dict[str, int], shared: Shared, view: date | None = None
    ) -> None:
        self.session, self.notes, self.people, self.shared = session, notes, people, shared
        self.view = view or session.date

    @property
    def others(self) -> int:
        return self.notes.others

    @cached_property
    def organisations(self) -> dict[str, str]:
        """Where each worked on the day, as what it had become by the day of the view; empty where not known."""
        register, day = self.shared.register, self.session.date
        return {key: register.affiliation(key, day, self.view) for key in self.people}

    @property
    def homes(self) -> tuple[str, ...]:
        """The same for those of whom it is known, one for each."""
        return tuple(filter(None, self.organisations.values()))

    @cached_property
    def brings(self) -> frozenset[str]:
        """All that they bring. Somebody from an organisation of people who use services brings lived experience."""
        return frozenset(what for key in self.people for what in self.brought(key))

    def brought(self, key: str) -> frozenset[str]:
        """What one of them brings."""
        person = self.shared.people.get(key)
        found = set(person.brings) if person is not None else set[str]()
        home = self.shared.organisations.get(self.organisations[key])
        if home is not None and home.sector == LIVED:
            found.add(LIVED)
        return frozenset(found)

    def was_asked(self, key: str) -> bool:
        """Whether the register says of somebody what they bring, if only that it is nothing."""
        person = self.shared.people.get(key)
        return bool(self.brought(key)) or (person is not None and "brings" in person.model_fields_set)


_Attendance = TypeVar("_Attendance", bound=Attendance)


def attendances(
    kind: type[_Attendance],
    sessions: Iterable[Session],
    who: Callable[[str, date], str],
    shared: Shared,
    view: date | None = None,
) -> Iterator[_Attendance]:
    """The attendance of sessions, in order; those whose notes name nobody are not among them.

    Organisations count as what they had become by the day of the view, or by that of each session.
    """
    for session in sessions:
        if session.notes is not None and session.notes.present:
            people: dict[str, int] = {}
            for place, typed in enumerate(session.notes.present):
                people.setdefault(who(typed, session.date), place)
            yield kind(session, session.notes, people, shared, view)
