"""CHA: innovation challenges, chosen against criteria."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copkit.checks.context import Programme
from copkit.checks.problem import Problem
from copkit.checks.registry import INFO, WARNING, check

if TYPE_CHECKING:
    from copkit.models.challenges import Challenge


def _challenges(at: Programme) -> "Iterator[Challenge]":
    yield from at.shared.other.get("challenges", {}).values()


def _closed(at: Programme, one: "Challenge") -> bool:
    return one.closes is not None and one.closes < at.today


@check("CHA-01", WARNING, on="programme")
def no_score(at: Programme) -> Iterator[Problem]:
    """An entry to a challenge has no score for one of the criteria.

    Why: Without it the weighted sum puts the entry last for no fault of its own. While a challenge is open, only
    an entry that has some scores and not others is told.

    Bad:
        criteria: {need: 3, spread: 2}
        entries:
          - {title: Falls response car, by: county, scores: {need: 4}}

    Good:
        criteria: {need: 3, spread: 2}
        entries:
          - {title: Falls response car, by: county, scores: {need: 4, spread: 3}}
    """
    for one in _challenges(at):
        for index, entry in enumerate(one.entries):
            missing = [name for name in one.criteria if name not in entry.scores]
            if missing and (entry.scores or _closed(at, one)):
                message = f"“{entry.title}” has no score for {', '.join(missing)}"
                fix = "Ask the panel, and add it to scores:."
                yield Problem(one, ("entries", index, "scores"), message, fix)


@check("CHA-02", WARNING, on="programme")
def own_entry(at: Programme) -> Iterator[Problem]:
    """An entry was scored by somebody from the organisation that sent it in.

    Why: It is a conflict of interest, even when the score is fair. Others would have scored differently, or would
    say so.

    Bad:
        - {title: Falls response car, by: county, scored_by: [hospice, county]}

    Good:
        - {title: Falls response car, by: county, scored_by: [hospice, patients]}
    """
    now = at.shared.register.successor
    for one in _challenges(at):
        day = min(one.closes or at.today, at.today)
        for index, entry in enumerate(one.entries):
            panel = {now(key, day) for key in entry.scored_by}
            if entry.by and now(entry.by, day) in panel:
                message = f"“{entry.title}” is from {entry.by}, and somebody from there scored it"
                fix = "Take that score out of the mean, and the organisation out of scored_by:."
                yield Problem(one, ("entries", index, "scored_by"), message, fix)


@check("CHA-03", INFO, on="programme")
def nobody_asked(at: Programme) -> Iterator[Problem]:
    """A challenge has closed, and how members influenced the choice is not recorded.

    Why: Members who were heard send in more ideas. One sentence is enough, and “members were not asked” is one too.

    Bad:
        closes: 2026-10-16

    Good:
        closes: 2026-10-16
        our_say: Discussed on 2026-10-13; members ranked need above readiness
    """
    for one in _challenges(at):
        if _closed(at, one) and not one.our_say:
            message = "this challenge has closed, and it is not said how members influenced the choice"
            yield Problem(one, ("our_say",), message, "Add our_say: and one sentence.")
