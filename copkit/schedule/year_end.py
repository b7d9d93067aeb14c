"""What the end of a community's year asks for: the next year, a look at the domain, the review, the synthesis.

A year before a community's first asks for nothing, nor does one in which it has not met.
"""

from collections.abc import Container, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from copkit.dates import Year, duty_day, say_date
from copkit.models.fields import says
from copkit.models.programme import Programme
from copkit.workspace.records import CommunityFiles, Session
from copkit.workspace.reporting import following_year, year_before, year_in_hand
from copkit.workspace.reviews import blank
from copkit.workspace.states import stands

PLAN, REVIEW, WRITE = 90, 60, 30
"""Days before the end: the next year is planned, this one is looked back upon, the review is written."""


class YearTask(NamedTuple):
    """Something that a year's end asks for, and the command or file that does it."""

    what: str
    how: str


def year_tasks(
    community: CommunityFiles, programme: Programme, today: date, off: Container[date]
) -> tuple[YearTask, ...]:
    """What the year asks for now, in the order in which it is done; `off` are the bank holidays."""
    year = year_in_hand(community.about, programme, today)
    left = (year.end - today).days
    found = list(_next_year(community, programme, year, left))
    if left <= REVIEW and any(year.start <= one.date <= min(today, year.end) for one in _kept(community)):
        found += _looking_back(community, year)
        if left <= WRITE:
            found += _written(community, programme, year, left, off)
    return tuple(found)


def _kept(community: CommunityFiles) -> Iterator[Session]:
    return (one for one in community.sessions if stands(one, community))


def _next_year(community: CommunityFiles, programme: Programme, year: Year, left: int) -> Iterator[YearTask]:
    """A rhythm of months goes on; convenings end with what they were commissioned for."""
    about = community.about
    if about.rhythm.kind != "monthly" or not 0 <= left <= PLAN or (about.closed and about.closed <= year.end):
        return
    if not any(one.date > year.end for one in _kept(community)):
        label = following_year(about, programme, year).label
        ends = "today" if not left else "tomorrow" if left == 1 else f"in {left} days"
        yield YearTask(f"Schedule next year: this one ends {ends}", f"copkit schedule {community.id} {label}")


def _looking_back(community: CommunityFiles, year: Year) -> Iterator[YearTask]:
    """The domain and the nine questions, each asked once in the last three months of a year or just after it."""
    since = year.end - timedelta(days=PLAN)
    path = f"communities/{community.id}"
    reviewed = community.about.domain.reviewed
    if reviewed is None or reviewed < since:
        yield YearTask("Review the domain together (domain: reviewed)", f"{path}/community.yaml")
    grids = community.other.get("health", {}).values()
    if not any(grid.date is not None and grid.date >= since and says(grid.answers) for grid in grids):
        yield YearTask("Ask members the nine health questions", f"{path}/health.yaml")


def _written(
    community: CommunityFiles, programme: Programme, year: Year, left: int, off: Container[date]
) -> Iterator[YearTask]:
    """The review until the team has agreed it; then the synthesis, of which no file tells that it was shared."""
    reviews = community.other.get("review", {})
    review = reviews.get(year.label)
    if review is None or not says(review):
        what = f"Write the review of {year.label} with the team, for its synthesis"
        yield YearTask(what, f"copkit review new {community.id} {year.label}")
        return
    left_blank = len(blank(review, reviews.get(year_before(community.about, programme, year).label)))
    if left_blank:
        what = "1 answer is" if left_blank == 1 else f"{left_blank} answers are"
        how = f"copkit review show {community.id} {year.label}"
        yield YearTask(f"Finish the review of {year.label}: {what} blank", how)
    elif review.final != "yes" or not says(review.agreed_by):
        what = "Agree the review with the team (agreed_by, final)"
        yield YearTask(what, f"communities/{community.id}/reviews/{year.label}.yaml")
    if left < 0:
        until = say_date(duty_day(year.end, REVIEW, off))
        how = f"copkit synthesis {community.id} {year.label}"
        yield YearTask(f"Share the synthesis of {year.label} by {until}", how)
