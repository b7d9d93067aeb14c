"""How often an entry repeats, before it is laid out: a rule of one line can ask for more than there is memory."""

from datetime import date, datetime, timedelta
from typing import Any

MOST = 10_000
"""The most steps that one entry may take."""
MOST_OF_ALL = 40_000
"""The most that all entries of a file may take together."""

_SECONDS = {
    "SECONDLY": 1, "MINUTELY": 60, "HOURLY": 3600, "DAILY": 86_400,
    "WEEKLY": 7 * 86_400, "MONTHLY": 28 * 86_400, "YEARLY": 365 * 86_400,
}  # fmt: skip
_WEEKDAYS = {"MONTHLY": 5, "YEARLY": 53}
"""How often a weekday comes in one period."""


class TooOften(ValueError):
    """Why an entry is not laid out."""


class Budget:
    """What is left of the steps that the entries of a file may take."""

    def __init__(self) -> None:
        self._left = MOST_OF_ALL

    def spend(self, entry: Any, window: tuple[datetime, datetime]) -> None:
        """Take off what an entry asks for; raises `TooOften` where that is too much."""
        rules = entry.get("RRULE")
        steps = sum(_steps(rule, entry["DTSTART"].dt, window) for rule in listed(rules))
        if steps > MOST:
            raise TooOften("it repeats too often to be compared")
        if steps > self._left:
            raise TooOften("the calendar repeats too often for all of it to be compared")
        self._left -= steps


def brought_near(entry: Any, first: datetime) -> Any:
    """The same entry from just before a moment on, where its days can be counted on to it."""
    rules = listed(entry.get("RRULE"))
    if len(rules) != 1 or "COUNT" in rules[0] or _frequency(rules[0]) not in ("DAILY", "WEEKLY"):
        return entry
    step = timedelta(seconds=_SECONDS[_frequency(rules[0])]) * _interval(rules[0])
    start = entry["DTSTART"].dt
    length = entry["DTEND"].dt - start if "DTEND" in entry else timedelta(days=1)
    steps = (_day(first) - _day(start) - length - 2 * step) // step
    if steps <= 0:
        return entry
    moved = entry.copy()
    for key in ("DTSTART", "DTEND"):
        if key in entry:
            moved.pop(key)
            moved.add(key, entry[key].dt + steps * step)
    return moved


def _steps(rule: Any, start: date, window: tuple[datetime, datetime]) -> int:
    """At most how many moments a rule goes through up to the end of the window."""
    frequency, last = _frequency(rule), _day(window[1])
    for until in rule.get("UNTIL", []):
        last = min(last, _day(until) + timedelta(days=1))
    seconds = max((last - _day(start)).total_seconds(), 0)
    periods = int(seconds / (_SECONDS[frequency] * _interval(rule))) + 1
    each = _days(rule, frequency)
    for key in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        each *= max(len(rule.get(key, [])), 1)
    return periods + min([periods * each, *(int(count) for count in rule.get("COUNT", []))])


def _days(rule: Any, frequency: str) -> int:
    """At most how many days of one period a rule chooses."""
    often = _WEEKDAYS.get(frequency, 1)
    weekdays = sum(1 if str(day)[0] in "+-123456789" else often for day in rule.get("BYDAY", []))
    days = max(weekdays, len(rule.get("BYMONTHDAY", [])), len(rule.get("BYYEARDAY", [])), 1)
    return days * max(len(rule.get("BYMONTH", [])), 1) if frequency == "YEARLY" else days


def _frequency(rule: Any) -> str:
    return str(rule["FREQ"][0]).upper()


def _interval(rule: Any) -> int:
    interval = int(rule.get("INTERVAL", [1])[0])
    if interval < 1:
        raise TooOften("it repeats at once")
    return interval


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def listed(value: Any) -> list[Any]:
    """The values of a property, which may come once, often or never."""
    return [] if value is None else value if isinstance(value, list) else [value]
