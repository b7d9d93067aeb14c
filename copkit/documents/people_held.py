"""The texts of a page as its audience may read them, and what it says of those that were kept back."""

from typing import NamedTuple

from copkit import lexicon
from copkit.audience.remarks import uncommented
from copkit.audience.withheld import WITHHELD, how_many
from copkit.dates import say_date
from copkit.documents.saying import capital
from copkit.models.review import Review

say = lexicon.Words("synthesis.reading")


def kept_for_members(number: int) -> str:
    """How many texts were kept back, in a sentence; empty for none."""
    return say.plural("kept_for_members", number) if number else ""


class Asked(NamedTuple):
    """What leaders are asked for, who decides it, by when, and what it costs; each empty where nobody said.

    `decides` is who and by when in one text, `Finance committee, by 31 March 2027`; `terms` has the cost as well.
    """

    ask: str
    who: str = ""
    by: str = ""
    cost: str = ""
    decides: str = ""
    terms: str = ""


def _asked(ask: str, who: str, by: str, cost: str) -> Asked:
    day = say("by", day=by) if by else ""
    price = say("cost", cost=cost) if cost else ""
    decides = ", ".join(one for one in (who, day) if one)
    return Asked(ask, who, by, cost, capital(decides), capital("; ".join(one for one in (decides, price) if one)))


class Reading:
    """Reads the texts of a page, and counts those that were kept back since they name somebody."""

    def __init__(self) -> None:
        self.held = 0

    def __call__(self, text: str) -> str:
        """The text without remarks; empty where it was kept back."""
        self.held += text is WITHHELD
        return uncommented(text).strip()

    def each(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """Those of several that are left."""
        self.held += how_many(texts)
        return tuple(text for one in texts if (text := self(one)))

    def asks(self, review: Review) -> tuple[Asked, ...]:
        """The asks of leaders that are left."""
        self.held += how_many(review.asks_of_leaders)
        every = (
            _asked(self(one.ask), self(one.who), say_date(one.by) if one.by else "", self(one.cost))
            for one in review.asks
        )
        return tuple(one for one in every if one.ask)

    @property
    def kept(self) -> str:
        """How many texts were kept back, in a sentence; empty for none."""
        return kept_for_members(self.held)


class Reader(Reading):
    """The same with a remark in the place of each text that was kept back."""

    def __call__(self, text: str) -> str:
        """The text, or the remark."""
        read = super().__call__(text)
        return lexicon.text("figures.names_somebody") if text is WITHHELD else read

    def title(self, text: str, plain: str, instead: str) -> str:
        """The same for a title, which may not be a remark: `plain` for none, `instead` for one kept back."""
        self.held += text is WITHHELD
        return instead if text is WITHHELD else uncommented(text).strip() or plain

    def each(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        """The same for several; what was kept back stands once, at the end."""
        left = super().each(texts)
        return (*left, lexicon.text("figures.names_somebody")) if how_many(texts) else left
