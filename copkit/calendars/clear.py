"""Everything that a date may fall on, gathered: bank holidays, the programme's own calendar, festivals."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from copkit.calendars.festivals import festivals
from copkit.calendars.holidays import bank_holidays
from copkit.dates.avoid import Avoid, Entry
from copkit.dates.day_parts import by_part
from copkit.models.programme import CalendarEntry, Programme


class Clear(NamedTuple):
    """What to keep clear of, and where the bank holidays come from, as a phrase for people."""

    avoid: Avoid
    source: str


def dates_to_avoid(
    programme: Programme,
    calendar: tuple[CalendarEntry, ...],
    start: date,
    end: date,
    own: Mapping[str, Mapping[date, str]] = MappingProxyType({}),
) -> Clear:
    """What sessions between two days may fall on, both days included.

    `own` are bank holidays that the workspace holds. An entry of the programme's calendar that names a festival
    ("Ramadan (expected)") takes its place.
    """
    holidays = bank_holidays(programme.holidays, start, end, own)
    listed = tuple(entry for row in calendar if (entry := entry_of(row)) is not None)
    named = [entry.name.casefold() for entry in listed]
    feasts = tuple(
        feast
        for feast in festivals(start, end)
        if not any(feast.name.partition(",")[0].casefold() in name for name in named)
    )
    return Clear(Avoid(holidays.dates, listed + feasts), holidays.source)


def entry_of(row: CalendarEntry) -> Entry | None:
    """An entry of the programme's calendar with its days; none of one without a day."""
    first = row.date or row.from_
    if first is None:
        return None
    said = tuple(by_part(row.note))
    note, times = "; ".join(text for part, text in said if not part), tuple(one for one in said if one[0])
    return Entry(row.name, first, row.to or first, row.treat, row.communities, note, times=times)
