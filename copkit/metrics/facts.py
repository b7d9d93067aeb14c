"""What a community's files say of a period, worked out once: sessions, attendance, lines of notes, promises."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple

from copkit.metrics import gaps
from copkit.metrics.attendance import Attendance
from copkit.metrics.base import Period, Source
from copkit.metrics.making import Maker
from copkit.metrics.value import Value
from copkit.metrics.view import View
from copkit.workspace import CommunityFiles, Session, Shared, fold
from copkit.workspace.attendance import attendances
from copkit.workspace.entries import Said, all_said
from copkit.workspace.promises import Ledger, Thread, counted, ledger_of
from copkit.workspace.states import state_of


class Levels(NamedTuple):
    """Where the levels of taking part begin: shares in per cent, contributions, the fewest sessions to judge by.

    `levels.core`, `levels.active`, `levels.contributions` and `levels.sessions` of `thresholds:` in
    programme.yaml set them.
    """

    core: int = 60
    active: int = 40
    contributions: int = 2
    sessions: int = 3


class Facts:
    """One community in one period, as it stood on the last day of it, or today where that is still to come.

    `committed` is the day on which the notes of each session were first committed, as far as git knows.
    """

    def __init__(
        self,
        community: CommunityFiles,
        shared: Shared,
        period: Period,
        today: date,
        committed: Mapping[str, date] | None = None,
    ) -> None:
        self.community, self.shared, self.period, self.today = community, shared, period, today
        self.committed = committed
        self.day = min(period.end, today)
        self.view = View(community, shared, self.day, today)
        self.names = community.company(shared.register)

    def maker(self, code: str, *, named: bool = False, gap: Value | None = None) -> Maker:
        """Makes figures. With `named` they rest on who came: sessions without attendance are left out.

        With a `gap` none of them has a number, for its reason.
        """
        if gap is None and named:
            gap = gaps.of_attendance(self)
        return Maker(code, self.period, self.without_attendance if named else (), gap)

    @cached_property
    def levels(self) -> Levels:
        """The programme's own thresholds, or the usual ones."""
        own = self.shared.programme.thresholds
        usual = Levels()
        return Levels(*(own.get(f"levels.{name}", getattr(usual, name)) for name in Levels._fields))

    def who(self, typed: str, day: date | None = None) -> str:
        """The id of a person, as of a day; what was typed, without its capitals, where nobody is found."""
        if typed in self.shared.people:
            return typed
        found = self._who.get((typed, day))
        if found is None:
            found = self._who[typed, day] = self.names.on(day).find(typed).id or fold(typed)
        return found

    @cached_property
    def _who(self) -> dict[tuple[str, date | None], str]:
        return {}

    @cached_property
    def planned(self) -> tuple[Session, ...]:
        """Every session of the period, cancelled ones too; not those for days after the community closed."""
        every = (session for session in self.community.sessions if session.date in self.period)
        return tuple(session for session in every if state_of(session, self.community) != "closed")

    @cached_property
    def due(self) -> tuple[Session, ...]:
        """Those whose day has come."""
        return tuple(session for session in self.planned if session.date <= self.day)

    @cached_property
    def held(self) -> tuple[Session, ...]:
        """Those that took place: notes say so, or the plan does."""
        return tuple(session for session in self.due if session.held)

    @cached_property
    def held_ever(self) -> tuple[Session, ...]:
        """Every session held up to the last day looked at."""
        return tuple(one for one in self.community.sessions if one.date <= self.day and one.held)

    @cached_property
    def ever(self) -> tuple[Attendance, ...]:
        """Who came to each session held up to the last day looked at, where its notes name them."""
        return self.attendance(self.held_ever)

    def attendance(self, sessions: Iterable[Session]) -> tuple[Attendance, ...]:
        """Who came to some sessions."""
        return tuple(attendances(Attendance, sessions, self.who, self.shared, self.day))

    @cached_property
    def attended(self) -> tuple[Attendance, ...]:
        """The same for the sessions of the period."""
        return tuple(one for one in self.ever if one.session.date in self.period)

    @cached_property
    def without_attendance(self) -> tuple[str, ...]:
        """The sessions held in the period of which nobody wrote down who came."""
        there = {one.session.id for one in self.attended}
        return tuple(session.id for session in self.held if session.id not in there)

    @property
    def unregistered(self) -> bool:
        """Whether people came and none of them is in the register: then what they bring is not known either."""
        return bool(self.came) and self.shared.people.keys().isdisjoint(self.came)

    @cached_property
    def came(self) -> dict[str, list[Attendance]]:
        """For everybody who came in the period, by id, the sessions at which they were."""
        found: dict[str, list[Attendance]] = {}
        for one in self.attended:
            for key in one.people:
                found.setdefault(key, []).append(one)
        return found

    @cached_property
    def home(self) -> dict[str, str]:
        """The organisation of each participant at the last session to which they came; empty where not known."""
        return {key: there[-1].organisations[key] for key, there in self.came.items()}

    def sector(self, organisation: str) -> str:
        """An organisation's kind; empty where it is not known."""
        record = self.shared.organisations.get(organisation)
        return record.sector if record is not None else ""

    def job(self, key: str) -> str:
        """Somebody's kind of job; empty where it is not known."""
        person = self.shared.people.get(key)
        return (person.job_family or person.profession).strip() if person is not None else ""

    def place_of(self, session: Session) -> Source:
        """Where a session's record stands: its plan, or its notes where there is no plan."""
        for record in (session.plan, session.notes):
            if self.community.files.knows(record):
                return Source(session.id, self.community.files, record)
        from copkit.findings import Position

        return Source(session.id, Position(session.path))

    @cached_property
    def typed(self) -> tuple[Said, ...]:
        """Every line of notes so far, in order: of sessions that were cancelled, and after the last day too."""
        return tuple(all_said(self.community, self.names, self.today))

    @cached_property
    def lines(self) -> tuple[Said, ...]:
        """The lines that count: those up to the last day looked at of sessions that were not cancelled."""
        return tuple(line for line in counted(self.community, self.typed) if line.day <= self.day)

    @cached_property
    def spoken(self) -> tuple[Said, ...]:
        """The lines of the period."""
        start, end = self.period
        return tuple(line for line in self.lines if start <= line.day <= end)

    def said(self, *kinds: str) -> tuple[Said, ...]:
        """The lines of the period of some kinds."""
        return tuple(line for line in self.spoken if line.kind in kinds)

    @cached_property
    def ledger(self) -> Ledger:
        """What was promised by the last day: actions as they stood, asks and questions met by then or since."""
        then, since = self._ledger_then, self._met_since
        return then._replace(
            asks=tuple(since.get(one.id, one) for one in then.asks),
            questions=tuple(since.get(one.id, one) for one in then.questions),
        )

    @property
    def met_since(self) -> Collection[str]:
        """The asks and questions that were met only after the last day."""
        return self._met_since.keys()

    @cached_property
    def _ledger_then(self) -> Ledger:
        return ledger_of(self.community, self.names, self.day, self.lines)

    @cached_property
    def _met_since(self) -> dict[str, Thread]:
        if not self.view.over:
            return {}
        then, now = (
            {one.id: one for one in (*book.asks, *book.questions) if one.met}
            for book in (self._ledger_then, ledger_of(self.community, self.names, self.today, self.typed))
        )
        return {key: one for key, one in now.items() if key not in then}


def line_source(line: Said, *, who: bool = False) -> Source:
    """A line of notes as a source. What people said names people, unless it is plain that it does not."""
    return Source(line.id, line.position, who=who)
