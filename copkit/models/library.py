"""What the programme keeps for others to read, hear and see."""

from typing import Annotated, ClassVar

from copkit.models.base import Count, Date, Part, Published, Record, YesNo, for_all, later

_PAGE = later("what is sent and started", "`print library`")


class Link(Part):
    """A page somewhere else."""

    unprinted: ClassVar = _PAGE

    title: Annotated[str, for_all("What it is.")] = ""
    link: Annotated[str, for_all("Where it is.")] = ""


class Picture(Part):
    """A picture and what it shows."""

    unprinted: ClassVar = _PAGE

    file: Annotated[str, for_all("The picture file.", of="file", use="id")] = ""
    alt: Annotated[str, for_all("What it shows, in words.")] = ""


class Resource(Record):
    """Something worth keeping: a report, a toolkit, a podcast."""

    id: Annotated[str, for_all("A short name.", use="id"), _PAGE] = ""
    title: Annotated[str, for_all("Its title.")] = ""
    kind: Annotated[str, for_all("What kind of thing it is.", of="resource")] = ""
    by: Annotated[str, for_all("Who made it.")] = ""
    role: Annotated[str, for_all("What the author does."), _PAGE] = ""
    year: Annotated[Published | None, for_all("The year."), _PAGE] = None
    published: Annotated[str, for_all("When it came out: 2019-06 or a date.", of="month"), _PAGE] = ""
    link: Annotated[str, for_all("Where it is.")] = ""
    links: Annotated[tuple[str | Link, ...], for_all("Where to read more."), _PAGE] = ()
    part_of: Annotated[str, for_all("The work that it belongs to: its id or title.", of="library"), _PAGE] = ""
    why: Annotated[str, for_all("Why it is worth the time.")] = ""
    note: Annotated[str, for_all("A remark."), _PAGE] = ""
    for_: Annotated[tuple[str, ...], for_all("For whom.", of="reader")] = ("anyone",)
    skills: Annotated[tuple[str, ...], for_all("Skills that it serves.", of="skills"), _PAGE] = ()
    tags: Annotated[tuple[str, ...], for_all("Words to find it by."), _PAGE] = ()
    cost: Annotated[str, for_all("What it costs."), _PAGE] = ""
    licence: Annotated[str, for_all("How it may be used."), _PAGE] = ""
    minutes: Annotated[Count | None, for_all("How long it takes."), _PAGE] = None
    transcript: Annotated[str, for_all("Where the transcript is."), _PAGE] = ""
    captions: Annotated[YesNo | None, for_all("Whether a video has captions."), _PAGE] = None
    image: Annotated[Picture | None, for_all("A picture of it."), _PAGE] = None
    community: Annotated[str, for_all("The community that made it.", of="community")] = ""
    from_: Annotated[str, for_all("The session that it came from.", of="session"), _PAGE] = ""
    checked: Annotated[Date | None, for_all("When the link was last checked."), _PAGE] = None
