"""Finding out what enables people to connect, and what was done about it."""

from typing import Annotated, ClassVar

from copkit.models.base import Date, Part, Record, for_all, for_team, later

_PAGE = later("what is sent and started", "`print inquiry`")


class Heard(Part):
    """What a person said in an inquiry, with consent and without the name."""

    unprinted: ClassVar = _PAGE

    said: Annotated[str, for_all("The words.")] = ""
    role: Annotated[str, for_all("The role, not the name.")] = ""
    consent: Annotated[Date | None, for_team("When consent was given.")] = None


class InquiryFinding(Part):
    """Something that an inquiry found."""

    unprinted: ClassVar = _PAGE

    id: Annotated[str, for_all("A short name.")]
    found: Annotated[str, for_all("What was found.")] = ""


class Activity(Part):
    """Something done because of a finding."""

    unprinted: ClassVar = _PAGE

    what: Annotated[str, for_all("What was done.")] = ""
    topic: Annotated[str, for_all("Engagement, trust, sustaining and so on.")] = ""
    date: Annotated[Date | None, for_all("When.")] = None
    because_of: Annotated[str, for_all("The finding behind it.", of="inquiry-finding")] = ""


class Inquiry(Record):
    """Finding out what enables people to connect, and what was done about it."""

    name: Annotated[str, for_all("Its name.")] = ""
    question: Annotated[str, for_all("What it asked."), _PAGE] = ""
    driver: Annotated[str, for_all("Why it was done."), _PAGE] = ""
    outcomes: Annotated[tuple[str, ...], for_all("What it hopes for."), _PAGE] = ()
    starts: Annotated[Date | None, for_all("When it started.")] = None
    ends: Annotated[Date | None, for_all("When it ended.")] = None
    channels: Annotated[tuple[str, ...], for_all("Channels that exist already."), _PAGE] = ()
    groups: Annotated[tuple[str, ...], for_all("Groups that exist already."), _PAGE] = ()
    voices: Annotated[tuple[Heard, ...], for_all("What people said."), _PAGE] = ()
    findings: Annotated[tuple[InquiryFinding, ...], for_all("What was found."), _PAGE] = ()
    activities: Annotated[tuple[Activity, ...], for_all("What was done about it."), _PAGE] = ()
    report: Annotated[str, for_all("Where the report is."), _PAGE] = ""
