"""Innovation challenges: open calls, chosen against criteria."""

from typing import Annotated

from copkit.models.base import NO_ENTRIES, Amount, Date, MeanScore, Part, Record, for_all, for_members


class ChallengeEntry(Part):
    """An idea sent in to an innovation challenge."""

    title: Annotated[str, for_all("Its title.")] = ""
    by: Annotated[str, for_all("The organisation.", of="organisation")] = ""
    initiative: Annotated[str, for_all("The initiative behind it.", of="initiative")] = ""
    scores: Annotated[
        dict[str, MeanScore], for_all("The panel's mean score, 1 to 5, by criterion.", of="criterion")
    ] = NO_ENTRIES
    scored_by: Annotated[tuple[str, ...], for_members("Organisations of the panel.", of="organisation")] = ()


class Challenge(Record):
    """An innovation challenge: an open call, chosen against criteria."""

    name: Annotated[str, for_all("Its name.")] = ""
    opens: Annotated[Date | None, for_all("When it opens.")] = None
    closes: Annotated[Date | None, for_all("When it closes.")] = None
    criteria: Annotated[dict[str, Amount], for_all("Each criterion and its weight.")] = NO_ENTRIES
    entries: Annotated[tuple[ChallengeEntry, ...], for_all("What was sent in.")] = ()
    selected: Annotated[tuple[str, ...], for_all("Titles that were selected.", of="challenge-entry")] = ()
    our_say: Annotated[str, for_all("How members influenced the choice.")] = ""
