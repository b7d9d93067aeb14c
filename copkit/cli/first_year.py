"""The questions of `copkit init` about the first year, and the year as it will be before anything is written."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import typer

from copkit.cli.asking import Question, answers
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.reading import read_number
from copkit.cli.show import note
from copkit.dates import Read, read_day, say_date
from copkit.new.first_year import AHEAD, Begun, FirstYear, begun, first_day, in_person_numbers, usual_number

MOST_MEETINGS = 60


def agreed(
    questions: Sequence[Question], given: Mapping[str, str], today: date, *, rest: bool, ask: bool
) -> tuple[dict[str, str], FirstYear, str]:
    """The answers, the first year, and the month in which it starts where it is its own.

    Who says no to the year is asked again, with what was said as the answers that Enter gives.
    """
    before: dict[str, str] = {}
    while True:
        said = answers(_with(questions, before), given, ask=ask, all_of_them=True)
        year, made, numbers = _planned(said, given, before, today, rest=rest, ask=ask)
        if not ask or _is_agreed(made):
            return said, year._replace(started=made.started), made.starts
        note("Again, then: Enter keeps what was said. Ctrl-C stops, and writes nothing.")
        before, given = {**said, **numbers}, {}  # what options said is asked too: else nobody could change it


def _with(questions: Sequence[Question], before: Mapping[str, str]) -> list[Question]:
    return [one._replace(default=before.get(one.flag, one.default)) for one in questions]


def _planned(
    said: Mapping[str, str],
    given: Mapping[str, str],
    before: Mapping[str, str],
    today: date,
    *,
    rest: bool,
    ask: bool,
) -> tuple[FirstYear, Begun, dict[str, str]]:
    """The first year as given, asked for or usual, and what was said of it."""
    pattern = said["pattern"]
    breaks: Any = tuple(one for one in said["breaks"].split(", ") if one != "none")
    while True:
        numbers = answers(_with(_numbers(pattern, breaks), before), given, ask=ask, all_of_them=True)
        question = _first(pattern, breaks, before.get("first", ""), today)
        numbers |= answers([question], given, ask=ask, all_of_them=True)
        year, first = _year(numbers, breaks), date.fromisoformat(numbers["first"])
        made = begun(pattern, said["start"], year, first, said["year-starts"], today, rest=rest)
        if not made.problems:
            return year, made, numbers
        if not ask or given.get("meetings"):
            raise Stop(f"the year cannot be planned: {made.problems[0]}", REFUSED, "Change --meetings or --breaks.")
        # All other answers stay: by now somebody has typed a dozen of them.
        note(f"  The year cannot be planned: {made.problems[0]}.")
        given = {**given, **numbers, "meetings": ""}
        before = {}


def _year(numbers: Mapping[str, str], breaks: Any) -> FirstYear:
    meetings, minutes = int(numbers["meetings"]), int(numbers["minutes"])
    here = in_person_numbers(int(numbers["in-person"]), meetings)
    return FirstYear(meetings, breaks, here, minutes, max(minutes, FirstYear().in_person_minutes))


def _numbers(pattern: str, breaks: tuple[str, ...]) -> tuple[Question, ...]:
    return (
        Question("meetings", "How many meetings a year?", read_number(1, MOST_MEETINGS),
                 str(usual_number(pattern, breaks))),
        Question("in-person", "How many of them in person?", read_number(0, MOST_MEETINGS), "2"),
        Question("minutes", "How long does one online last, in minutes?", read_number(10, 600), "90"),
    )  # fmt: skip


def _first(pattern: str, breaks: tuple[str, ...], before: str, today: date) -> Question:
    usual = first_day(pattern, breaks, today)

    def read(text: str) -> Read[str]:
        day = read_day(text, today)
        if day.value is not None and day.problem:
            return Read(None, problem=day.problem, fix=day.fix)
        if day.value is not None and day.value < today:
            fix = f"the next is {usual}; if it met before, set started: in community.yaml afterwards"
            return Read(None, problem=f"{say_date(day.value)} is past", fix=fix)
        if day.value is not None and first_day(pattern, (), day.value - AHEAD) != day.value:
            return Read(None, problem=f"{say_date(day.value)} is not the {pattern}", fix=f"the next is {usual}")
        return Read(day.value.isoformat() if day.value else None, problem=day.problem, fix=day.fix)

    default = before if before and read(before).value else str(usual or "")
    return Question("first", "When is the first meeting?", read, default)


def _is_agreed(made: Begun) -> bool:
    """The year, and a last chance to say no."""
    note("The first year:")
    for one in made.meetings:
        note(f"  {one.number:>2}  {say_date(one.date)}{', in person' if one.place == 'in-person' else ''}")
    return typer.confirm("Write it?", default=True, err=True)
