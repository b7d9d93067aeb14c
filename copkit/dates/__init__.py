"""Dates and times of day: read as people type them, written as the NHS writes them, and counted with."""

from copkit.dates.abroad import say_when, zone_problem
from copkit.dates.ahead import nearest_days, read_day
from copkit.dates.clock import ZONE, clock_change_near, clock_changes, utc_of, zone_trouble
from copkit.dates.patterns import Pattern, nth_weekday, parse_pattern, read_month, spell_pattern, split_patterns
from copkit.dates.reading import MONTHS, WEEKDAYS, Read, possible_days, read_date
from copkit.dates.reading_clock import read_clock
from copkit.dates.rules import Rule, read_rule, say_rule
from copkit.dates.saying import (
    month_name,
    say_date,
    say_dates,
    say_day,
    say_minutes,
    say_month,
    say_number,
    say_pattern,
    say_range,
    say_short,
    say_time,
    say_times,
    short_month,
    weekday_name,
)
from copkit.dates.times import add_minutes, minutes_between, minutes_of, shares
from copkit.dates.working import duty_day, is_working, later
from copkit.dates.years import Year, programme_year, year_from_label, year_to_plan

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "ZONE",
    "Pattern",
    "Read",
    "Rule",
    "Year",
    "add_minutes",
    "clock_change_near",
    "clock_changes",
    "duty_day",
    "is_working",
    "later",
    "minutes_between",
    "minutes_of",
    "month_name",
    "nearest_days",
    "nth_weekday",
    "parse_pattern",
    "possible_days",
    "programme_year",
    "read_clock",
    "read_date",
    "read_day",
    "read_month",
    "read_rule",
    "say_date",
    "say_dates",
    "say_day",
    "say_minutes",
    "say_month",
    "say_number",
    "say_pattern",
    "say_range",
    "say_rule",
    "say_short",
    "say_time",
    "say_times",
    "say_when",
    "shares",
    "short_month",
    "spell_pattern",
    "split_patterns",
    "utc_of",
    "weekday_name",
    "year_from_label",
    "year_to_plan",
    "zone_problem",
    "zone_trouble",
]
