"""What moved on between meetings."""

from typing import Annotated, Literal

from copkit.models.base import Date, Record, for_members


class Update(Record):
    """Something that moved on between meetings. Lines are added, never changed."""

    date: Annotated[Date | None, for_members("When.")] = None
    action: Annotated[str, for_members("The action, by its id.", of="action")] = ""
    ask: Annotated[str, for_members("The ask, by its id.", of="entry")] = ""
    question: Annotated[str, for_members("The question, by its id.", of="entry")] = ""
    status: Annotated[
        Literal["open", "done", "moved", "dropped", "answered", "matched"], for_members("How it stands now.")
    ] = "open"
    due: Annotated[Date | None, for_members("The new date.")] = None
    owner: Annotated[str, for_members("The new owner.", personal="name", of="person")] = ""
    result: Annotated[str, for_members("What came of it.")] = ""
    note: Annotated[str, for_members("A remark.")] = ""
