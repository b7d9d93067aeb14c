"""The method library: ways to hold a conversation, with their steps and how long each takes.

Minutes are those that the methods' own guides give: Liberating Structures for most, the Conversation Café's host
guide, action learning's usual 90 minutes.
"""

import re
from functools import cache
from typing import NamedTuple

LIBERATING = "Liberating Structures (Lipmanowicz and McCandless), CC BY-NC 3.0: name the source, not for sale."
_COOKED = re.compile(r"[\s_/]+")


class Step(NamedTuple):
    """One step of a method: what people do, and for how many minutes (0: as long as it takes)."""

    what: str
    minutes: int = 0


class Method(NamedTuple):
    """A way to hold a conversation. Minutes are the least that it works in, the usual, and the most."""

    slug: str
    title: str
    least: int
    usual: int
    most: int
    people: str
    steps: tuple[Step, ...]
    note: str = ""
    aliases: tuple[str, ...] = ()


METHODS: tuple[Method, ...] = (
    Method(
        "check-in", "Check-in", 3, 5, 15, "any number",
        (Step("One sentence each, in turn; online in pairs, or one word in the chat"),),
        aliases=("checkin", "introductions"),
    ),
    Method(
        "impromptu-networking", "Impromptu networking", 12, 15, 20, "any number, in pairs",
        (
            Step("Ask one question of the whole room", 1),
            Step("In pairs with somebody you do not know: each answers", 4),
            Step("A second pair", 4),
            Step("A third pair", 4),
            Step("What did you hear?", 2),
        ),
        LIBERATING, ("networking",),
    ),
    Method(
        "1-2-4-all", "1-2-4-All", 12, 12, 30, "any number",
        (
            Step("Alone: think and write", 1),
            Step("In pairs: compare and build", 2),
            Step("In fours: what is alike, what differs, what stands out", 4),
            Step("All: each four says one thing", 5),
        ),
        LIBERATING, ("one-two-four-all", "1-2-4", "124all", "1-2-4-everyone"),
    ),
    Method(
        "what-so-what-now-what", "What, So What, Now What", 20, 45, 60, "5 to 40, in small groups",
        (
            Step("What? Facts and what was seen; no opinions yet", 7),
            Step("So what? Why it matters, what it might mean", 7),
            Step("Now what? What makes sense to do", 6),
        ),
        LIBERATING, ("w3", "what-so-what", "what-so-what-now-what-short"),
    ),
    Method(
        "troika", "Troika consulting", 20, 30, 45, "groups of three",
        (
            Step("One of three says what the difficulty is", 2),
            Step("The other two ask questions to understand", 2),
            Step("The first turns away and listens; the two think aloud together", 4),
            Step("The first says what helped", 2),
            Step("Change places: 10 minutes a turn"),
        ),
        LIBERATING, ("troika-consulting", "troika-consult"),
    ),
    Method(
        "conversation-cafe", "Conversation Café", 37, 50, 60, "tables of 5 to 7",
        (
            Step("First round, 1 minute each, with a talking object: what brings you to the question", 6),
            Step("Second round, 1 minute each: what is stirring after listening", 6),
            Step("Open conversation; the object is there for when it helps", 20),
            Step("Last round: what each takes away", 5),
        ),
        LIBERATING, ("conversation-café", "cafe-conversation"),
    ),
    Method(
        "conversation-cafe-short", "Conversation Café, short form", 20, 25, 36, "tables of 5 to 7",
        (
            Step("One round, 1 minute each: what brings you to the question", 6),
            Step("Open conversation", 12),
            Step("Last round, one sentence each: what you take away", 5),
        ),
        LIBERATING, ("short-conversation-cafe",),
    ),
    Method(
        "world-cafe", "World Café", 60, 60, 120, "tables of 4 or 5",
        (
            Step("First round at small tables; a host at each stays throughout", 20),
            Step("All but the hosts move to other tables; the host says what was heard", 20),
            Step("A third round, moving again, then what each table found", 20),
        ),
        "The World Café Community Foundation asks to be named.", ("world-café", "worldcafe"),
    ),
    Method(
        "open-space", "Open Space", 90, 120, 480, "15 or more",
        (
            Step("In a circle: the theme, and how it works", 15),
            Step("People who care about a topic post it with a time and a place", 15),
            Step("Go where you are useful; move on when you are not", 45),
            Step("Back in the circle: what happens next", 15),
        ),
        aliases=("open-space-technology",),
    ),
    Method(
        "action-learning-set", "Action learning set", 90, 90, 180, "5 to 8 who know each other",
        (
            Step("Check in; one person brings an issue", 15),
            Step("The others ask open questions only: no advice", 50),
            Step("The person says what they will do", 15),
            Step("All say what they learned", 10),
        ),
        aliases=("action-learning", "action-learning-sets"),
    ),
    Method(
        "15-percent-solutions", "15% Solutions", 15, 20, 25, "any number",
        (
            Step("Alone: what can I do now without more money or permission?", 5),
            Step("In small groups: say yours, 3 minutes each", 10),
            Step("The others ask questions and offer help", 5),
        ),
        LIBERATING, ("15%-solutions", "fifteen-percent-solutions", "15-solutions"),
    ),
    Method(
        "appreciative-interviews", "Appreciative interviews", 40, 60, 75, "pairs, then fours",
        (
            Step("In pairs: tell of a time when it worked, and what made it so", 20),
            Step("In fours: each tells the partner's story", 15),
            Step("What made these possible?", 10),
            Step("How could there be more of it?", 15),
        ),
        LIBERATING, ("appreciative-interview", "appreciative-inquiry"),
    ),
    Method(
        "story-round", "Story round", 15, 20, 30, "groups of 4 to 6",
        (
            Step("Each in turn, 3 to 4 minutes: what happened, what I learned, what you could use", 16),
            Step("What do the stories have in common?", 4),
        ),
        aliases=("stories", "story-circle"),
    ),
    Method(
        "time-to-think", "Time to Think round", 15, 18, 20, "circles of 6 to 10",
        (
            Step("Put one question to the circle", 1),
            Step("Equal turns, about 2 minutes each; nobody interrupts", 14),
            Step("Each says what is fresh", 3),
        ),
        "After Nancy Kline, Time to Think.", ("time-to-think-round", "thinking-round"),
    ),
    Method(
        "schwartz-round", "Schwartz Round", 60, 60, 60, "any number",
        (
            Step("Three or four people tell a short story of their work; no names", 20),
            Step("Facilitated reflection: what it was like, not what should be done", 35),
            Step("Close", 5),
        ),
        "Licensed by the Point of Care Foundation: only organisations that hold a licence may run one.",
        ("schwartz-rounds", "schwartz"),
    ),
    Method(
        "randomised-coffee", "Randomised coffee", 30, 30, 45, "pairs, between sessions",
        (Step("Two people from different organisations, paired at random, talk for half an hour", 30),),
        aliases=("randomised-coffee-trial", "rct", "coffee", "randomized-coffee"),
    ),
)  # fmt: skip


def method_slug(name: str) -> str:
    """A method's name as it is compared: lower case, hyphens for spaces."""
    return _COOKED.sub("-", name.strip().casefold())


@cache
def _by_name() -> dict[str, Method]:
    names: dict[str, Method] = {}
    for method in METHODS:
        for name in (method.slug, method_slug(method.title), *method.aliases):
            names.setdefault(name, method)
    return names


def find_method(name: str) -> Method | None:
    """The method of that name, title or alias; None for one that the library does not hold."""
    return _by_name().get(method_slug(name))


def method_names() -> list[str]:
    """Every name under which a method is found, for suggestions."""
    return list(_by_name())


def fits(method: Method, minutes: int) -> bool:
    """Whether a slot is long enough for a method: at least the least that it works in."""
    return minutes >= method.least
