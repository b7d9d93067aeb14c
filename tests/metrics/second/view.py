"""One community over one period, as its files stood on the last day of it or today: what all figures look at."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from tests.metrics.second.lines import Line, lines_of
from tests.metrics.second.plain import Data, Texts, day, number
from tests.metrics.second.who import Names, Registers, rows_by_id

USUAL = {"online": 90, "in-person": 150, "hybrid": 120}


class Answer(NamedTuple):
    """One figure: its value, what it was made of, and the upper end of a range."""

    value: float | None
    top: float | None = None
    bottom: float | None = None
    high: float | None = None


Answers = dict[str, Answer]


def share(top: float, bottom: float) -> Answer:
    return Answer(top / bottom if bottom else None, top, bottom)


def count(many: int) -> Answer:
    return Answer(many)


class Session(NamedTuple):
    """A session: its day, its plan and its notes."""

    id: str
    date: date
    plan: Data
    notes: Data
    present: tuple[str, ...]

    @property
    def cancelled(self) -> bool:
        return self.plan.get("status") == "cancelled"

    @property
    def met(self) -> bool:
        """Cancelled comes before what notes say; then notes that say anything; then what the plan says."""
        said = any(self.notes.get(key) for key in ("present", "others", "voices", "capture", "minutes_taken"))
        return not self.cancelled and (said or self.plan.get("status") == "held")

    @property
    def guests(self) -> int:
        return number(self.notes.get("others")) or 0


class View:
    """A community's files, a period, and the day up to which it is counted."""

    def __init__(
        self,
        texts: Texts,
        community: str,
        period: tuple[date, date],
        today: date,
        committed: Mapping[str, date] | None = None,
    ) -> None:
        self.texts, self.id, self.committed = texts, community, committed
        self.start, self.end = period
        self.day, self.today, self.yesterday = min(self.end, today), today, today - timedelta(days=1)
        self.registers = Registers(texts)
        self.programme = texts.mapping("programme/programme.yaml")
        self.about = texts.mapping(f"{community}/community.yaml")
        self.members = texts.rows(f"{community}/members.yaml")
        self.team = [row for row in self.about.get("team") or [] if row.get("who")]
        came = [(row["who"], day(row.get("joined")) or date.min) for row in self.members if row.get("who")]
        came += [(row["who"], day(row.get("from")) or date.min) for row in self.team]
        self.names = Names(self.registers, came)
        self.rhythm = self.about.get("rhythm") or {}

    def __contains__(self, one: date | None) -> bool:
        return one is not None and self.start <= one <= self.day

    @cached_property
    def sessions(self) -> list[Session]:
        """Every session with a plan or notes, of any time, by day."""
        folder = f"{self.id}/sessions"
        notes = {name: self.texts.mapping(path) for name, path in self.texts.below(folder, ".notes.yaml")}
        plans = {name: self.texts.mapping(path) for name, path in self.texts.below(folder, ".yaml")}
        found = [
            self._session(name, plans.get(name, {}), notes.get(name, {}))
            for name in {*notes, *plans}
            if not name.endswith(".notes")
        ]
        return sorted(found, key=lambda one: (one.date, one.id))

    def _session(self, name: str, plan: Data, notes: Data) -> Session:
        on = day(plan.get("date")) or date.fromisoformat(name[:10])
        present = dict.fromkeys(self.names.who(one, on) for one in notes.get("present") or [])
        return Session(name, on, plan, notes, tuple(present))

    @cached_property
    def planned(self) -> list[Session]:
        closed = day(self.about.get("closed")) or date.max
        real = [one for one in self.sessions if one.date <= closed or one.cancelled or one.met]
        return [one for one in real if self.start <= one.date <= self.end]

    @cached_property
    def ever_held(self) -> list[Session]:
        return [one for one in self.sessions if one.met and one.date <= self.day]

    @cached_property
    def held(self) -> list[Session]:
        return [one for one in self.ever_held if one.date in self]

    @cached_property
    def attended(self) -> list[Session]:
        return [one for one in self.held if one.present]

    @property
    def unwritten(self) -> bool:
        """Whether they met and nobody wrote down who came, at any session."""
        return bool(self.held) and not self.attended

    @cached_property
    def ever_said(self) -> list[Line]:
        """The lines of all sessions held up to the day, in order."""
        return [
            line for one in self.ever_held for line in lines_of(one.id, one.date, str(one.notes.get("capture", "")))
        ]

    def said(self, word: str) -> list[Line]:
        return [line for line in self.ever_said if line.word == word and line.day in self]

    @property
    def plainly(self) -> bool:
        """Whether they met and no line of the notes says what it is: what there was of each kind is unknown."""
        return bool(self.held) and not any(line.day in self for line in self.ever_said)

    @cached_property
    def came(self) -> dict[str, list[Session]]:
        found: dict[str, list[Session]] = {}
        for one in self.attended:
            for key in one.present:
                found.setdefault(key, []).append(one)
        return found

    def home(self, person: str, on: date) -> str | None:
        """The organisation of a person on a day, as what it had become by the end: one rule for all figures."""
        return self.registers.became(self.registers.organisation_on(person, on), self.day)

    @cached_property
    def homes(self) -> list[tuple[Session, str, str | None]]:
        """Every attendance, with the organisation of the day."""
        return [(one, key, self.home(key, one.date)) for one in self.attended for key in one.present]

    @cached_property
    def host(self) -> str | None:
        return self.registers.became(self.programme.get("host"), self.day)

    @cached_property
    def scope(self) -> list[str]:
        typed = (self.about.get("community") or {}).get("organisations") or []
        return list(dict.fromkeys(str(self.registers.became(one, self.day)) for one in typed))

    def on_roll(self, on: date) -> set[str]:
        return {
            self.names.who(row["who"])
            for row in self.members
            if (day(row.get("joined")) or date.min) <= on <= (day(row.get("left")) or date.max)
        }

    def holders(self, session: Session, role: str) -> list[str]:
        """Everybody who holds a role: whom the plan names, or all whom the community's team lists on the day."""
        if typed := (session.plan.get("team") or {}).get(role):
            return [self.names.who(typed, session.date)]
        listed = [row for row in self.team if row.get("role") == role and _within(row, session.date)]
        return [self.names.who(row["who"], session.date) for row in listed]

    def in_team(self, on: date) -> set[str]:
        return {self.names.who(row["who"]) for row in self.team if _within(row, on)}

    def place(self, session: Session) -> str:
        return str(session.plan.get("place") or self.rhythm.get("place") or "online")

    def planned_minutes(self, session: Session) -> int:
        place = self.place(session)
        usual = number(self.rhythm.get(f"{place.replace('-', '_')}_minutes")) or USUAL[place]
        return number(session.plan.get("minutes")) or usual

    def minutes(self, session: Session) -> int:
        return number(session.notes.get("minutes_taken")) or self.planned_minutes(session)

    def records(self, folder: str) -> dict[str, Data]:
        return rows_by_id(self.texts, f"{self.id}/{folder}")

    def session_day(self, name: object) -> date | None:
        """The day of a session by its id."""
        known = {one.id: one.date for one in self.sessions}
        return known.get(str(name)) or (date.fromisoformat(str(name)[:10]) if name else None)

    def surfaced(self, initiative: Data) -> date | None:
        """The day on which an initiative surfaced: that of its session, or else of its first dated stage."""
        dated = [on for row in initiative.get("stages") or [] if (on := day(row.get("date")))]
        return self.session_day(initiative.get("surfaced")) or min(dated, default=None)

    @cached_property
    def whenever(self) -> "View":
        """The same up to today: what answers an ask or a question counts whenever it came."""
        return self if self.day >= self.today else View(self.texts, self.id, (self.start, self.today), self.today)

    @property
    def year_before(self) -> tuple[date, date]:
        """The same days a year earlier, and none of this period."""
        start = year_earlier(self.start)
        return start, min(start + (self.end - self.start), self.start - timedelta(days=1))


def year_earlier(on: date) -> date:
    return on.replace(year=on.year - 1, day=28) if (on.month, on.day) == (2, 29) else on.replace(year=on.year - 1)


def _within(row: Data, on: date) -> bool:
    return (day(row.get("from")) or date.min) <= on <= (day(row.get("until")) or date.max)
