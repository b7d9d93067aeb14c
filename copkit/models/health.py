"""Answers to the nine health questions."""

from typing import Annotated

from copkit.models.base import NO_ENTRIES, Count, Date, Record, for_members


class HealthGrid(Record):
    """Answers to the nine health questions, as counts of scores from 1 to 4."""

    date: Annotated[Date | None, for_members("When members answered.")] = None
    answers: Annotated[
        dict[str, tuple[Count, ...]], for_members("For each question, how many scored 1, 2, 3 and 4.")
    ] = NO_ENTRIES
