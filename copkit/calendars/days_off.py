"""Whether a day is a bank holiday, asked of any day: each year is looked up when it is first asked for."""

from datetime import date

from copkit.calendars.holidays import bank_holidays
from copkit.workspace import Shared


class DaysOff:
    """The bank holidays of a workspace's nation."""

    def __init__(self, shared: Shared) -> None:
        self._nation, self._own = shared.programme.holidays, shared.holidays
        self._years: dict[int, frozenset[date]] = {}

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day in self._of(day.year)

    def _of(self, year: int) -> frozenset[date]:
        if year not in self._years:
            found = bank_holidays(self._nation, date(year, 1, 1), date(year, 12, 31), self._own)
            self._years[year] = frozenset(found.dates)
        return self._years[year]
