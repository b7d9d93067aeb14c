"""What people said after a session, on a form of the same eight questions each time: a row a person, no names."""

from typing import Annotated, Literal

from copkit.models.base import Part, Record, Score, YesNo, for_all, for_team, later
from copkit.models.fields import fields

PATH = "communities/COMMUNITY/feedback/SESSION.csv"
"""Where the answers to a session lie: a table with a line of headings, and a line for each form."""
FOLLOW_UP_PATH = "communities/COMMUNITY/follow_up/SESSION.csv"
"""The same for the answers of three months later."""

_WORDS = later("documents that people read", "in members' words, once read")


class Answer(Part):
    """One form: scores from 1 to 5, and words. Nothing in it says who filled it in, or when."""

    useful: Annotated[Score | None, for_team("Worth my time, 1 to 5.", personal="opinion")] = None
    heard: Annotated[Score | None, for_team("I felt heard, 1 to 5.", personal="opinion")] = None
    met_someone: Annotated[
        YesNo | None, for_team("I met somebody useful from another organisation.", personal="opinion")
    ] = None
    will_use: Annotated[
        Literal["yes", "maybe", "no"] | None, for_team("I will use something from today.", personal="opinion")
    ] = None
    confident_before: Annotated[
        Score | None, for_team("Confidence to work across the system before it, 1 to 5.", personal="opinion")
    ] = None
    confident_after: Annotated[Score | None, for_team("The same after it.", personal="opinion")] = None
    only_here: Annotated[
        Literal["yes", "unsure", "no"] | None,
        for_team("I could not have had this conversation elsewhere.", personal="opinion"),
    ] = None
    best: Annotated[str, for_team("What was best.", personal="opinion"), _WORDS] = ""
    change: Annotated[str, for_team("What to change.", personal="opinion"), _WORDS] = ""


ITEMS: tuple[str, ...] = tuple(fields(Answer))
"""The items of the form, in the order of the table."""


class FollowUp(Part):
    """One form of three months later, when the question is what people used. Nothing says who filled it in."""

    used: Annotated[YesNo | None, for_team("I used something from the session.", personal="opinion")] = None
    what: Annotated[str, for_team("What I used.", personal="opinion"), _WORDS] = ""
    happened: Annotated[str, for_team("What happened.", personal="opinion"), _WORDS] = ""


FOLLOW_UP_ITEMS: tuple[str, ...] = tuple(fields(FollowUp))
"""The items of that form, in the order of its table."""


class Question(Record):
    """A question of your own form, and the item that it asks for. `copkit feedback` adds what it is told."""

    question: Annotated[str, for_all("The question, in the words of the form.")] = ""
    item: Annotated[
        Literal[
            "useful", "heard", "met_someone", "will_use", "confident_before", "confident_after", "only_here",
            "best", "change", "used", "what", "happened", "none",
        ],
        for_all("The item; `none` for a question that is left out."),
    ] = "none"  # fmt: skip
