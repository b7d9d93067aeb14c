"""What the programme keeps for others to read, hear and see."""

from typing import Annotated

from copkit.models.base import Count, Date, Part, Record, TextOr, YesNo, for_all


class Link(Part):
    """A page somewhere else."""

    title: Annotated[str, for_all("What it is.")] = ""
    link: Annotated[str, for_all("Where it is.")] = ""


class Picture(Part):
    """A picture and what it shows."""

    file: Annotated[str, for_all("The picture file.")] = ""
    alt: Annotated[str, for_all("What it shows, in words.")] = ""


class Resource(Record):
    """Something worth keeping: a report, a toolkit, a podcast."""

    id: Annotated[str, for_all("A short name.")] = ""
    title: Annotated[str, for_all("Its title.")] = ""
    kind: Annotated[str, for_all("What kind of thing it is.", of="resource")] = ""
    by: Annotated[str, for_all("Who made it.")] = ""
    role: Annotated[str, for_all("What the author does.")] = ""
    year: Annotated[Count | None, for_all("The year.")] = None
    published: Annotated[str, for_all("When it came out: 2019-06 or a date.")] = ""
    link: Annotated[str, for_all("Where it is.")] = ""
    links: Annotated[tuple[TextOr[Link], ...], for_all("Where to read more.")] = ()
    part_of: Annotated[str, for_all("The work that it belongs to.")] = ""
    why: Annotated[str, for_all("Why it is worth the time.")] = ""
    note: Annotated[str, for_all("A remark.")] = ""
    for_: Annotated[tuple[str, ...], for_all("For whom.")] = ("anyone",)
    skills: Annotated[tuple[str, ...], for_all("Skills that it serves.", of="skills")] = ()
    tags: Annotated[tuple[str, ...], for_all("Words to find it by.")] = ()
    cost: Annotated[str, for_all("What it costs.")] = ""
    licence: Annotated[str, for_all("How it may be used.")] = ""
    minutes: Annotated[Count | None, for_all("How long it takes.")] = None
    transcript: Annotated[str, for_all("Where the transcript is.")] = ""
    captions: Annotated[YesNo | None, for_all("Whether a video has captions.")] = None
    image: Annotated[Picture | None, for_all("A picture of it.")] = None
    community: Annotated[str, for_all("The community that made it.", of="community")] = ""
    from_: Annotated[str, for_all("The session that it came from.", of="session")] = ""
    checked: Annotated[Date | None, for_all("When the link was last checked.")] = None
