"""Dialogic events held elsewhere."""

from typing import Annotated

from copkit.models.base import Date, Record, for_all, for_members


class Event(Record):
    """A dialogic event held elsewhere: who went, what was taken, what came back."""

    name: Annotated[str, for_all("Its name.")] = ""
    kind: Annotated[str, for_all("What kind of event.", of="event")] = ""
    date: Annotated[Date | None, for_all("When.")] = None
    community: Annotated[str, for_all("The community that went.", of="community")] = ""
    from_us: Annotated[tuple[str, ...], for_members("Who went.", personal="name", of="person")] = ()
    took: Annotated[str, for_all("What was taken.")] = ""
    brought_back: Annotated[str, for_all("What came back.")] = ""
