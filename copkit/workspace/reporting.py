"""The twelve months that a community reports on: the programme's year, or its commission's.

Who commissions a community asks what came of the commission, and a commission seldom begins with April. So a
commissioned community's years run from the day of its commission, and each carries the label of the programme's
year in which its middle lies: a commission from January 2026 to January 2027 is 2026-27.
"""

from datetime import date, timedelta

from copkit.dates import Year, programme_year, year_from_label
from copkit.models.community import Community
from copkit.models.programme import Programme
from copkit.workspace.records import months_later

DAYS_TO_LOOK_BACK = 60
"""A year is looked back upon for so many days after its end: by then its review is agreed and shared."""


def starting_month(about: Community, programme: Programme) -> str:
    """The month in which a community's year starts: its own, or the programme's."""
    return about.rhythm.starts or programme.year_starts


def reporting_year(about: Community, programme: Programme, label: str) -> Year:
    """The year of a label: `2026-27`, or `2026` for the one that starts in 2026. Raises ValueError for no label."""
    starts = starting_month(about, programme)
    read = year_from_label(label[:4] if starts != programme.year_starts else label, starts)
    if read.value is None:
        raise ValueError(read.problem)
    return _commissioned(about, starts, read.value) or read.value


def year_in_hand(about: Community, programme: Programme, today: date) -> Year:
    """The year to look at where none is named: the current one, or the last within 60 days of its end.

    Of a community that is still to start it is the first: there is no year before it to look back upon.
    """
    starts, began = starting_month(about, programme), _first_day(about)
    today = max(today, began)
    now = programme_year(today, starts)
    around = [_shifted(now, by, starts) for by in (-1, 0, 1)]
    years = [_commissioned(about, starts, year) or year for year in around]
    current = next((year for year in years if year.start <= today <= year.end), years[1])
    before = years[max(0, years.index(current) - 1)]
    looks_back = began <= before.end < today <= before.end + timedelta(days=DAYS_TO_LOOK_BACK)
    return before if looks_back else current


def year_before(about: Community, programme: Programme, year: Year) -> Year:
    """The same twelve months a year earlier."""
    starts = starting_month(about, programme)
    middle = months_later(year.start, -6)
    label = programme_year(middle, starts)
    return _commissioned(about, starts, label) or label


def following_year(about: Community, programme: Programme, year: Year) -> Year:
    """The same twelve months a year later."""
    starts = starting_month(about, programme)
    label = programme_year(months_later(year.start, 18), starts)
    return _commissioned(about, starts, label) or label


def _first_day(about: Community) -> date:
    """When it begins to be looked at: the weeks before its own year begins with its first meeting prepare it."""
    if about.started is None or about.rhythm.starts is None:
        return about.started or date.min
    following = _shifted(programme_year(about.started, about.rhythm.starts), 1, about.rhythm.starts).start
    prepares = following - about.started <= timedelta(days=DAYS_TO_LOOK_BACK)
    return following if prepares else about.started


def _shifted(year: Year, by: int, starts: str) -> Year:
    return programme_year(months_later(year.start, 12 * by), starts)


def _commissioned(about: Community, starts: str, label: Year) -> Year | None:
    """The twelve months from the day of a commission that carry a label; None where there is no such day."""
    commission = about.commission
    if commission is None or commission.date is None:
        return None
    away = label.start.year - commission.date.year
    for stretch in (away - 1, away, away + 1):
        start, end = (months_later(commission.date, 12 * (stretch + after)) for after in (0, 1))
        middle = months_later(start, 6)
        if programme_year(middle, starts) == label:
            return Year(start, end - timedelta(days=1), label.label)
    return None
