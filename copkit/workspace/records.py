"""A workspace in memory: the shared registers, and each community with its members and sessions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from copkit.dates import add_minutes
from copkit.findings import Finding, Position
from copkit.models.base import blank
from copkit.models.community import Community, Member, Rhythm
from copkit.models.fields import says
from copkit.models.programme import CalendarEntry, Organisation, Person, Programme
from copkit.models.session import Notes, Plan
from copkit.people.company import Company
from copkit.people.known import Known
from copkit.people.register import Register
from copkit.people.roles import Roles, Who
from copkit.workspace.additions import Additions
from copkit.workspace.forms import FollowUps, Forms
from copkit.workspace.places import Files

if TYPE_CHECKING:
    from copkit.models.group import Group
    from copkit.models.initiative import Initiative
    from copkit.models.issued import Issued
    from copkit.models.updates import Update


_NOTHING_NOTED = blank(Notes)


@dataclass(frozen=True, slots=True)
class Session:
    """One session: its plan, its notes if there are any, and what follows from the community's rhythm."""

    community: str
    id: str
    plan: Plan
    notes: Notes | None
    rhythm: Rhythm
    whole: "Session | None" = field(default=None, repr=False, compare=False)
    """All of it, where this is what one audience may have: it says whether the session was held."""

    @property
    def date(self) -> date:
        return self.plan.date or date.fromisoformat(self.id[:10])

    @property
    def start(self) -> str:
        """When it starts: `HH:MM`."""
        return self.plan.start or self.rhythm.start_of(self.plan.number or 1)

    @property
    def place(self) -> str:
        return self.plan.place or self.rhythm.place

    @property
    def minutes(self) -> int:
        """How long it lasts: as the plan says, or as the rhythm says for its place."""
        return self.plan.minutes or rule_minutes(self.rhythm, self.place)

    @property
    def end(self) -> str:
        return add_minutes(self.start, self.minutes)

    @property
    def venue(self) -> str:
        return (self.plan.venue or self.rhythm.venue) if self.place != "online" else ""

    @property
    def link(self) -> str:
        return (self.plan.link or self.rhythm.link) if self.place != "in-person" else ""

    @property
    def cancelled(self) -> bool:
        return self.plan.status == "cancelled"

    @property
    def noted(self) -> bool:
        """Whether its notes hold anything: a file that was only made is no record of a session."""
        notes = (self.whole or self).notes
        return notes is not None and notes != _NOTHING_NOTED and says(notes)

    @property
    def held(self) -> bool:
        """Whether it took place, by what is written down: it has notes, or its plan says so."""
        return not self.cancelled and (self.noted or self.plan.status == "held")

    @property
    def path(self) -> str:
        """The path of its plan in the workspace."""
        return f"communities/{self.community}/sessions/{self.id}.yaml"


def rule_minutes(rhythm: Rhythm, place: str) -> int:
    """How long the rhythm lets a session last, by where it is held."""
    if place == "online":
        return rhythm.online_minutes
    return rhythm.in_person_minutes if place == "in-person" else rhythm.hybrid_minutes


@dataclass(slots=True)
class CommunityFiles:
    """A community: its record, members, sessions in order of date, and whatever else its folder holds."""

    id: str
    files: Files
    about: Community
    members: tuple[Member, ...] = ()
    sessions: tuple[Session, ...] = ()
    updates: "tuple[Update, ...]" = ()
    initiatives: "dict[str, Initiative]" = field(default_factory=dict)
    groups: "dict[str, Group]" = field(default_factory=dict)
    issued: "dict[str, Issued]" = field(default_factory=dict)
    feedback: Forms = field(default_factory=Forms)
    """The sessions that have a feedback file, and the answers in it."""
    follow_up: FollowUps = field(default_factory=FollowUps)
    """The same for the answers of three months later."""
    other: dict[str, Any] = field(default_factory=dict)
    """Stories, practices, reviews, health grids and blueprint notes by kind, then by id or in order."""

    called: dict[str, str] = field(default_factory=dict)
    """What stands for an id that this audience may not have, by the id."""
    whole: "CommunityFiles | None" = field(default=None, repr=False, compare=False)
    """All of it, where this is what one audience may have: it says who belongs to the community."""
    seen_by: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What each audience may have of it, prepared once."""
    _company: Company | None = field(default=None, init=False, repr=False, compare=False)
    _days: dict[int, date] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def name(self) -> str:
        """What it is called; its id where nobody has named it."""
        return self.about.name or self.id

    @property
    def short(self) -> str:
        """What it is called in tables."""
        return self.about.short or self.name

    def day_of(self, record: Any) -> date | None:
        """The day of which a record speaks: that of its session, or its own; None for one that is of no day."""
        if self._days is None:
            every = ((one, record) for one in self.sessions for record in (one.plan, one.notes))
            self._days = {id(record): one.date for one, record in every}
        return self._days.get(id(record)) or getattr(record, "date", None)

    def company(self, register: Register) -> Company:
        """Who belongs to it, to be found by what people type; prepared once."""
        if self.whole is not None:
            return self.whole.company(register)
        if self._company is None or self._company.register is not register:
            self._company = Company(register, self.members, self.about)
        return self._company

    def initiative(self, typed: str) -> "Initiative | None":
        """The initiative that a record leads to, by its id or its file."""
        name = typed.removeprefix("initiatives/").removesuffix(".yaml")
        return self.initiatives.get(self.called.get(name, name))

    def session(self, name: str) -> Session | None:
        """The session with an id."""
        return next((session for session in self.sessions if session.id == name), None)

    def roles(self, session: Session, who: Who = str) -> Roles:
        """Who holds each role in a session; `who` gives the id of a person as typed."""
        return Roles(session.plan.team, self.about.team, session.date, session.place, who)

    def on_roll(self, day: date) -> tuple[Member, ...]:
        """Members on the roll on a day, as the whole says."""
        every = zip(self.members, (self.whole or self).members, strict=True)
        return tuple(
            member
            for member, one in every
            if (one.joined is None or one.joined <= day) and (one.left is None or one.left >= day)
        )

    @property
    def commission_period(self) -> tuple[date, date] | None:
        """The first and last day of the commission, if the community has one with a date."""
        commission = self.about.commission
        if commission is None or commission.date is None:
            return None
        return commission.date, months_later(commission.date, commission.months) - timedelta(days=1)


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month when it is shorter, within the calendar."""
    from calendar import monthrange

    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year < date.max.year:
        return date.min if year < date.min.year else date(date.max.year - 1, 12, 31)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass
class Shared(Additions):
    """What all communities share."""

    files: Files = field(default_factory=Files)
    programme: Programme = field(default_factory=Programme)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    calendar: tuple[CalendarEntry, ...] = ()
    other: dict[str, Any] = field(default_factory=dict)
    """Library, events, challenges, cohorts and the rest by kind, then by id or in order."""
    holidays: Mapping[str, Mapping[date, str]] = field(default_factory=dict)
    """Bank holidays by GOV.UK's divisions, where the workspace holds GOV.UK's own file."""
    seen_by: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was prepared of it for each audience, once a run."""

    def file_of(self, record: object) -> str:
        """The path of the file from which a record came."""
        return self.files.origin(record).document.path

    @cached_property
    def register(self) -> Register:
        """Finds people by id, full name or first name."""
        return Register(self.people, self.organisations)

    @cached_property
    def known(self) -> Known:
        """Its names, prepared for looking whether a text holds one."""
        return Known(self.people, self.organisations)

    @cached_property
    def with_authority(self) -> frozenset[str]:
        """The ids of those who can say yes for an organisation."""
        return frozenset(key for key, person in self.people.items() if "authority" in person.brings)


@dataclass(slots=True)
class Workspace:
    """All that was read from a workspace."""

    shared: Shared
    communities: dict[str, CommunityFiles]

    @property
    def findings(self) -> list[Finding]:
        """What reading the files found."""
        found = list(self.shared.files.findings)
        for community in self.communities.values():
            found.extend(community.files.findings)
        return found

    def where(self, record: object, *path: str | int) -> Position:
        """The place of a field of any record."""
        for files in (self.shared.files, *(community.files for community in self.communities.values())):
            if files.knows(record):
                return files.where(record, *path)
        raise KeyError(f"no file holds this {type(record).__name__}")
