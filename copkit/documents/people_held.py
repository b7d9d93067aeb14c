"""What a public document that is not of a session may print of running text: nothing that names a person.

Organisations may be named there, since what they take up was agreed by those who answer for them. People may be
where they agreed to it (`publish: yes` in the register).
"""

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from copkit import lexicon
from copkit.documents.annual import Annual
from copkit.documents.hearing import uncommented
from copkit.people.consent import may_be_named

if TYPE_CHECKING:
    from copkit.documents.discretion import Discretion


@dataclass(frozen=True)
class Reader:
    """Reads texts for the audience of a document."""

    of: Annual
    held: list[str] = field(default_factory=list)

    def __call__(self, text: str) -> str:
        """The text where this audience may read it; in public, a remark in place of one that names a person."""
        text = uncommented(text).strip()
        if text and self.of.public and self._discretion.names_somebody(text):
            self.held.append(text)
            return lexicon.text("figures.names_somebody")
        return text

    def title(self, text: str, instead: str) -> str:
        """The same for a title, which may not be a remark."""
        read = self(text)
        return instead if read == lexicon.text("figures.names_somebody") else read

    def each(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """The same for several; what is kept back stands once, at the end."""
        read = [self(text) for text in texts]
        shown = [text for text in read if text != lexicon.text("figures.names_somebody")]
        return (*shown, *([lexicon.text("figures.names_somebody")] if len(shown) < len(read) else []))

    @cached_property
    def _discretion(self) -> "Discretion":
        from copkit.documents.circle import circle_of_year
        from copkit.documents.discretion import Discretion

        shared = self.of.shared
        people = {key: one for key, one in shared.people.items() if not may_be_named(one)}
        only_people = replace(shared, people=people, organisations={})
        return Discretion(circle_of_year(self.of.facts)._replace(shared=only_people))
