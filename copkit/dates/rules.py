"""The rule of a rhythm: days of the month, or every so many weeks from a day."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from copkit import lexicon
from copkit.dates.patterns import DATES, Pattern, parse_pattern
from copkit.dates.reading import Read, quoted, refused
from copkit.dates.saying import say_date, say_pattern, weekday_name

MOST_WEEKS = 26


class Rule(NamedTuple):
    """The patterns of a month; or every so many weeks, counted from the first day."""

    patterns: tuple[Pattern, ...] = ()
    weeks: int = 0
    first: date = date.min

    def days(self, start: date, end: date) -> tuple[date, ...]:
        """The rule's days from start to end, both included, in order."""
        found = self._by_weeks(start, end) if self.weeks else self._by_month(start, end)
        return tuple(sorted({day for day in found if start <= day <= end}))

    def keeps(self, day: date) -> bool:
        """Whether a day is one of the rule's."""
        return day in self.days(day, day)

    def _by_month(self, start: date, end: date) -> Iterator[date]:
        for index in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
            yield from (pattern.day(index // 12, index % 12 + 1) for pattern in self.patterns)

    def _by_weeks(self, start: date, end: date) -> Iterator[date]:
        step = timedelta(weeks=self.weeks)
        day = self.first + max(0, -((self.first - start) // step)) * step
        while day <= end:
            yield day
            day += step


NO_DAY = "the rhythm has no pattern: write one, such as pattern: second tuesday"


def read_rule(patterns: Sequence[str], every: str = "", first: date | None = None) -> Read[Rule]:
    """The rule that a rhythm's fields make together; refused where they contradict one another."""
    if every:
        return _read_every(every, first, patterns)
    if first is not None:
        return refused("from: goes with every:", "write every: 2 weeks, or take from: out")
    found = []
    for text in patterns:
        read = parse_pattern(text)
        if read.value is None:
            return refused(read.problem, read.fix)
        found.append(read.value)
    return Read(Rule(tuple(found))) if found else refused(*NO_DAY.split(": ", 1))


def _read_every(every: str, first: date | None, patterns: Sequence[str]) -> Read[Rule]:
    weeks = read_weeks(every)
    if weeks.value is None:
        return refused(weeks.problem, weeks.fix)
    if patterns:
        return refused("every: and pattern: are two rules", f"keep one of them; {DATES}")
    if first is None:
        return refused("every: does not say from which day", "write from: and the day of the first meeting")
    return Read(Rule(weeks=weeks.value, first=first))


def read_weeks(text: str) -> Read[int]:
    """Read `2 weeks`, `week`, `fortnight`."""
    match = _weeks().fullmatch(" ".join(text.lower().split()))
    if match is None:
        return refused(f"{quoted(text)} is no number of weeks", f"write such as every: 2 weeks; {DATES}")
    number = int(match[1] or 1) * (2 if match[3] else 1)
    if not 1 <= number <= MOST_WEEKS:
        return refused(f"every: takes 1 to {MOST_WEEKS} weeks", DATES)
    return Read(number)


@cache
def _weeks() -> re.Pattern[str]:
    week, fortnight = (lexicon.either("intervals", one) for one in ("week", "fortnight"))
    return re.compile(rf"(?:([0-9]{{1,2}}) )?(?:({week})|({fortnight}))")


def say_rule(rule: Rule) -> str:
    """The second and fourth Tuesday of the month; every 2 weeks on Tuesday, from 14 April 2026."""
    if rule.weeks:
        weekday = weekday_name(rule.first.weekday())
        return lexicon.plural("dates.every", rule.weeks, weekday=weekday, first=say_date(rule.first))
    *before, last = rule.patterns
    together = [one for one in before if (one.weekday, one.after) == (last.weekday, last.after)]
    if len(together) == len(before):
        return say_pattern(last, tuple(one.nth for one in before))
    return lexicon.listed(say_pattern(one) for one in rule.patterns)
