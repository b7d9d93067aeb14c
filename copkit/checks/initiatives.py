"""INI: initiatives, from the idea to what everybody uses."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from copkit.checks.context import Community, months_between
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, INFO, WARNING, check
from copkit.dates import say_date, say_month

if TYPE_CHECKING:
    from copkit.models.initiative import Adoption, Initiative

_EXEMPLAR = frozenset({"exemplar", "spreading", "embedded"})
_PROMISING = _EXEMPLAR | {"promising"}
_ENDED = frozenset({"embedded", "stopped"})
_RANKS = {"aware": 1, "in-progress": 2, "adopted": 3, "sustained": 4}
"""How far an organisation has come; the other statuses are before the start."""


def _at_stage(at: Community, stages: frozenset[str]) -> "Iterator[Initiative]":
    return (one for one in at.community.initiatives.values() if one.stage in stages)


def _adopting(at: Community) -> "Iterator[tuple[Initiative, str, Adoption]]":
    """Each organisation's line in the adoption table of each initiative that goes on."""
    for one in at.community.initiatives.values():
        for key, adoption in one.adoption.items() if one.stage != "stopped" else ():
            yield one, key, adoption


@check("INI-01", INFO, on="community", months=6)
def old_stage(at: Community) -> Iterator[Problem]:
    """An initiative has been at the same stage for six months.

    Why: It may be stuck and need help, or have moved on without anybody writing it down. One that is embedded or
    has stopped is let be.

    Bad:
        stage: testing
        stages:
          - {date: 2025-09-01, stage: testing}

    Good:
        stage: promising
        stages:
          - {date: 2025-09-01, stage: testing}
          - {date: 2026-03-10, stage: promising, note: Four wards}
    """
    for one in at.community.initiatives.values():
        last = _last_change(at, one)
        if one.stage not in _ENDED and last and months_between(last, at.today) >= at.limit("INI-01.months"):
            message = f"this initiative has been at the stage “{one.stage}” since {say_month(last)}"
            fix = "Ask what it needs; then add a line to stages:, or write stage: stopped and why."
            yield Problem(one, ("stage",), message, fix)


def _last_change(at: Community, one: "Initiative") -> date | None:
    """The day of its last stage, or of the session that surfaced it."""
    dated = [line.date for line in one.stages if line.date]
    session = at.community.session(one.surfaced) if one.surfaced and not dated else None
    return max(dated) if dated else session.date if session else None


@check("INI-02", WARNING, on="community")
def no_sponsor(at: Community) -> Iterator[Problem]:
    """A promising initiative, or one further on, has no sponsor or no board.

    Why: New work needs somebody senior who opens doors, and a board that it answers to; without them it ends with
    the people who had the idea.

    Bad:
        stage: promising
        owner: joe.bell

    Good:
        stage: promising
        owner: joe.bell
        sponsor: jo.ng
        board: Discharge Improvement Board
    """
    for one in _at_stage(at, _PROMISING):
        missing = [key for key in ("sponsor", "board") if not getattr(one, key)]
        if missing:
            message = f"this initiative is {one.stage} and has no {' and no '.join(missing)}"
            yield Problem(one, (missing[0],), message, f"Add {' and '.join(f'{key}:' for key in missing)}.")


@check("INI-03", ERROR, on="community")
def no_evidence(at: Community) -> Iterator[Problem]:
    """An exemplar, or an initiative further on, has no evidence.

    Why: Others are told to copy it. They have to know what was measured, with how many, and by whom.

    Bad:
        stage: exemplar

    Good:
        stage: exemplar
        evidence:
          - {date: 2026-09-30, measure: minutes to refer, before: 34, after: 12, n: 12, source: ward log}
    """
    for one in _at_stage(at, _EXEMPLAR):
        if not one.evidence:
            message = f"this initiative is {one.stage}, and nothing shows that it works"
            fix = "Add evidence: with measure:, n: and source:, or go back to stage: promising."
            yield Problem(one, ("evidence",), message, fix)


@check("INI-04", WARNING, on="community")
def no_date(at: Community) -> Iterator[Problem]:
    """An organisation has adopted an initiative, and the day is missing.

    Why: The order and the time of adoption show how something spreads. Without the day it is in no such figure.

    Bad:
        adoption:
          county: {status: adopted}

    Good:
        adoption:
          county: {status: adopted, date: 2026-10-20}
    """
    for one, key, adoption in _adopting(at):
        if adoption.status in ("adopted", "sustained") and adoption.date is None:
            message = f"{key} has {adoption.status} this, and since when is missing"
            yield Problem(one, ("adoption", key), message, "Add date: and the day.")


@check("INI-05", WARNING, on="community")
def not_in_table(at: Community) -> Iterator[Problem]:
    """An organisation in scope is missing from an initiative's adoption table.

    Why: “Four of seven have adopted” is wrong when there are nine. One that cannot use it has the status
    not-applicable. The table is looked at once it is begun, or once the initiative is promising.

    Bad:
        # organisations in scope: acute, county, hospice
        adoption:
          acute: {status: adopted, date: 2026-09-30}

    Good:
        adoption:
          acute: {status: adopted, date: 2026-09-30}
          county: {status: not-yet}
          hospice: {status: not-applicable}
    """
    now = at.shared.register.successor
    scope = {key: now(key, at.today) for key in at.about.community.organisations}
    for one in at.community.initiatives.values():
        if one.stage == "stopped" or not (one.adoption or one.stage in _PROMISING):
            continue
        there = {now(key, at.today) for key in one.adoption}
        missing = [key for key, today in scope.items() if today not in there]
        if missing:
            more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
            message = f"not in the adoption table: {', '.join(missing[:5])}{more}"
            fix = "Add each with its status: not-yet, or not-applicable if it cannot use this."
            yield Problem(one, ("adoption",), message, fix)


@check("INI-06", WARNING, on="community")
def went_back(at: Community) -> Iterator[Problem]:
    """An organisation's status went backwards, and no note says why.

    Why: Why something was given up teaches the next who try. `history:` holds the earlier statuses.

    Bad:
        county:
          status: stopped
          date: 2026-10-20
          history:
            - {date: 2026-06-01, status: adopted}

    Good:
        county:
          status: stopped
          date: 2026-10-20
          note: Their new record system has its own form
          history:
            - {date: 2026-06-01, status: adopted}
    """
    for one, key, adoption in _adopting(at):
        earlier: str = ""
        lines = [(line.status, line.note) for line in adoption.history]
        for status, note in (*lines, (adoption.status, adoption.note)):
            if _RANKS.get(status, 0) < _RANKS.get(earlier, 0) and not note:
                message = f"{key} went back from {earlier} to {status}, and no note says why"
                yield Problem(one, ("adoption", key), message, "Add note: and why.")
                break
            earlier = status


@check("INI-07", WARNING, on="community")
def no_size(at: Community) -> Iterator[Problem]:
    """Evidence does not say how many were measured, or where the figures come from.

    Why: 12 minutes instead of 34 means one thing for 12 referrals and another for 1,200. Who reads it will ask.

    Bad:
        - {measure: minutes to refer, before: 34, after: 12}

    Good:
        - {measure: minutes to refer, before: 34, after: 12, n: 12, source: ward log}
    """
    for one in at.community.initiatives.values():
        for index, evidence in enumerate(one.evidence):
            missing = [*(["n"] if evidence.n is None else []), *([] if evidence.source else ["source"])]
            if missing:
                what = {"n": "how many were measured", "source": "where the figures come from"}
                message = f"this evidence does not say {' or '.join(what[key] for key in missing)}"
                fix = f"Add {' and '.join(f'{key}:' for key in missing)}."
                yield Problem(one, ("evidence", index), message, fix)


@check("INI-08", WARNING, on="community")
def nobody_to_ask(at: Community) -> Iterator[Problem]:
    """An exemplar, or an initiative further on, has no contact or does not say how to adopt it.

    Why: Somebody who reads of it and wants it has to know whom to write to, and what to do first.

    Bad:
        stage: exemplar

    Good:
        stage: exemplar
        contact: exemplars@anytown.example
        how_to_adopt: Visit the lounge on a weekday between 3pm and 5pm.
    """
    for one in _at_stage(at, _EXEMPLAR):
        missing = [key for key in ("contact", "how_to_adopt") if not getattr(one, key)]
        if missing:
            what = {"contact": "whom to write to", "how_to_adopt": "how to take it up"}
            message = f"this initiative is {one.stage} and does not say {' or '.join(what[key] for key in missing)}"
            yield Problem(one, (missing[0],), message, f"Add {' and '.join(f'{key}:' for key in missing)}.")


@check("INI-09", INFO, on="community", months=12)
def not_checked(at: Community) -> Iterator[Problem]:
    """An organisation adopted an initiative a year ago, and nobody has looked whether it lasts.

    Why: Many good things fade once the people who brought them in have moved on. A check a year later tells.

    Bad:
        county: {status: adopted, date: 2025-03-20}

    Good:
        county: {status: sustained, date: 2026-04-02, checked: 2026-04-02}
    """
    months = at.limit("INI-09.months")
    for one, key, adoption in _adopting(at):
        day, checked = adoption.date, adoption.checked
        if adoption.status != "adopted" or day is None or months_between(day, at.today) < months:
            continue
        if checked is None or months_between(day, checked) < months:
            message = f"{key} adopted this on {say_date(day)}, and nobody has looked whether it lasts"
            fix = "Ask; then write status: sustained or stopped, and checked: and the day."
            yield Problem(one, ("adoption", key), message, fix)


@check("INI-10", INFO, on="community")
def left_out(at: Community) -> Iterator[Problem]:
    """A promising initiative, or one further on, does not say who might be left out.

    Why: What helps most people can widen the gap for some: those without a telephone, a settled address or
    English. The time to ask is before it spreads.

    Bad:
        stage: promising

    Good:
        stage: promising
        equity: People without an address. A version with pictures is being tried with the housing team.
    """
    for one in _at_stage(at, _PROMISING):
        if not one.equity:
            message = f"this initiative is {one.stage} and does not say who might be left out"
            yield Problem(one, ("equity",), message, "Add equity: and who, and what is done about it.")


@check("INI-11", WARNING, on="community")
def without_a_day(at: Community) -> Iterator[Problem]:
    """A stage or a status has no day, and the one before it has.

    Why: It counts while the year goes on. Once the year is over nobody can tell whether it was reached in it, so
    reports of that year stand at the last stage or status with a day.

    Bad:
        stage: stopped
        stages:
          - {date: 2025-09-01, stage: testing}

    Good:
        stage: stopped
        stages:
          - {date: 2025-09-01, stage: testing}
          - {date: 2026-03-10, stage: stopped, note: The supplier withdrew it}
    """
    for one in at.community.initiatives.values():
        if _moved_on(one.stage, [(line.date, line.stage) for line in one.stages], "spotted"):
            message = f"the stage “{one.stage}” has no day, and the one before it has"
            yield Problem(one, ("stage",), message, f"Add a line to stages: with date: and stage: {one.stage}.")
    for one, key, told in _adopting(at):
        lines = [(line.date, line.status) for line in told.history]
        if told.date is None and _moved_on(told.status, lines, "not-yet"):
            message = f"{key} is at “{told.status}” since no day, and what came before it has one"
            yield Problem(one, ("adoption", key), message, "Add date: and the day.")


def _moved_on(now: str, before: Iterable[tuple[date | None, str]], left_out: str) -> bool:
    """Whether what is said of now differs from the last of what has a day; left out, it says nothing."""
    dated = sorted((day, word) for day, word in before if day is not None)
    return bool(dated) and now not in (left_out, dated[-1][1])
