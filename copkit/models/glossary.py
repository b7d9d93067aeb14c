"""The glossary: the terms of the field and of a programme."""

from typing import Annotated

from copkit.models.base import Record, for_all


class Term(Record):
    """A term, and what it means."""

    name: Annotated[str, for_all("The term.")]
    meaning: Annotated[str, for_all("What it means, short enough for a welcome pack.")]
    also_known_as: Annotated[tuple[str, ...], for_all("Other names under which people look for it.")] = ()
