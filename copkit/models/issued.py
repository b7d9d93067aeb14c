"""What people hold of a session in their calendars."""

from typing import Annotated, Literal

from copkit.models.base import Count, Date, Part, YesNo, for_all


class Held(Part):
    """When and where a session was, before it was changed."""

    start: Annotated[str, for_all("When it started.", use="id")] = ""
    end: Annotated[str, for_all("When it ended.", use="id")] = ""
    place: Annotated[str, for_all("Where it was.", use="place")] = ""


class Issued(Part):
    """What people hold of a session in their calendars. Written by `copkit calendar` alone."""

    uid: Annotated[str, for_all("The entry's id, which never changes.", use="id")]
    sequence: Annotated[Count, for_all("How often it has changed.")] = 0
    issued: Annotated[Date | None, for_all("The day of the last change.")] = None
    start: Annotated[str, for_all("When it starts: `2026-06-09T10:00`.", use="id")] = ""
    end: Annotated[str, for_all("When it ends.", use="id")] = ""
    place: Annotated[str, for_all("Where it is.", use="place")] = ""
    status: Annotated[Literal["confirmed", "cancelled"], for_all("Whether it happens.")] = "confirmed"
    title: Annotated[str, for_all("What it is about: the entry says it also once its plan is gone.")] = ""
    publish: Annotated[YesNo | None, for_all("Whether anybody may know of it.", use="consent")] = None
    digest: Annotated[str, for_all("Stands for all that a person sees of it: another is a change.", use="id")] = ""
    before: Annotated[Held | None, for_all("When and where it was before the last change, for the notice.")] = None
