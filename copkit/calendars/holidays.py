"""Bank holidays of the three parts of the United Kingdom that keep their own.

GOV.UK's list is shipped with copkit; past its end the `holidays` package calculates them. Which was used is said,
because a bank holiday can be proclaimed at short notice.
"""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from copkit.dates import say_date

DIVISIONS = {"england": "england-and-wales", "scotland": "scotland", "northern-ireland": "northern-ireland"}
"""The names used in programme.yaml, and GOV.UK's. England stands for Wales too."""
_SUBDIVISIONS = {"england": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}
SATURDAY = 5


class Holidays(NamedTuple):
    """Bank holidays by day, and where they come from, as a phrase for people."""

    dates: dict[date, str]
    source: str


def bank_holidays(
    nation: str, start: date, end: date, own: Mapping[str, Mapping[date, str]] = MappingProxyType({})
) -> Holidays:
    """The bank holidays of `england`, `scotland` or `northern-ireland` from start to end, both included.

    `own` is GOV.UK's list as the workspace holds it, by its divisions: it stands in the place of the shipped one
    for the years that it has.
    """
    listed, first, last, when = _listed(nation)
    source = f"GOV.UK's list of {say_date(when)}"
    if mine := own.get(DIVISIONS[nation]):
        years_of = {day.year for day in mine}
        listed = {**{day: name for day, name in listed.items() if day.year not in years_of}, **mine}
        first, last = min(first, *years_of), max(last, *years_of)
        source = "the workspace's own list"
    dates = {day: name for day, name in listed.items() if start <= day <= end}
    years = range(start.year, end.year + 1)
    others = tuple(year for year in years if not first <= year <= last)
    if others:
        dates |= {day: name for day, name in _calculated(nation, others).items() if start <= day <= end}
    return Holidays(dict(sorted(dates.items())), _source(source, last, len(years), len(others)))


def _source(source: str, last: int, years: int, calculated: int) -> str:
    if not calculated:
        return source
    if calculated == years:
        return f"the holidays package, since {source} ends in {last}"
    return f"{source}, and the holidays package for years that it does not hold"


@cache
def _listed(nation: str) -> tuple[dict[date, str], int, int, date]:
    """GOV.UK's list for a nation: the days, its first and last year, and the day on which it was taken."""
    shipped = _shipped()
    events = shipped[DIVISIONS[nation]]["events"]
    dates = {date.fromisoformat(event["date"]): event["title"] for event in events}
    return dates, min(dates).year, max(dates).year, date.fromisoformat(shipped["about"]["listed"])


@cache
def _shipped() -> dict[str, Any]:
    data = (Path(__file__).parent / "data" / "bank-holidays.json").read_bytes()
    shipped: dict[str, Any] = json.loads(data)
    return shipped


@cache
def _calculated(nation: str, years: tuple[int, ...]) -> dict[date, str]:
    """What the `holidays` package says (200 ms to import). As on GOV.UK, a holiday at a weekend is not listed
    beside the weekday kept in its place."""
    from holidays import country_holidays

    table = country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=years, language="en_GB")
    names = {day: name.replace("; ", " and ").removesuffix(" (observed)") for day, name in table.items()}
    return {day: name for day, name in sorted(names.items()) if day.weekday() < SATURDAY}
