"""What a report sees: the records of a community as they stood on its last day, made before anything is counted."""

from datetime import date
from functools import cached_property

from copkit.metrics.standing import listed, stage_on, status_on, statuses_on, surfaced_on
from copkit.models.community import Member
from copkit.models.group import Group
from copkit.models.initiative import Adoption, AdoptionStatus, Evidence, Initiative, InitiativeStage
from copkit.models.story import Story
from copkit.workspace import CommunityFiles, Shared


class View:
    """A community as it stood on a day. What is dated later is not there; what has no day was always there."""

    def __init__(self, community: CommunityFiles, shared: Shared, day: date, today: date) -> None:
        self.community, self.shared, self.day, self.today = community, shared, day, today

    @property
    def over(self) -> bool:
        """Whether the day is past: then the last word on something, where it has no day, may be of later."""
        return self.day < self.today

    def affiliation(self, person: str, day: date) -> str:
        """Where somebody belonged on a day, as what that had become by the last day; empty where not known."""
        return self.shared.register.affiliation(person, day, self.day)

    def became(self, organisation: str) -> str:
        """What an organisation had become by the last day."""
        return self.shared.register.successor(organisation, self.day)

    @property
    def host(self) -> str:
        """The organisation whose staff run the programme."""
        return self.became(self.shared.programme.host)

    @property
    def members(self) -> tuple[Member, ...]:
        """Those who had joined, whether they had left or not."""
        return tuple(one for one in self.community.members if one.joined is None or one.joined <= self.day)

    @cached_property
    def initiatives(self) -> dict[str, Initiative]:
        """Those that had surfaced."""
        every = self.community.initiatives
        return {name: one for name, one in every.items() if self.stage(one) is not None}

    def stage(self, initiative: Initiative, day: date | None = None) -> InitiativeStage | None:
        """The stage of an initiative on the last day, or on an earlier one; None where it had not surfaced."""
        day = day or self.day
        return stage_on(self.community, initiative, day, over=day < self.today)

    def listed(self, initiative: Initiative) -> dict[str, str]:
        """The organisations that could use an initiative, each with the key of the line that speaks for it."""
        return listed(initiative, self.shared.register, self.day, over=self.over)

    def status(self, adoption: Adoption) -> AdoptionStatus:
        """How far an organisation had taken it up."""
        return status_on(adoption, self.day, over=self.over)

    def statuses(self, initiative: Initiative) -> dict[str, AdoptionStatus]:
        """How far each organisation for which it is meant had taken it up, by the key of its line."""
        return statuses_on(initiative, self.shared.register, self.day, over=self.over)

    def evidence(self, initiative: Initiative) -> tuple[Evidence, ...]:
        """What had been measured."""
        return tuple(line for line in initiative.evidence if line.date is None or line.date <= self.day)

    def surfaced(self, initiative: Initiative) -> date | None:
        """The day on which it surfaced."""
        return surfaced_on(self.community, initiative)

    @cached_property
    def groups(self) -> dict[str, Group]:
        """Those that had started."""
        every = self.community.groups
        return {name: one for name, one in every.items() if (self.start(one) or self.day) <= self.day}

    def start(self, group: Group) -> date | None:
        """When a group started: as it says, or on the day of the session that asked for it."""
        session = self.community.session(group.from_)
        return group.starts or (session.date if session is not None else None)

    @cached_property
    def stories(self) -> dict[str, Story]:
        """Those that had been told; one without a day was told on none."""
        every = self.community.other.get("story", {})
        return {name: one for name, one in every.items() if one.date is not None and one.date <= self.day}
