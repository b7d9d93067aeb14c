"""Role cards: a page for somebody who takes up a role."""

from typing import Annotated

from copkit.models.base import Record, for_all


class RoleCard(Record):
    """What a role does before, during and after a session, and what good looks like."""

    title: Annotated[str, for_all("What the role is called.")]
    before: Annotated[str, for_all("What it does before a session.")] = ""
    during: Annotated[str, for_all("What it does during a session.")] = ""
    after: Annotated[str, for_all("What it does after a session.")] = ""
    good: Annotated[str, for_all("What good looks like.")] = ""
    helped_by: Annotated[str, for_all("Who helps.")] = ""
    for_how_long: Annotated[str, for_all("For how long somebody holds it.")] = "A year, and a second if you like it"
