"""A workspace as one audience may have it. Who prints for them is given this, and cannot ask for more.

A field for a narrower audience is left at its default. In public a session that is not to be listed is not there,
a text that names somebody who has not agreed to it is empty and counted, and only those are people who agreed. A
story is there where its teller agreed. What could not be read stays with the team. Figures are no records: they are
counted on the whole, and have a door of their own.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from copkit.audience.called import load_called
from copkit.audience.circles import circle_of_community
from copkit.audience.figures import to_five
from copkit.audience.lazily import Lazily
from copkit.audience.reader import Reader
from copkit.audience.solving import NEEDED
from copkit.audience.unread import unread_lines, without
from copkit.models.base import AUDIENCES, Audience
from copkit.models.community import TeamMember
from copkit.models.issued import Issued
from copkit.models.programme import Person
from copkit.models.session import Notes
from copkit.models.story import Story, Teller
from copkit.people.circle import Circle
from copkit.people.consent import has_agreed, may_be_named
from copkit.people.discretion import Discretion
from copkit.people.known import Known
from copkit.people.register import Register
from copkit.workspace import CommunityFiles, Session, Shared, load_community
from copkit.workspace.entries import Said
from copkit.workspace.promises import Ledger, ledger
from copkit.workspace.tree import Tree


def door(shared: Shared, audience: Audience, today: date) -> "Door":
    """The door of an audience on a day, made once a run."""
    found: Door | None = shared.seen_by.get((audience, today))
    if found is None:
        found = shared.seen_by[audience, today] = Door(shared, audience, today)
    return found


class Plain(NamedTuple):
    """A count of people that is no figure, as an audience may have it: None where it is too small to be told."""

    number: int | None
    about: bool = False


@dataclass
class _Shared(Shared):
    """The shared registers as an audience may have them. Who is meant by a name is asked of the whole register."""

    whole: Shared = field(default_factory=Shared, repr=False)

    @cached_property
    def register(self) -> Register:
        return self.whole.register


class Door:
    """Lets through to one audience what it may have of the shared registers, and of one community after another."""

    def __init__(self, whole: Shared, audience: Audience, today: date) -> None:
        self.whole, self.audience, self.today = whole, audience, today
        self.kept: Counter[str] = Counter()
        """How many texts of each field were kept back, of the records that were looked at."""

    @cached_property
    def shared(self) -> Shared:
        """What all communities share."""
        if self.audience == "team":
            return self.whole
        whole, reader = self.whole, self.reader(Circle({}))
        return _Shared(
            files=whole.files,
            programme=reader.record(whole.programme),
            organisations=Lazily(whole.organisations, reader.record),
            people=Lazily(self._people, lambda one: reader.record(one).but(name=one.name)),
            calendar=tuple(map(reader.record, whole.calendar)),
            holidays=whole.holidays,
            other={kind: Lazily(records, reader.record) for kind, records in whole.other.items()},
            whole=whole,
        )

    @property
    def hides_few(self) -> bool:
        """Whether small counts of people are kept from this audience, and what they could be worked out from."""
        return self.audience == "public"

    @property
    def by_organisation(self) -> bool:
        """Whether this audience may have by organisation who came; else by sector, since few are of one place."""
        return self.audience != "public"

    def hides(self, people: float) -> bool:
        """Whether a plain count of people, which is no figure, is too small to be told."""
        return self.hides_few and people < self.whole.programme.hide_counts_below

    def stays_open(self, least: int) -> bool:
        """Whether a hidden count of people could still be enough numbers for somebody who knows that much of it."""
        return self.whole.programme.hide_counts_below - least >= NEEDED

    def people(self, number: int, of: int = 0) -> Plain:
        """A plain count of people as the audience may have it; in public to five, since figures stand beside it.

        What is left of a whole is as telling as the part.
        """
        if self.hides(number) or (number < of and self.hides(of - number)):
            return Plain(None)
        return Plain(to_five(number), about=True) if self.hides_few else Plain(number)

    def may_have(self, wide: Audience) -> bool:
        """Whether what is for an audience reaches this one: the team has what members have, and so on."""
        return AUDIENCES.index(wide) <= AUDIENCES.index(self.audience)

    @property
    def _people(self) -> dict[str, Person]:
        everybody = self.whole.people
        if self.audience != "public":
            return everybody
        return {key: one for key, one in everybody.items() if may_be_named(one)}

    def sight(self, one: CommunityFiles, lines: Iterable[Said] = ()) -> "Sight":
        """A community; `lines` of its notes say who is close to it, where somebody has read them."""
        found: Sight | None = one.seen_by.get((self.audience, self.today))
        if found is None:
            close = circle_of_community(self.whole, one, lines) if self.audience == "public" else Circle({})
            reader = self.reader(close, one.about.contact)
            found = one.seen_by[self.audience, self.today] = Sight(one, self.audience, reader, self.today)
        return found

    def reader(self, close: Circle, *mailboxes: str) -> Reader:
        """Reads records for the audience. Which organisations take part is no secret of a community."""
        if self.audience != "public":
            return Reader(self.audience, None, (), self.kept)
        people = {key: one for key, one in close.people.items() if not may_be_named(one)}
        programme = self.whole.programme
        shared = (*programme.shared_mailboxes, programme.contact, *mailboxes)
        names = Discretion(self._unnamed, Circle(people, close.unknown), agreed=self._agreed)
        return Reader(self.audience, names, tuple(filter(None, shared)), self.kept)

    def load(self, tree: Tree, name: str) -> CommunityFiles:
        """All files of a community, by ids that this audience may have."""
        return load_called(tree, name, self._by_name) if self.audience == "public" else load_community(tree, name)

    @cached_property
    def _by_name(self) -> Discretion:
        return Discretion(self._unnamed, Circle({}), agreed=self._agreed)

    @cached_property
    def _unnamed(self) -> Known:
        return Known({key: one for key, one in self.whole.people.items() if not may_be_named(one)}, {})

    @cached_property
    def _agreed(self) -> frozenset[str]:
        """The surnames of those who may be named."""
        return frozenset(Known(self._people, {}).after_title)


class Sight:
    """One community as an audience sees it."""

    def __init__(self, whole: CommunityFiles, audience: Audience, reader: Reader, today: date) -> None:
        self._whole, self._audience, self._reader, self._today = whole, audience, reader, today
        self._ledgers: dict[date, Ledger] = {}

    @cached_property
    def community(self) -> CommunityFiles:
        """The community, with who belongs to it as the whole says."""
        if self._audience == "team":
            return self._whole
        whole, record, beside = self._whole, self._reader.record, self._beside.record
        return replace(
            whole,
            about=record(whole.about),
            members=tuple(map(record, whole.members)),
            sessions=tuple(seen for one in whole.sessions if (seen := self.session(one)) is not None),
            updates=tuple(map(record, whole.updates)),
            initiatives=Lazily(whole.initiatives, beside),
            groups=Lazily(whole.groups, beside),
            issued=Lazily(self._issued(), record),
            other={kind: self._others(kind, records) for kind, records in whole.other.items()},
            whole=whole,
        )

    @cached_property
    def _beside(self) -> Reader:
        """Reads what came of the sessions: in public it tells of none that is not to be listed."""
        return self._reader.beside({one.id: one.date for one in self._whole.sessions if not self._is_listed(one)})

    def _issued(self) -> dict[str, Issued]:
        """What was issued; in public of sessions that are listed, or were before their plan was gone."""
        held, listed = self._whole.issued, {one.id: self._is_listed(one) for one in self._whole.sessions}
        if self._audience != "public":
            return held
        return {name: one for name, one in held.items() if listed.get(name, one.publish == "yes")}

    def _is_listed(self, one: Session) -> bool:
        return self._audience != "public" or one.plan.publish != "no"

    def session(self, one: Session) -> Session | None:
        """A session; None where it is not to be listed."""
        if self._audience == "team":
            return one
        if not self._is_listed(one):
            return None
        notes = one.notes and self._notes(one.notes)
        plan, rhythm = self._reader.record(one.plan), self._reader.record(one.rhythm)
        return Session(one.community, one.id, plan, notes, rhythm, one)

    def in_team(self, one: TeamMember) -> TeamMember:
        """Somebody of the team, with the role; whether that person is named is another question."""
        return self._reader.record(one).but(who=one.who, role=one.role)

    def ledger(self, register: Register, today: date) -> Ledger:
        """How all that was promised stands, worked out once for all sessions: lines are read from it one by one."""
        if today not in self._ledgers:
            self._ledgers[today] = ledger(self._whole, register, today)
        return self._ledgers[today]

    def kept_of(self, one: Session) -> int:
        """How many texts of a session are kept back."""
        before = self._reader.kept.total()
        self.session(one)
        return self._reader.kept.total() - before

    def unread(self, notes: Notes) -> frozenset[int]:
        """Which lines of notes stay with the team, since nobody can say what they are."""
        return frozenset() if self._audience == "team" else unread_lines(self._whole, notes, self._audience)

    def _notes(self, notes: Notes) -> Notes:
        seen, unread = self._reader.record(notes), self.unread(notes)
        return seen.but(capture=without(seen.capture, unread)) if unread and seen.capture else seen

    def _others(self, kind: str, records: dict[Any, Any]) -> dict[Any, Any]:
        if kind != "story":
            return Lazily(records, self._beside.record)
        return Lazily({key: one for key, one in records.items() if self._may_be_told(one)}, self._story)

    def _may_be_told(self, story: Story) -> bool:
        """Whether a teller agreed to a story being used, and in public to its being published."""
        return has_agreed(story.consent, self._today) and (self._audience != "public" or story.publish == "yes")

    def _story(self, one: Story) -> Story:
        """A story, with its teller where that person is to be shown in some way."""
        seen = self._beside.record(one)
        return seen if one.teller.show != "nothing" else seen.but(teller=Teller())
