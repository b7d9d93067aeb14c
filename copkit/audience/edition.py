"""What a document is of, for one audience on one day: the programme, a community, or one session of it."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from copkit import lexicon
from copkit.audience.circles import circle_of_community, discreet
from copkit.audience.counting import Counting, Many
from copkit.audience.door import Door, Sight, door
from copkit.audience.naming import Naming
from copkit.audience.remarks import uncommented
from copkit.audience.unread import is_of
from copkit.audience.withheld import ABSENT, Absent
from copkit.marks import Marks
from copkit.models.base import Audience
from copkit.models.community import TeamMember
from copkit.models.story import Story
from copkit.people.company import Company
from copkit.people.consent import has_agreed, may_be_listed
from copkit.people.discretion import Discretion
from copkit.people.health import name_alone
from copkit.people.roles import holder_on, on_day
from copkit.workspace import CommunityFiles, Session, Shared
from copkit.workspace.blueprint_readiness import Gap, gaps
from copkit.workspace.entries import Said, all_said

_Made = TypeVar("_Made")
_Other = TypeVar("_Other")
_Edition = TypeVar("_Edition", bound="Edition")


class NotForThem(Exception):
    """A document may not be made for an audience; the text says why."""


class Edition:
    """A document for one audience on one day: of the programme, or of what a wider edition adds.

    `shared` is what the audience may have. `registers` is all that was read, from which figures are counted and
    people found: no document reads it.
    """

    registers: Shared
    audience: Audience
    today: date
    marks: Marks

    @property
    def door(self) -> Door:
        """What lets through to this audience what it may have."""
        return door(self.registers, self.audience, self.today)

    @property
    def shared(self) -> Shared:
        """The shared registers as the audience may have them."""
        return self.door.shared

    def only(self, wide: Audience, make: Callable[[], _Made]) -> _Made | Absent:
        """A part of a page that is for an audience; for those who may not have it, it is not even made."""
        return make() if self.door.may_have(wide) else ABSENT

    def either(self, members: Callable[[], _Made], public: Callable[[], _Other]) -> _Made | _Other:
        """A part of a page that members read in one way and anybody in another."""
        return members() if self.door.may_have("members") else public()

    def beside(self, kind: Callable[..., _Edition], **own: Any) -> _Edition:
        """Another edition for the same audience on the same day: of all together, or of a part of it."""
        return kind(registers=self.registers, audience=self.audience, today=self.today, marks=self.marks, **own)

    def named_for(self, usual: str, *parts: str) -> str:
        """The name of a file, its parts and then for whom, where that is another audience than the usual one."""
        return "-".join((*parts, *(() if self.audience == usual else (self.audience,))))

    @property
    def naming(self) -> Naming:
        """Who may be named."""
        return Naming(self.registers.people, self.audience)

    @property
    def contact(self) -> str:
        """Where to write: the programme's mailbox."""
        return self.shared.programme.contact or lexicon.text("common.to_agree")

    def organisation(self, key: str) -> str:
        """The short name of an organisation."""
        record = self.shared.organisations.get(key)
        return (record.short or record.name or key) if record else key


class CommunityEdition(Edition):
    """The same of one community: `community` is what the audience may have of it, `files` all that was read."""

    files: CommunityFiles

    @cached_property
    def sight(self) -> Sight:
        """How this audience sees the community."""
        return self.door.sight(self.files, self.spoken)

    @cached_property
    def counting(self) -> Counting:
        """Counts what is counted on the whole."""
        return Counting(self.registers, self.files, self.today)

    @property
    def unwritten(self) -> tuple[Gap, ...]:
        """What is still only in somebody's head, as far as members or the team may know of it."""
        every = gaps(self.registers, self.files, self.today)
        return tuple(one for one in every if self.door.may_have("team" if one.team else "members"))

    @property
    def spoken(self) -> Iterable[Said]:
        """Lines of notes that say who is close to the community, where a document is of more than one session."""
        return ()

    @property
    def every_line(self) -> tuple[Said, ...]:
        """All lines of the notes so far, as they were typed: to find who is close to the community."""
        return tuple(all_said(self.files, self.names, self.today))

    @property
    def sat(self) -> frozenset[date]:
        """The days on which people sat together, on which to ask for whom they worked."""
        return frozenset(one.date for one in self.files.sessions if one.date <= self.today)

    @cached_property
    def discretion(self) -> Discretion:
        """Knows the names of everybody who took part in any session."""
        close = circle_of_community(self.registers, self.files, self.spoken, self.sat | {self.today})
        return discreet(self.registers, close)

    @property
    def community(self) -> CommunityFiles:
        """The community as the audience may have it."""
        return self.sight.community

    @cached_property
    def unlisted(self) -> frozenset[str]:
        """The sessions of which this audience is not told."""
        listed = {one.id for one in self.community.sessions}
        return frozenset(one.id for one in self.files.sessions if one.id not in listed)

    @property
    def names(self) -> Company:
        """Who is meant by a name."""
        return self.files.company(self.registers.register)

    def person(self, typed: str) -> str:
        """The id of the person who is meant, or what was typed where nobody is found."""
        return self.names.who(typed)

    def name(self, typed: str) -> str:
        """A person's full name where this audience may see it, else an empty text."""
        return self.naming.name(self.person(typed), typed) if typed else ""

    def alone(self, typed: str) -> str:
        """An entry of a list of people without what may tell of somebody's health; what is known by name stays."""
        return typed if self.names.find(typed).name else name_alone(typed)

    def is_shortened(self, typed: str) -> bool:
        """Whether an entry of a list of people tells of somebody's health in words that are not shown."""
        shown = self.name(self.alone(typed))
        return name_alone(typed) != typed and name_alone(shown) == shown

    def works_at(self, typed: str, day: date) -> str:
        """The short name of the organisation that a person belongs to on a day; empty for none."""
        return self.organisation(self.shared.register.organisation(self.person(typed), day))

    def credited(self, typed: str, show: str) -> str:
        """Who told something, as they agreed to be shown for it; of whom nobody registered, no role is known."""
        key = self.person(typed)
        if show == "role" and key not in self.registers.people:
            return ""
        return self.naming.credited(key, typed, show)

    def has_agreed(self, story: Story) -> bool:
        """Whether the teller of a story agreed to it being used."""
        return has_agreed(story.consent, self.today)

    def may_be_listed(self, key: str) -> bool:
        """Whether somebody agreed to stand on lists beside whom they met; in public only if named at all."""
        person = self.shared.people.get(key)
        return person is not None and may_be_listed(person, self.today)

    @property
    def day(self) -> date:
        """The day on which who holds a role is asked."""
        return self.today

    def holder(self, role: str) -> str:
        """Who holds a role, as typed; empty for nobody."""
        return holder_on(self.files.about.team, role, self.day)

    def holder_in(self, session: Session, role: str) -> str:
        """Who holds a role in a session, as typed: as its plan says, else as the community's team on its day."""
        return self.files.roles(session, self.person).holder(role)

    def in_session(self, kind: Callable[..., _Edition], session: Session) -> _Edition:
        """The edition of one of the community's sessions."""
        return self.beside(kind, files=self.files, planned=session)

    def team(self, day: date) -> tuple[TeamMember, ...]:
        """Who holds a role on a day, by role; whether they are named is asked of `name`."""
        return tuple(self.sight.in_team(one) for _, one in on_day(self.files.about.team, day))

    @property
    def contact(self) -> str:
        """Where to write: the community's mailbox, or the programme's."""
        return self.community.about.contact or super().contact


class PeriodEdition(CommunityEdition):
    """The same of a community over a time, in which much was said in its sessions."""

    def text(self, typed: str) -> str:
        """What somebody said, without remarks; empty where this audience may not read it.

        The public reads nothing that names a person or an organisation, in any form.
        """
        clean = uncommented(typed).strip()
        return self.discretion.public(clean) if self.audience == "public" else clean

    def readable(self, line: Said) -> bool:
        """Whether this audience may read a line of notes."""
        session = self.files.session(line.session)
        notes = session.notes if session is not None else None
        if notes is None or is_of(line, self.sight.unread(notes)):
            return False
        if self.audience == "public" and (line.session in self.unlisted or notes.publish == "no"):
            return False
        details = line.detail if self.audience == "public" else ""
        return bool(self.text(line.what)) and bool(self.text(details) or not details)


class SessionEdition(CommunityEdition):
    """The same of one session. `planned` is all that was read of it."""

    planned: Session

    @property
    def names(self) -> Company:
        """Who is meant by a name on the day of the session."""
        return super().names.on(self.planned.date)

    @cached_property
    def session(self) -> Session:
        """The session as the audience may have it; raises NotForThem where they are not to know of it."""
        found = self.sight.session(self.planned)
        if found is None:
            raise NotForThem("this session is not to be listed in public (its plan says “publish: no”)")
        return found

    @property
    def kept(self) -> int:
        """How many texts of the session are kept back from the audience, since they name somebody."""
        return self.sight.kept_of(self.planned)

    @property
    def came(self) -> Many:
        """How many came, counted on the whole."""
        return self.counting.came(self.planned)

    def holder(self, role: str) -> str:
        """Who holds a role in this session, as typed: as the plan says, else as the community's team does."""
        return self.holder_in(self.planned, role)

    def whose(self, role: str, due: date) -> str:
        """Who does what falls to a role by a day before or after this session, as typed."""
        return self.files.roles(self.planned, self.person).whose(role, due)

    def require_notes(self) -> None:
        """Raise NotForThem where there are no notes, or none for this audience."""
        notes = self.session.notes
        if notes is None:
            raise NotForThem("there are no notes of this session yet")
        if self.audience == "public" and notes.publish == "no":
            raise NotForThem("these notes are not to be published (they say “publish: no”)")
