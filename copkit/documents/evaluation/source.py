"""What an evaluation is made from: the communities of a commission, or one community, over the same days."""

from dataclasses import dataclass
from functools import cached_property

from copkit.dates import Year
from copkit.documents.portfolio.share import share_of
from copkit.documents.portfolio.source import Portfolio
from copkit.documents.several import Several
from copkit.metrics import Period
from copkit.models.community import Commission


@dataclass(frozen=True)
class Evaluation(Several):
    """The same, with all of their figures together."""

    @property
    def period(self) -> Period:
        """From the first day of any community to the last."""
        return Period(min(one.period.start for one in self.annuals), max(one.period.end for one in self.annuals))

    @property
    def over(self) -> bool:
        return self.period.end < self.today

    @cached_property
    def commission(self) -> Commission | None:
        """The commission that all of them belong to, if there is one."""
        found = [one.community.about.commission for one in self.annuals]
        same = {(one.by.casefold(), one.date) for one in found if one is not None}
        return found[0] if len(same) == 1 and None not in found else None

    @cached_property
    def portfolio(self) -> Portfolio:
        """Their figures together: sums of what is shown of the parts, people counted once."""
        year = Year(self.period.start, self.period.end, self.first.year.label)
        shares = tuple(share_of(one) for one in self.annuals)
        return self.beside(Portfolio, year=year, shares=shares)
