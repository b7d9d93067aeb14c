"""What a document of several communities is made from: each in its own period."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self

from copkit.audience.edition import Edition
from copkit.documents.annual import Annual
from copkit.documents.source import Audience
from copkit.marks import Marks
from copkit.workspace import Shared


class Told(NamedTuple):
    """What one of several communities says, and what is said of it: why, how much, who said it or will carry it."""

    community: str
    what: str
    more: str = ""


class Common(NamedTuple):
    """A theme, or an ask of leaders, and the communities that have it."""

    what: str
    communities: tuple[str, ...]


@dataclass(frozen=True)
class Several(Edition):
    """Some communities, or one, for one audience on one day. `marks` are the host's and its partners'."""

    registers: Shared
    audience: Audience
    today: date
    marks: Marks
    annuals: tuple[Annual, ...]

    @classmethod
    def of(cls, annuals: Iterable[Annual]) -> Self:
        """These communities, of which there is one at least, together."""
        every = tuple(annuals)
        first = every[0]
        return first.beside(cls, annuals=every)

    @property
    def first(self) -> Annual:
        """The one that was named first."""
        return self.annuals[0]

    @property
    def by_name(self) -> Sequence[Annual]:
        """The communities in the order of their short names."""
        return sorted(self.annuals, key=lambda one: (one.community.short.casefold(), one.community.id))
