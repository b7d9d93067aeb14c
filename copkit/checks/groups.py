"""GRP: task-and-finish groups and interest groups."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from copkit.checks.context import Community
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, INFO, WARNING, check, since
from copkit.dates import say_date

if TYPE_CHECKING:
    from copkit.models.group import Group


def _open(at: Community) -> "Iterator[Group]":
    """The groups that have not finished."""
    return (one for one in at.community.groups.values() if one.finished is None)


@check("GRP-01", ERROR, on="community")
def no_lead(at: Community) -> Iterator[Problem]:
    """A group has no lead.

    Why: A group that everybody leads does not meet. One person calls it together and tells the community how it
    goes.

    Bad:
        name: Shared referral form
        members: [joe.bell, lee.marsh]

    Good:
        name: Shared referral form
        lead: sam.reid
        members: [joe.bell, lee.marsh]
    """
    for one in _open(at):
        if not one.lead:
            yield Problem(one, ("lead",), "this group has no lead", "Add lead: and a person.")


@check("GRP-02", ERROR, on="community")
def no_end(at: Community) -> Iterator[Problem]:
    """A task-and-finish group has no date by which it is to finish.

    Why: Without an end it is an interest group, which is a good thing too: call it so (`kind: interest`).

    Bad:
        kind: task-and-finish
        starts: 2026-07-01

    Good:
        kind: task-and-finish
        starts: 2026-07-01
        finish_by: 2026-10-30
    """
    for one in _open(at):
        if one.kind == "task-and-finish" and one.finish_by is None:
            message = "this task-and-finish group has no date to finish by"
            yield Problem(one, ("finish_by",), message, "Add finish_by: and a day, or write kind: interest.")


@check("GRP-03", WARNING, on="community", sessions=2)
def no_report(at: Community) -> Iterator[Problem]:
    """A group has told the community nothing at the last two sessions.

    Why: The community asked the question and can help with what stands in the way, if it hears of it. Sessions
    before the group started do not count.

    Bad:
        starts: 2026-07-01
        reports: []

    Good:
        starts: 2026-07-01
        reports:
          - {date: 2026-09-08, said: Form tested on two wards, asks: Two more wards}
    """
    count = at.limit("GRP-03.sessions")
    held = [one.date for one in at.community.sessions if one.date < at.today and not one.cancelled]
    recent = held[-count:] if count and len(held) >= count else []
    for one in _open(at) if recent else ():
        start = _start(at, one)
        if start is not None and start > recent[0]:
            continue
        if not any(report.date is None or report.date >= recent[0] for report in one.reports):
            message = f"this group has not reported to the last {len(recent)} sessions"
            fix = "Ask its lead for two sentences, and add them to reports: with the day."
            yield Problem(one, ("reports",), message, fix)


def _start(at: Community, one: "Group") -> date | None:
    """When a group started; where that is not said, it was not there before the day after it was asked for."""
    session = at.community.session(one.from_) if one.starts is None else None
    if session is None:
        return one.starts
    return next((other.date for other in at.community.sessions if other.date > session.date), at.today)


@check("GRP-04", on="community", steps=since(warning=1, error=90))
def too_long(at: Community) -> Iterator[Problem]:
    """A group is past the date by which it was to finish, and has not finished.

    Why: Members gave their time until a day. Close it with what came of it, or agree a new day and tell the
    community. After 90 days it is an error.

    Bad:
        finish_by: 2026-10-30

    Good:
        finish_by: 2026-10-30
        finished: 2026-10-29
        result: One form has replaced three on four wards
    """
    for one in _open(at):
        if one.finish_by is not None and one.finish_by < at.today:
            message = f"this group was to finish by {say_date(one.finish_by)}"
            fix = "Add finished: and result:, or agree a new day in finish_by:."
            yield Problem(one, ("finish_by",), message, fix, distance=(at.today - one.finish_by).days)


@check("GRP-05", WARNING, on="community")
def no_result(at: Community) -> Iterator[Problem]:
    """A group has finished and does not say what came of it.

    Why: Somebody will ask the same question again. A group that found that it cannot be done has a result, too.

    Bad:
        finished: 2026-10-29

    Good:
        finished: 2026-10-29
        result: One form has replaced three on four wards
    """
    for one in at.community.groups.values():
        if one.finished is not None and one.finished <= at.today and not one.result:
            message = f"this group finished on {say_date(one.finished)} and does not say what came of it"
            yield Problem(one, ("finished",), message, "Add result: and a sentence or two.")


@check("GRP-06", INFO, on="community")
def one_organisation(at: Community) -> Iterator[Problem]:
    """Everybody in a group is from one organisation.

    Why: What one organisation works out by itself often stops at its door. It says nothing where it is not known
    where somebody works.

    Bad:
        lead: amina.khan                # icb
        members: [helen.foxcroft]       # icb

    Good:
        lead: amina.khan                # icb
        members: [helen.foxcroft, sam.reid]
    """
    organisation = at.shared.register.organisation
    for one in _open(at):
        people = {at.who(name) for name in (one.lead, *one.members) if name}
        where = {organisation(who, at.today) for who in people}
        if len(people) > 1 and len(where) == 1 and (only := next(iter(where))):
            message = f"everybody in this group is from {only}"
            yield Problem(one, ("members",), message, "Ask somebody from another organisation to join.")


@check("GRP-07", WARNING, on="community")
def no_session(at: Community) -> Iterator[Problem]:
    """A group does not say which session asked for it, and is not marked as alongside the community.

    Why: What came of sessions is what the community is judged by. A group that others set up runs alongside, and
    is not counted as its work.

    Bad:
        name: Medicines that come home too

    Good:
        name: Medicines that come home too
        from: 2026-07-14
    """
    for one in at.community.groups.values():
        if not one.from_ and not one.because_of and one.relation != "alongside":
            message = "no session is named that asked for this group"
            fix = "Add from: and the session's date, or relation: alongside if others set it up."
            yield Problem(one, ("from",), message, fix)
