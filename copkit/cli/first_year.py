"""The questions of `copkit init` about the first year, and the year as it will be before anything is written."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import typer

from copkit.cli.asking import Question, answers
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.reading import read_number
from copkit.cli.show import note
from copkit.dates import Read, read_date, say_date
from copkit.new.first_year import AHEAD, Begun, FirstYear, begun, first_day, in_person_numbers, usual_number

MOST_MEETINGS = 60


def agreed_year(
    said: Mapping[str, str], given: Mapping[str, str], today: date, *, rest: bool, ask: bool
) -> tuple[FirstYear, str]:
    """The first year as given, asked for or usual, and the month in which it starts where it is its own."""
    pattern = said["pattern"]
    breaks: Any = tuple(one for one in said["breaks"].split(", ") if one != "none")
    while True:
        numbers = _numbers(pattern, breaks, given, ask=ask)
        first = _first(pattern, breaks, given, today, ask=ask)
        year = _year(numbers, breaks)
        made = begun(pattern, said["start"], year, first, said["year-starts"], today, rest=rest)
        if not made.problems:
            break
        if not ask or given.get("meetings"):
            raise Stop(f"the year cannot be planned: {made.problems[0]}", REFUSED, "Change --meetings or --breaks.")
        # All other answers stay: by now somebody has typed a dozen of them.
        note(f"  The year cannot be planned: {made.problems[0]}.")
        given = {**given, **numbers, "meetings": "", "first": first.isoformat()}
    if ask:
        _show(made)
    return year._replace(started=made.started), made.starts


def _year(numbers: Mapping[str, str], breaks: Any) -> FirstYear:
    meetings, minutes = int(numbers["meetings"]), int(numbers["minutes"])
    here = in_person_numbers(int(numbers["in-person"]), meetings)
    return FirstYear(meetings, breaks, here, minutes, max(minutes, FirstYear().in_person_minutes))


def _numbers(pattern: str, breaks: tuple[str, ...], given: Mapping[str, str], *, ask: bool) -> dict[str, str]:
    questions = (
        Question("meetings", "How many meetings a year?", read_number(1, MOST_MEETINGS),
                 str(usual_number(pattern, breaks))),
        Question("in-person", "How many of them in person?", read_number(0, MOST_MEETINGS), "2"),
        Question("minutes", "How long does one online last, in minutes?", read_number(10, 600), "90"),
    )  # fmt: skip
    return answers(questions, given, ask=ask, all_of_them=True)


def _first(pattern: str, breaks: tuple[str, ...], given: Mapping[str, str], today: date, *, ask: bool) -> date:
    usual = first_day(pattern, breaks, today)

    def read(text: str) -> Read[str]:
        day = read_date(text)
        if day.value is not None and first_day(pattern, (), day.value - AHEAD) != day.value:
            return Read(None, problem=f"{say_date(day.value)} is not the {pattern}", fix=f"the next is {usual}")
        return Read(day.value.isoformat() if day.value else None, problem=day.problem, fix=day.fix)

    question = Question("first", "When is the first meeting?", read, usual.isoformat() if usual else "")
    return date.fromisoformat(answers([question], given, ask=ask, all_of_them=True)["first"])


def _show(made: Begun) -> None:
    """The year, and a last chance to say no."""
    note("The first year:")
    for one in made.meetings:
        note(f"  {one.number:>2}  {say_date(one.date)}{', in person' if one.place == 'in-person' else ''}")
    if not typer.confirm("Write it?", default=True, err=True):
        raise Stop("nothing was written", hint="Answer again, or say it with options.")
