"""What a document of a session is made from: the records, whom it is for, and who may be named to them."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from copkit import lexicon
from copkit.audience.edition import NotForThem, SessionEdition
from copkit.marks import UNMARKED, Marks
from copkit.workspace import CommunityFiles, Session, Shared
from copkit.workspace.running_order import RunningOrder, running_order

__all__ = ["Audience", "NotForThem", "Source"]

say = lexicon.Words("source")

Audience = Literal["public", "members", "team"]

ROLES = ("convenor", "facilitator", "moderator", "curator", "tech")


@dataclass(frozen=True)
class Source(SessionEdition):
    """One session of a community, for one audience, on one day. `marks` are the host's and its partners'."""

    registers: Shared
    files: CommunityFiles
    planned: Session
    audience: Audience
    today: date
    marks: Marks = UNMARKED

    @cached_property
    def order(self) -> RunningOrder:
        """The running order with clock times."""
        return running_order(self.session, self.shared)

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
