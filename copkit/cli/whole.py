"""The figures of all communities together, as commands that are not the portfolio ask for them."""

from collections.abc import Sequence

from copkit.cli.annual import Found, WantedYear, find_year
from copkit.dates import Year, programme_year, year_from_label
from copkit.documents.annual import Figures
from copkit.documents.source import Audience
from copkit.metrics import Period


def whole_of(wanted: WantedYear, audiences: Sequence[Audience]) -> tuple[Found, Figures, Period]:
    """The workspace, the figures of the whole by code, and the time from the first day counted to the last."""
    from copkit.documents.portfolio.share import share_of
    from copkit.documents.portfolio.source import Portfolio

    found = find_year(wanted, audiences)
    starts = found.shared.programme.year_starts
    year: Year = year_from_label(wanted.year, starts).value or programme_year(found.today, starts)
    if wanted.from_ or wanted.to:
        first = found.annuals[0].period
        year = Year(first.start, first.end, year.label)
    shares = tuple(share_of(annual) for annual in found.annuals)
    whole = Portfolio(found.shared, year, found.annuals[0].audience, found.today, shares)
    return found, whole.whole, whole.together.span
