"""What an evaluation is made from: the communities of a commission, or one community, over the same days."""

from dataclasses import dataclass
from functools import cached_property

from copkit.dates import Year
from copkit.documents.portfolio.share import share_of
from copkit.documents.portfolio.source import Portfolio
from copkit.documents.several import Several
from copkit.metrics import Period
from copkit.workspace.commissions import Terms, commission_key, terms_of


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
    def commission(self) -> Terms | None:
        """The commission that all of them belong to, if there is one, as their files tell it together."""
        found = [one.community.about.commission for one in self.annuals]
        given = [one for one in found if one is not None]
        same = len(given) == len(found) and len(set(map(commission_key, given))) == 1
        return terms_of(given) if same else None

    @cached_property
    def portfolio(self) -> Portfolio:
        """Their figures together: sums of what is shown of the parts, people counted once."""
        year = Year(self.period.start, self.period.end, self.first.year.label)
        shares = tuple(share_of(one) for one in self.annuals)
        return self.beside(Portfolio, year=year, shares=shares)
