"""What was tried in running sessions, and what came of it."""

from typing import Annotated, Literal

from copkit.models.base import Record, for_all, for_members


class PracticeEntry(Record):
    """Something that was tried in running sessions, and what came of it."""

    what: Annotated[str, for_all("What was done.")] = ""
    why: Annotated[str, for_all("What it changed.")] = ""
    seen: Annotated[tuple[str, ...], for_all("Sessions in which it was seen.", of="session")] = ()
    because_of: Annotated[str, for_members("The line of notes that it came from.", of="entry")] = ""
    verdict: Annotated[Literal["keep", "change", "drop"] | None, for_all("Keep, change or drop.")] = None
