"""The settings of a community as another one may take them over: no people, no dates, no organisations.

`copkit blueprint` writes them beside the document and `copkit new community --like` reads them, on any machine.
"""

from typing import Annotated, Literal

from copkit.models.base import Count, Date, Part, Record, blank, for_all
from copkit.models.community import Agreement, Practice, Rhythm, Role
from copkit.models.feedback import Question
from copkit.models.kinds import Kind
from copkit.models.session import Segment

FORMAT = 1
"""The number of this form of the file. It goes up when a field changes its meaning."""


class RoleCarried(Part):
    """A role, without whoever holds it."""

    role: Annotated[Role, for_all("The role.")]
    hours: Annotated[str, for_all("What it takes, such as 5 hours a month.")] = ""


class PracticeCarried(Part):
    """Something that was tried elsewhere, with what is known of it in words."""

    what: Annotated[str, for_all("What was done.")] = ""
    why: Annotated[str, for_all("What it changed.")] = ""
    verdict: Annotated[Literal["keep", "change", "drop"] | None, for_all("What they decided.")] = None
    evidence: Annotated[str, for_all("How often it was seen.")] = ""


class OrderCarried(Part):
    """A running order of the community's own."""

    place: Annotated[Literal["online", "in-person", "hybrid"], for_all("Where it is used.")] = "online"
    items: Annotated[tuple[Segment, ...], for_all("Its items.")] = ()


class BlueprintSettings(Record):
    """What a sibling takes over from a community."""

    format: Annotated[Count, for_all("The form of this file.")] = FORMAT
    from_: Annotated[str, for_all("The community that it was drawn from.")] = ""
    made: Annotated[Date | None, for_all("When it was drawn.")] = None
    licence: Annotated[str, for_all("How it may be used.")] = ""
    kind: Annotated[Literal["community", "network"], for_all("What it is.")] = "community"
    purpose: Annotated[tuple[str, ...], for_all("Why it meets.")] = ()
    practice: Annotated[Practice, for_all("What members share and make.")] = blank(Practice)
    rhythm: Annotated[Rhythm, for_all("When it meets; no venue, link or date.")] = blank(Rhythm)
    agreement: Annotated[Agreement, for_all("How members treat each other.")] = blank(Agreement)
    roles: Annotated[tuple[RoleCarried, ...], for_all("Roles to fill.")] = ()
    quorum: Annotated[Count, for_all("The least number of organisations.")] = 0
    running_orders: Annotated[tuple[OrderCarried, ...], for_all("Running orders of its own.")] = ()
    practices: Annotated[tuple[PracticeCarried, ...], for_all("What was tried.")] = ()
    feedback_form: Annotated[tuple[Question, ...], for_all("Questions of its own form.")] = ()
    must_stay: Annotated[tuple[str, ...], for_all("What must stay.")] = ()
    may_change: Annotated[tuple[str, ...], for_all("What may change.")] = ()
    risks: Annotated[tuple[str, ...], for_all("Risks.")] = ()


SETTINGS = Kind(
    "blueprint-settings", "blueprint-COMMUNITY.yaml", "one", "blueprint:BlueprintSettings", "Blueprint settings"
)
"""The file that travels. It lies in no workspace, so it is not among the kinds that a workspace holds."""
