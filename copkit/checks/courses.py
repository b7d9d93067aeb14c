"""CRS: the numbers of courses, typed by hand."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copkit.checks.context import Programme
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, WARNING, check

if TYPE_CHECKING:
    from copkit.models.cohorts import Cohort


def _courses(at: Programme) -> "Iterator[Cohort]":
    yield from at.shared.other.get("cohorts", {}).values()


@check("CRS-01", ERROR, on="programme")
def more_completed(at: Programme) -> Iterator[Problem]:
    """More people completed a course than started it.

    Why: One of the two numbers is not right, and a share of them would be over 100%. It is not printed until they
    agree.

    Bad:
        - {name: Running a community, started: 10, completed: 30}

    Good:
        - {name: Running a community, started: 30, completed: 10}
    """
    for one in _courses(at):
        if one.started and one.completed > one.started:
            message = f"{one.completed} completed it, and {one.started} started it"
            yield Problem(one, ("completed",), message, "Look at the register of the course for both numbers.")


@check("CRS-02", ERROR, on="programme")
def ends_too_early(at: Programme) -> Iterator[Problem]:
    """A course ends before it starts.

    Why: A course belongs to the year in which it ended. With a wrong day it is counted in another year, or in none.

    Bad:
        - {name: Running a community, starts: 2026-05-20, ends: 2026-05-19}

    Good:
        - {name: Running a community, starts: 2026-05-19, ends: 2026-05-20}
    """
    for one in _courses(at):
        if one.starts and one.ends and one.ends < one.starts:
            yield Problem(one, ("ends",), "this course ends before it starts", "Look up both days.")


@check("CRS-03", WARNING, on="programme")
def nobody_started(at: Programme) -> Iterator[Problem]:
    """People completed a course, and how many started it is not written down.

    Why: How many stayed to the end is what a commissioner asks first, and it cannot be said without both numbers.

    Bad:
        - {name: Running a community, completed: 12}

    Good:
        - {name: Running a community, started: 14, completed: 12}
    """
    for one in _courses(at):
        if one.completed and not one.started:
            message = f"{one.completed} completed it, and nobody is said to have started it"
            yield Problem(one, ("completed",), message, "Add started: and how many people began.")


@check("CRS-04", ERROR, on="programme")
def more_people(at: Programme) -> Iterator[Problem]:
    """More people are named as having taken part in a course than started it.

    Why: The names and the number are of the same people. While they disagree the figures of the course are too low.

    Bad:
        - {name: Running a community, started: 2, people: [amina.khan, jo.ng, joe.bell]}

    Good:
        - {name: Running a community, started: 3, people: [amina.khan, jo.ng, joe.bell]}
    """
    for one in _courses(at):
        named = len({at.find(typed).id or typed for typed in one.people})
        if one.started and named > one.started:
            message = f"{named} people are named, and {one.started} started it"
            yield Problem(one, ("people",), message, "Correct started:, or take out who was not there.")
