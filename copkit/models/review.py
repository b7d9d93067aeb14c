"""The half of the annual synthesis that only people can write."""

from typing import Annotated, Literal

from copkit.models.base import Date, Part, Record, YesNo, blank, for_all


class SaidDid(Part):
    """What members asked for, and what changed."""

    said: Annotated[str, for_all("What was asked for.")] = ""
    did: Annotated[str, for_all("What changed.")] = ""
    since: Annotated[Date | None, for_all("From which day.")] = None


class PromiseKept(Part):
    """What became of a promise of last year's review."""

    promise: Annotated[str, for_all("What was promised.")] = ""
    outcome: Annotated[Literal["kept", "partly", "not"] | None, for_all("What became of it.")] = None
    why: Annotated[str, for_all("Why.")] = ""


class Ask(Part):
    """What a community asks of leaders, who decides it, by when, and what it costs."""

    ask: Annotated[str, for_all("What is asked.")] = ""
    who: Annotated[str, for_all("Who decides it.")] = ""
    by: Annotated[Date | None, for_all("By which day.")] = None
    cost: Annotated[str, for_all("What it costs.")] = ""


class NextYear(Part):
    """What the community means to do next year."""

    domain: Annotated[str, for_all("Keep or change the domain.")] = ""
    change: Annotated[str, for_all("What changes.")] = ""
    rhythm: Annotated[str, for_all("Keep or change the rhythm.")] = ""
    promises: Annotated[tuple[str, ...], for_all("What is promised.")] = ()


class Review(Record):
    """The half of the annual synthesis that only people can write."""

    headline: Annotated[str, for_all("The year in one sentence.")] = ""
    what_changed: Annotated[str, for_all("What changed.")] = ""
    shifts: Annotated[tuple[str, ...], for_all("Shifts noticed.")] = ()
    surprises: Annotated[tuple[str, ...], for_all("Surprises.")] = ()
    did_not_work: Annotated[tuple[str, ...], for_all("What did not work.")] = ()
    you_said_we_did: Annotated[tuple[SaidDid, ...], for_all("What members asked for and what changed.")] = ()
    promises: Annotated[tuple[PromiseKept, ...], for_all("Last year's promises.")] = ()
    still_stuck: Annotated[tuple[str, ...], for_all("What is still stuck.")] = ()
    asks_of_leaders: Annotated[tuple[str | Ask, ...], for_all("Asks of leaders.")] = ()
    next_year: Annotated[NextYear, for_all("Next year.")] = blank(NextYear)
    agreed_by: Annotated[tuple[str, ...], for_all("Who agreed it.", personal="name", of="person")] = ()
    final: Annotated[YesNo, for_all("Whether it is final.")] = "no"

    @property
    def asks(self) -> tuple[Ask, ...]:
        """The asks of leaders, those of a line alone as well."""
        return tuple(Ask(ask=one) if isinstance(one, str) else one for one in self.asks_of_leaders)
