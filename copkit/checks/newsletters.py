"""NEW: the newsletter."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from copkit.checks.context import Programme
from copkit.checks.problem import Problem
from copkit.checks.registry import INFO, check
from copkit.dates import say_date

if TYPE_CHECKING:
    from copkit.models.newsletter import Newsletter


@check("NEW-01", INFO, on="programme", percent=150, issues=6, most=180)
def late(at: Programme) -> Iterator[Problem]:
    """The newsletter is later than its rhythm.

    Why: People look for it on its day, and stop looking. The rhythm is what the days and numbers of the last six
    issues show; late is half as long again. After half a year it is taken to have ended, and nothing is said.

    Bad:
        # issues 12, 13 and 14 came every Friday; issue 14 on 12 June, and it is 26 June
        {issue: 14, date: 2026-06-12}

    Good:
        # and it is 18 June
        {issue: 14, date: 2026-06-12}
    """
    every = sorted(
        (one for one in at.shared.other.get("newsletter", {}).values() if one.date is not None),
        key=lambda one: one.date,
    )
    recent = every[-at.limit("NEW-01.issues") :]
    rhythm = _rhythm(recent)
    days = (at.today - recent[-1].date).days if recent else 0
    if rhythm and rhythm * at.limit("NEW-01.percent") < days * 100 and days <= at.limit("NEW-01.most"):
        message = f"the last newsletter was on {say_date(recent[-1].date)}, and one comes every {_days(rhythm)}"
        yield Problem(recent[-1], ("date",), message, "Send the next one, even a short one.")


def _rhythm(issues: "list[Newsletter]") -> float:
    """The usual number of days from one issue to the next; 0 where fewer than three tell nothing.

    The numbers of the issues say how many came between two that are here.
    """
    steps: list[float] = []
    for before, after in pairwise(issues):
        days = (after.date - before.date).days if before.date and after.date else 0
        count = after.issue - before.issue if before.issue and after.issue else 1
        if count > 0 and days > 0:
            steps.extend([days / count] * min(count, 50))
    return sorted(steps)[len(steps) // 2] if len(steps) > 1 else 0


def _days(rhythm: float) -> str:
    days = round(rhythm)
    return "day" if days <= 1 else "week" if days == 7 else f"{days} days"


@check("NEW-02", INFO, on="programme", days=28)
def nowhere_to_turn(at: Programme) -> Iterator[Problem]:
    """An item of the newsletter has neither a contact nor a link.

    Why: Somebody who is interested has nowhere to turn. Issues that went out more than four weeks ago are let be.

    Bad:
        - kind: ask
          text: Has anyone redesigned a form with families?

    Good:
        - kind: ask
          text: Has anyone redesigned a form with families?
          contact: cop.team@anytown.example
    """
    for one in at.shared.other.get("newsletter", {}).values():
        if one.date is not None and (at.today - one.date).days > at.limit("NEW-02.days"):
            continue
        for index, item in enumerate(one.items):
            if not item.contact and not item.link:
                message = f"“{item.title or item.text or item.kind}” has no contact and no link"
                yield Problem(one, ("items", index), message, "Add contact: and a shared mailbox, or link:.")
