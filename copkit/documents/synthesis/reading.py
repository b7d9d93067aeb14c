"""Texts that people wrote for everybody: in public only those that name a person are kept back, and counted."""

from copkit import lexicon
from copkit.audience.withheld import WITHHELD, how_many
from copkit.dates import say_number
from copkit.documents.annual import Annual

say = lexicon.Words("synthesis.reading")


class Reading:
    """Reads texts for the audience of a document, and counts those that it may not see."""

    def __init__(self, annual: Annual) -> None:
        self.annual, self.held = annual, 0

    def __call__(self, typed: str) -> str:
        """The text; empty where nothing was typed or the audience may not read it."""
        self.held += typed is WITHHELD
        return self.annual.open_text(typed)

    def each(self, typed: tuple[str, ...]) -> tuple[str, ...]:
        """The texts that may be read."""
        self.held += how_many(typed)
        return tuple(text for one in typed if (text := self(one)))

    @property
    def kept(self) -> str:
        """How many texts were kept back, in a sentence; empty for none."""
        if not self.held:
            return ""
        if self.held == 1:
            return say("one_line_that_names_somebody")
        return say("lines_that_name_somebody_are", number=say_number(self.held))
