"""The method library: ways to hold a conversation, with their steps and how long each takes."""

from typing import Annotated

from copkit.models.base import Count, Minutes, Part, Record, for_all


class MethodStep(Part):
    """One step of a method."""

    what: Annotated[str, for_all("What people do.")]
    minutes: Annotated[Count, for_all("Its minutes at the usual length; left out: what others leave.")] = 0


class Method(Record):
    """A way to hold a conversation."""

    title: Annotated[str, for_all("What it is called.")]
    least: Annotated[Minutes, for_all("The fewest minutes that it works in.")]
    usual: Annotated[Minutes | None, for_all("The minutes that it usually takes.")] = None
    most: Annotated[Minutes | None, for_all("The most minutes that it is worth.")] = None
    people: Annotated[str, for_all("How many people it is for, and how they sit.")] = ""
    steps: Annotated[tuple[MethodStep, ...], for_all("What happens, in order.")] = ()
    note: Annotated[str, for_all("Whose it is, and on what terms.")] = ""
    also_known_as: Annotated[tuple[str, ...], for_all("Other names under which it is found.")] = ()
