"""The story sheet: one sentence for each step from taking part to what got better, after Wenger-Trayner."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit.documents.registry import Document
from copkit.documents.sitting import meta
from copkit.documents.source import Source
from copkit.render.meta import Meta


class Prompt(NamedTuple):
    """A step of a value-creation story, the question that brings it out, and the lines for its answer."""

    step: str
    question: str
    lines: int = 1


PROMPTS = (
    Prompt("Why", "Why did you join?"),
    Prompt("In the room", "What stays with you from a session?"),
    Prompt("Taken away", "What did you get that you might use?"),
    Prompt("Tried", "What did you try, and where?"),
    Prompt("Better", "What changed, for whom, and how do you know?", 2),
    Prompt("For good", "What can never go back to how it was?"),
    Prompt("Leaders", "Which leader did something because of us?"),
    Prompt("What helped", "What makes this possible?"),
)
"""The cycles of value: orienting, immediate, potential, applied, realised, transformative, strategic, enabling."""
SHOWN = ("my name", "my role only", "nothing about me")


@dataclass(frozen=True, kw_only=True)
class StorySheet:
    """A sheet for one person's story. It is empty, so anybody may see it."""

    meta: Meta
    prompts: tuple[Prompt, ...]
    shown: tuple[str, ...]


def build(source: Source) -> StorySheet:
    """The story sheet of a session."""
    return StorySheet(meta=meta(source, "Tell us what came of it"), prompts=PROMPTS, shown=SHOWN)


DOCUMENT = Document("story-sheet", "Story sheet", ("members", "public", "team"), "story_sheet", build)
