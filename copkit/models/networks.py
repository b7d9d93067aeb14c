"""Networks and communities next door."""

from typing import Annotated, Literal

from copkit.models.base import Record, for_all, for_members


class Neighbour(Record):
    """A network or community next door."""

    name: Annotated[str, for_all("Its name.", use="title")] = ""
    kind: Annotated[Literal["network", "community", "movement", "alliance"], for_all("What it is.")] = "network"
    what: Annotated[str, for_all("What it does.")] = ""
    link: Annotated[str, for_all("Where to find it.")] = ""
    shared_themes: Annotated[tuple[str, ...], for_all("Themes in common.")] = ()
    people: Annotated[tuple[str, ...], for_members("Who is in both.", personal="name", of="person")] = ()
