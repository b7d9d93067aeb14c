"""Task-and-finish groups and interest groups."""

from typing import Annotated, Literal

from copkit.models.base import Date, Part, Record, for_all, for_members


class GroupReport(Part):
    """What a group told a session."""

    date: Annotated[Date | None, for_members("When.")] = None
    said: Annotated[str, for_members("What it said.")] = ""
    asks: Annotated[str, for_members("What it asked for.")] = ""


class Group(Record):
    """A task-and-finish group, or an interest group."""

    name: Annotated[str, for_all("Its name.")] = ""
    kind: Annotated[Literal["task-and-finish", "interest"], for_all("With an end date, or without.")] = (
        "task-and-finish"
    )
    from_: Annotated[str, for_all("The session that asked for it.", of="session")] = ""
    because_of: Annotated[str, for_members("The line of notes that it came from.", of="entry")] = ""
    relation: Annotated[
        Literal["because-of", "alongside"] | None, for_all("Because of the community, or alongside it.")
    ] = None
    question: Annotated[str, for_all("Its one question.")] = ""
    lead: Annotated[str, for_members("Who leads it.", personal="name", of="person")] = ""
    members: Annotated[tuple[str, ...], for_members("Who is in it.", personal="name", of="person")] = ()
    starts: Annotated[Date | None, for_all("When it starts.")] = None
    finish_by: Annotated[Date | None, for_all("When it is to finish.")] = None
    reports: Annotated[tuple[GroupReport, ...], for_members("What it reported.")] = ()
    finished: Annotated[Date | None, for_all("When it finished.")] = None
    result: Annotated[str, for_all("What came of it.")] = ""
    initiative: Annotated[str, for_all("The initiative that it works on.", of="initiative")] = ""
    next_step: Annotated[str, for_all("What happens now.")] = ""
