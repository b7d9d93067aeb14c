"""The story sheet: one sentence for each step from taking part to what got better, after Wenger-Trayner."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.sitting import meta
from copkit.documents.source import Source
from copkit.render.meta import Meta

say = lexicon.Words("story_sheet")


class Prompt(NamedTuple):
    """A step of a value-creation story, the question that brings it out, and the lines for its answer."""

    step: str
    question: str
    lines: int = 1


TWO_LINES = 4
"""The prompt that asks what got better has two lines for its answer."""


def prompts() -> tuple[Prompt, ...]:
    """Every step of a story with its question."""
    found = say.pairs("prompts")
    return tuple(Prompt(*pair, 2 if at == TWO_LINES else 1) for at, pair in enumerate(found))


@dataclass(frozen=True, kw_only=True)
class StorySheet:
    """A sheet for one person's story. It is empty, so anybody may see it."""

    meta: Meta
    prompts: tuple[Prompt, ...]
    shown: tuple[str, ...]


def build(source: Source) -> StorySheet:
    """The story sheet of a session."""
    return StorySheet(meta=meta(source, say("tell_us_what_came")), prompts=prompts(), shown=say.lines("shown"))
