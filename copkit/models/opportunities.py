"""Talent and leadership opportunities."""

from typing import Annotated, Literal

from copkit.models.base import Count, Date, Record, for_all


class Opportunity(Record):
    """A talent or leadership opportunity for members, their teams or organisations."""

    name: Annotated[str, for_all("Its name.")] = ""
    text: Annotated[str, for_all("What it offers.")] = ""
    for_: Annotated[Literal["person", "team", "organisation"], for_all("For whom.")] = "person"
    by: Annotated[str, for_all("Who offers it.")] = ""
    opens: Annotated[Date | None, for_all("From when.")] = None
    closes: Annotated[Date | None, for_all("Until when.")] = None
    link: Annotated[str, for_all("Where to apply.")] = ""
    contact: Annotated[str, for_all("A shared mailbox.", use="mailbox")] = ""
    taken_up: Annotated[Count | None, for_all("How many took it up.", use="people")] = None
