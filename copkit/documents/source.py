"""What a document is made from: the records, whom it is for, and who may be named to them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from copkit import lexicon
from copkit.people.company import Company
from copkit.people.consent import may_be_named
from copkit.workspace import CommunityFiles, Session, Shared
from copkit.workspace.running_order import RunningOrder, running_order

say = lexicon.Words("source")

Audience = Literal["public", "members", "team"]

ROLES = ("convenor", "facilitator", "moderator", "curator", "tech")


class NotForThem(Exception):
    """A document may not be made for an audience; the text says why."""


@dataclass(frozen=True)
class Source:
    """One session of a community, for one audience, on one day. `logo` is a `data:` address."""

    shared: Shared
    community: CommunityFiles
    session: Session
    audience: Audience
    today: date
    logo: str = ""

    @property
    def public(self) -> bool:
        return self.audience == "public"

    @cached_property
    def order(self) -> RunningOrder:
        """The running order with clock times."""
        return running_order(self.session, self.shared)

    @property
    def company(self) -> Company:
        """The people of this community, found as it calls them."""
        return self.community.company(self.shared.register)

    def person(self, typed: str) -> str:
        """The id of the person who is meant, or what was typed where nobody is found."""
        return self.company.who(typed)

    def name(self, typed: str) -> str:
        """A person's full name where this audience may see it, else an empty text.

        In public only people of the register who agreed to it (`publish: yes`) are named.
        """
        if not typed:
            return ""
        key = self.person(typed)
        record = self.shared.people.get(key)
        if self.public and not may_be_named(record):
            return ""
        return (record.name or key) if record else typed

    def organisation(self, typed: str) -> str:
        """The short name of the organisation that a person belongs to on the day of the session."""
        key = self.shared.register.organisation(self.person(typed), self.session.date)
        record = self.shared.organisations.get(key)
        return (record.short or record.name or key) if record else key

    def holder(self, role: str) -> str:
        """Who holds a role in this session, as typed: as the plan says, else as the community's team does."""
        return self.community.roles(self.session, self.person).holder(role)

    def lead(self, typed: str) -> str:
        """Who leads an item, in words that this audience may see: a name with its role, or the role alone."""
        if typed == "speaker":
            return self.speaker
        role = lexicon.table("choices.roles").get(typed, typed)
        if typed not in ROLES and typed not in lexicon.table("choices.roles"):
            return self.name(typed)
        name = self.name(self.holder(typed))
        return f"{name}, {role}" if name else role[:1].upper() + role[1:]

    @cached_property
    def speaker(self) -> str:
        """The briefing's speaker by name, or by what the speaker does, or that it is to be agreed."""
        briefing = self.session.plan.briefing
        return (
            self.name(briefing.speaker)
            or briefing.role
            or (say("a_senior_leader") if briefing.speaker else lexicon.text("common.to_agree"))
        )

    @property
    def contact(self) -> str:
        """Where to write: the community's mailbox, or the programme's."""
        return self.community.about.contact or self.shared.programme.contact or lexicon.text("common.to_agree")
