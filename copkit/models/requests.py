"""Requests for a community on a topic."""

from typing import Annotated, Literal

from copkit.models.base import Date, Record, for_all, for_members


class Request(Record):
    """Somebody asks for a community on a topic."""

    topic: Annotated[str, for_all("The topic.")] = ""
    asked_by: Annotated[str, for_members("Who asks.", personal="name", of="person")] = ""
    organisation: Annotated[str, for_members("For which organisation.", of="organisation")] = ""
    date: Annotated[Date | None, for_all("When.")] = None
    status: Annotated[Literal["new", "talking", "started", "declined"], for_all("How it stands.")] = "new"
    community: Annotated[str, for_all("The community that came of it.", of="community")] = ""
    note: Annotated[str, for_members("A remark.")] = ""
