"""ONB: a new system leader's first hundred days."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copkit.checks.context import Programme
from copkit.checks.problem import Problem
from copkit.checks.registry import INFO, WARNING, check
from copkit.dates import say_date

if TYPE_CHECKING:
    from copkit.models.onboarding import Onboarding

_LIVED = "lived-experience"


def _new(at: Programme, days: int) -> "Iterator[Onboarding]":
    """Those who have not been here longer than so many days."""
    for one in at.shared.other.get("onboarding", {}).values():
        if one.starts is None or (at.today - one.starts).days <= days:
            yield one


@check("ONB-01", WARNING, on="programme", days=28, people=3)
def few_to_meet(at: Programme) -> Iterator[Problem]:
    """A new leader starts within four weeks, and there are fewer than three people to meet.

    Why: Relationships made before the first day carry the first hundred. Diaries are full, so the time to ask is
    now.

    Bad:
        starts: 2026-12-01
        meet:
          - {who: sam.reid, kind: partner}

    Good:
        starts: 2026-12-01
        meet:
          - {who: sam.reid, kind: partner, by: 2026-11-20}
          - {who: lee.marsh, kind: citizen, by: 2026-11-27}
          - {who: ruth.pickering, kind: colleague, by: 2026-12-04}
    """
    for one in _new(at, 0):
        if one.starts is None or (one.starts - at.today).days > at.limit("ONB-01.days"):
            continue
        people = len({meeting.who for meeting in one.meet if meeting.who})
        if people < at.limit("ONB-01.people"):
            count = f"only {people}" if people else "no"
            message = f"the first day is {say_date(one.starts)}, with {count} {_people(people)} to meet"
            yield Problem(one, ("meet",), message, "Add people to meet:, from other organisations too.")


def _people(count: int) -> str:
    return "person" if count == 1 else "people"


@check("ONB-02", INFO, on="programme", days=100)
def no_buddy(at: Programme) -> Iterator[Problem]:
    """A new leader has no buddy, or one from the same organisation.

    Why: A peer from another organisation can be asked what one does not ask at home. It is looked at until the
    hundredth day.

    Bad:
        who: jo.ng                # hospice

    Good:
        who: jo.ng                # hospice
        buddy: amina.khan         # icb
    """
    for one in _new(at, at.limit("ONB-02.days")):
        if not one.buddy:
            message = "there is no buddy for this leader"
            yield Problem(one, ("buddy",), message, "Add buddy: and a peer from another organisation.")
        elif (here := _organisation(at, one, one.who)) and here == _organisation(at, one, one.buddy):
            message = f"the buddy is from {here}, too"
            yield Problem(one, ("buddy",), message, "Ask a peer from another organisation.")


def _organisation(at: Programme, one: "Onboarding", typed: str) -> str:
    """Where a person works from the first day on."""
    key = at.find(typed).id
    return at.shared.register.organisation(key, max(one.starts or at.today, at.today)) if key else ""


@check("ONB-03", INFO, on="programme", days=100)
def no_citizen(at: Programme) -> Iterator[Problem]:
    """Nobody who uses services is among those whom a new leader is to meet.

    Why: An hour with somebody who uses services shows what no report does. It is somebody with `kind: citizen`, or
    who brings lived experience. It is looked at until the hundredth day.

    Bad:
        meet:
          - {who: sam.reid, kind: partner}

    Good:
        meet:
          - {who: sam.reid, kind: partner}
          - {who: lee.marsh, kind: citizen}
    """
    for one in _new(at, at.limit("ONB-03.days")):
        if not any(meeting.kind == "citizen" or _brings(at, meeting.who) for meeting in one.meet):
            message = "nobody who uses services is among the people to meet"
            yield Problem(one, ("meet",), message, "Add somebody to meet: with kind: citizen.")


def _brings(at: Programme, typed: str) -> bool:
    person = at.shared.people.get(at.find(typed).id or "")
    return person is not None and _LIVED in person.brings
