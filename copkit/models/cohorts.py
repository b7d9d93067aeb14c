"""Courses for people who run communities."""

from typing import Annotated, Literal

from copkit.models.accreditation import Accreditation
from copkit.models.base import Count, Date, Record, YesNo, for_all, for_members


class Cohort(Record):
    """A course for people who run communities."""

    name: Annotated[str, for_all("Its name.")] = ""
    kind: Annotated[Literal["leadership", "train-the-trainer", "storytelling"], for_all("What kind of course.")] = (
        "leadership"
    )
    starts: Annotated[Date | None, for_all("When it starts.")] = None
    ends: Annotated[Date | None, for_all("When it ends.")] = None
    accredited: Annotated[Accreditation | None, for_all("Who accredited it.")] = None
    framework: Annotated[str, for_all("The framework that it follows.")] = ""
    started: Annotated[Count, for_all("How many people started.")] = 0
    completed: Annotated[Count, for_all("How many people completed.")] = 0
    people: Annotated[tuple[str, ...], for_members("Who took part.", personal="name", of="person")] = ()
    feedback: Annotated[str, for_all("What they said.")] = ""
    communities_started: Annotated[
        tuple[str, ...], for_all("Communities that its people started.", of="community")
    ] = ()
    commissioned_again: Annotated[YesNo | None, for_all("Whether it was asked for again.")] = None
