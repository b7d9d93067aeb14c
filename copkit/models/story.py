"""Value-creation stories."""

from typing import Annotated, Literal

from copkit.models.base import NO_ENTRIES, Date, Part, Record, YesNo, blank, for_all, for_members, for_team

Cycle = Literal[
    "orienting", "immediate", "potential", "applied", "realised", "transformative", "strategic", "enabling"
]


class Teller(Part):
    """Who tells a story, and what of them may be shown."""

    who: Annotated[str, for_team("The person.", personal="name", of="person")] = ""
    show: Annotated[Literal["name", "role", "nothing"], for_team("What may be shown.", use="consent")] = "nothing"


class Story(Record):
    """A value-creation story: how taking part led to something, step by step."""

    title: Annotated[str, for_all("Its title.")] = ""
    teller: Annotated[Teller, for_team("Who tells it.", use="consent")] = blank(Teller)
    date: Annotated[Date | None, for_all("When it was told.")] = None
    consent: Annotated[Date | None, for_team("When the teller agreed to it being used.", use="consent")] = None
    cycles: Annotated[dict[Cycle, str], for_all("A sentence for each step that can be told.")] = NO_ENTRIES
    told: Annotated[str, for_all("The story in the team's words, as the teller agreed: 40 to 150 words.")] = ""
    got_in_the_way: Annotated[str, for_all("What got in the way.")] = ""
    helped_others: Annotated[str, for_all("Who else was helped.")] = ""
    evidence: Annotated[tuple[str, ...], for_all("Initiatives with evidence.", of="initiative")] = ()
    sessions: Annotated[tuple[str, ...], for_all("Sessions that it came from.", of="session")] = ()
    because_of: Annotated[tuple[str, ...], for_members("Lines of notes that it came from.", of="entry")] = ()
    confirmed_by: Annotated[str, for_team("Who outside confirms it.", personal="name")] = ""
    tags: Annotated[tuple[str, ...], for_all("kind, better, effective; and themes.")] = ()
    publish: Annotated[YesNo | None, for_team("Whether it may be published.", use="consent")] = None
