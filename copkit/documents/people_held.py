"""What a page says in the place of a text that was kept back from its audience, since it names a person."""

from copkit import lexicon
from copkit.audience.remarks import uncommented
from copkit.audience.withheld import WITHHELD, how_many


class Reader:
    """Reads the texts of a page, and counts those that were kept back."""

    def __init__(self) -> None:
        self.held = 0

    def __call__(self, text: str) -> str:
        """The text, or a remark in the place of one that was kept back."""
        self.held += text is WITHHELD
        return lexicon.text("figures.names_somebody") if text is WITHHELD else uncommented(text).strip()

    def title(self, text: str, plain: str, instead: str) -> str:
        """The same for a title, which may not be a remark: `plain` for none, `instead` for one kept back."""
        self.held += text is WITHHELD
        return instead if text is WITHHELD else uncommented(text).strip() or plain

    def each(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """The same for several; what was kept back stands once, at the end."""
        missing = how_many(texts)
        self.held += missing
        return (*map(self, texts), *([lexicon.text("figures.names_somebody")] if missing else []))
