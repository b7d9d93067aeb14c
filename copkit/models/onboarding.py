"""A new system leader's first hundred days."""

from typing import Annotated, ClassVar, Literal

from copkit.models.base import NO_ENTRIES, Date, Level, Part, Record, for_nobody, for_team, later

_MOVED = "Of format 1: it stands in `private/onboarding/ID.yaml` now."

_PACK = later("what is sent and started", "`print onboarding`")


class Meeting(Part):
    """Somebody for a new leader to meet."""

    unprinted: ClassVar = _PACK

    who: Annotated[str, for_team("The person.", personal="name", of="person")] = ""
    kind: Annotated[Literal["citizen", "colleague", "partner"] | None, for_team("Whose shoes.")] = None
    by: Annotated[Date | None, for_team("By when.")] = None
    met: Annotated[Date | None, for_team("When they met.")] = None
    learned: Annotated[str, for_nobody(f"What was learned. {_MOVED}", personal="opinion")] = ""
    again: Annotated[Date | None, for_team("When to meet again.")] = None


class SkillScore(Part):
    """A leader's own view of a skill, 1 to 4."""

    now: Annotated[Level | None, for_nobody("Now.", personal="opinion")] = None
    aim: Annotated[Level | None, for_nobody("In six months.", personal="opinion")] = None


class Onboarding(Record):
    """A new system leader's first hundred days."""

    unprinted: ClassVar = _PACK

    who: Annotated[str, for_team("The person.", personal="name", of="person")] = ""
    role: Annotated[str, for_team("The role.", personal="work")] = ""
    starts: Annotated[Date | None, for_team("The first day.", personal="work")] = None
    buddy: Annotated[str, for_team("A peer from another organisation.", personal="name", of="person")] = ""
    common_purpose: Annotated[str, for_team("What all have most to gain from.")] = ""
    meet: Annotated[tuple[Meeting, ...], for_team("Whom to meet.")] = ()
    skills: Annotated[
        dict[str, SkillScore], for_nobody(f"A self-check of the seven skills. {_MOVED}", personal="opinion")
    ] = NO_ENTRIES
    reading: Annotated[
        tuple[str, ...], for_team("What to read first: ids of the library, or titles.", of="library")
    ] = ()
    notes: Annotated[str, for_nobody(f"The leader's own notes. {_MOVED}", personal="opinion")] = ""


class Learned(Part):
    """What a new leader learned of somebody."""

    who: Annotated[str, for_nobody("The person.", personal="name", of="person")] = ""
    learned: Annotated[str, for_nobody("What was learned.", personal="opinion")] = ""


class OwnOnboarding(Part):
    """What a new leader wrote for nobody else. Lives in the private folder, never in git."""

    skills: Annotated[
        dict[str, SkillScore], for_nobody("A self-check of the seven skills.", personal="opinion")
    ] = NO_ENTRIES
    notes: Annotated[str, for_nobody("The leader's own notes.", personal="opinion")] = ""
    meet: Annotated[tuple[Learned, ...], for_nobody("What was learned of whom.", personal="opinion")] = ()
