"""What a check may look at: the day, the thresholds, the programme's files and one community at a time."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from copkit.checks.history import Version
from copkit.checks.look import Known, Look
from copkit.dates import Year, programme_year
from copkit.findings import Position, Severity
from copkit.models.community import Commission, TeamMember
from copkit.models.session import Notes, Plan
from copkit.people.company import Company
from copkit.people.roles import on_day
from copkit.schedule.avoid import Avoid
from copkit.workspace import CommunityFiles, Found, Session, Shared
from copkit.workspace.places import Files
from copkit.workspace.states import coming, has_closed

FAR = 28
"""Of days: so long before its first session a community is still gathering what it needs."""


@dataclass
class Context:
    """What holds for the whole run. Nothing here changes but what is remembered to save work."""

    today: date
    shared: Shared
    limits: Mapping[str, int]
    communities: tuple[str, ...] = ()
    tracked: frozenset[str] | None = None
    """The files that git keeps, by their paths; None when that is not known."""
    sessions_of: Callable[[str], Collection[str]] = lambda community: ()
    """The ids of a community's sessions, from the names of its files."""
    initiatives_of: Callable[[str], Collection[str]] = lambda community: ()
    """The ids of a community's initiatives, in the same way."""
    has_file: Callable[[str], bool] = lambda path: True
    """Whether a file of the workspace can be read, such as a picture."""
    headers: Callable[[str], str] = lambda path: ""
    """The first line of a tracked file that is not YAML."""
    known: Known = field(default_factory=Known)
    versions: Mapping[str, tuple[Version, ...]] | None = None
    """What git has of each notes file that changed since it was first committed, oldest first; None: not known."""
    waiting: Callable[[str], Collection[str]] = lambda community: ()
    """The sessions of a community of which feedback in people's own words waits in the private folder."""
    typed_commissions: Callable[[], Mapping[str, Commission]] = dict
    """The commission in the file of each community of the workspace, asked or not, where there is one."""
    _avoid: dict[int, Avoid] = field(default_factory=dict)

    @cached_property
    def commissions(self) -> Mapping[str, Commission]:
        """The same, read once a run, when a community that was commissioned asks."""
        return self.typed_commissions()

    def limit(self, name: str) -> int:
        """A threshold: the programme's own, or the check's."""
        return self.limits[name]

    def avoid(self, day: date) -> Avoid:
        """The bank holidays, calendar entries and festivals of a day's year."""
        if day.year not in self._avoid:
            from copkit.calendars.clear import dates_to_avoid

            first, last = date(day.year, 1, 1), date(day.year, 12, 31)
            shared = self.shared
            found = dates_to_avoid(shared.programme, shared.calendar, first, last, shared.holidays)
            self._avoid[day.year] = found.avoid
        return self._avoid[day.year]


class Everything:
    """Holds whatever is asked for: the names in a register that cannot be read."""

    def __contains__(self, name: object) -> bool:
        return True


class Later:
    """Names that are read only when somebody asks for one: most workspaces name none."""

    def __init__(self, names: Callable[[], Collection[str]]) -> None:
        self._read = names

    def __contains__(self, name: object) -> bool:
        return name in self._names

    @cached_property
    def _names(self) -> Collection[str]:
        return frozenset(self._read())


def unread(files: Files, path: str) -> bool:
    """Whether a file is there and could not be read: what it would have said is then not missing."""
    return any(
        finding.code == "REF-08" and finding.severity is Severity.ERROR and finding.position.path == path
        for finding in files.findings
    )


class Place:
    """A set of files that were read together, with the run's context."""

    def __init__(self, context: Context, files: Files) -> None:
        self.context = context
        self.files = files

    @property
    def today(self) -> date:
        return self.context.today

    @property
    def beginning(self) -> bool:
        """Whether the first session is still weeks away."""
        return False

    @property
    def shared(self) -> Shared:
        return self.context.shared

    def limit(self, name: str) -> int:
        return self.context.limit(name)

    @cached_property
    def looks(self) -> list[tuple[Any, Look]]:
        """What a walk over each record found worth a second look; most records give nothing."""
        first, last = self.shared.programme.first_year, self.shared.programme.last_year
        look = self.known.look
        return [(record, found) for record in self.files.records if (found := look(record, first, last))]

    @property
    def known(self) -> Known:
        return self.context.known

    def find(self, typed: str, record: Any = None) -> Found:
        """The person who is meant in a record."""
        return self.shared.register.find(typed)


class Programme(Place):
    """The programme's files."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, context.shared.files)

    @property
    def beginning(self) -> bool:
        """Whether no community meets before long: by the names of files, since one community is read at a time."""
        soon = str(self.today + timedelta(days=FAR))
        return all(key >= soon for name in self.context.communities for key in self.context.sessions_of(name))


class Community(Place):
    """One community's files."""

    def __init__(self, context: Context, community: CommunityFiles) -> None:
        super().__init__(context, community.files)
        self.community = community
        self.about = community.about

    @cached_property
    def known(self) -> Known:
        return self.context.known.within(self.community)

    @property
    def company(self) -> Company:
        """The people of this community, found as it calls them."""
        return self.community.company(self.shared.register)

    def find(self, typed: str, record: Any = None) -> Found:
        """The person who is meant, within this community, as it was on the day of which a record speaks."""
        return self.company.on(self.community.day_of(record)).found(typed)

    def who(self, typed: str, day: date | None = None) -> str:
        """The id of a person, as of a day, or what was typed."""
        return self.company.on(day).who(typed)

    @property
    def beginning(self) -> bool:
        """Whether its first session is weeks away; with none planned, whether it has only just started."""
        if self.community.sessions:
            return all((one.date - self.today).days >= FAR for one in self.community.sessions)
        return self.about.started is not None and (self.today - self.about.started).days < FAR

    @property
    def closed(self) -> bool:
        return has_closed(self.community, self.today)

    @cached_property
    def year(self) -> Year:
        """The community's year that today is in."""
        return programme_year(self.today, self.about.rhythm.starts or self.shared.programme.year_starts)

    @cached_property
    def coming(self) -> list[Session]:
        """The sessions to come that have a plan; in order of date."""
        return [one for one in coming(self.community, self.today) if self.files.knows(one.plan)]

    @cached_property
    def whole(self) -> bool:
        """Whether every plan could be read; counting sessions is no use when one could not."""
        return not any(
            finding.code == "REF-08" and "/sessions/" in finding.position.path
            for finding in self.files.findings
            if not finding.position.path.endswith(".notes.yaml")
        )

    @cached_property
    def team(self) -> list[tuple[int, TeamMember]]:
        """Who holds a role today, with the place in the list."""
        return list(on_day(self.about.team, self.today))

    def record(self, session: Session) -> Plan | Notes | None:
        """The record that a finding about a session stands on: its plan, or its notes when there is no plan."""
        return session.plan if self.files.knows(session.plan) else session.notes


def months_between(earlier: date, later: date) -> int:
    """Whole months from one day to another."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)


def place_of(files: Files, record: Any, path: tuple[str | int, ...], otherwise: str) -> Position:
    """The place of a field of a record; the start of a file when the record was not read from one."""
    if record is not None and files.knows(record):
        return files.where(record, *path)
    return Position(otherwise)
