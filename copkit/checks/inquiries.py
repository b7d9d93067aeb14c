"""INQ: inquiries into what helps people to connect."""

from collections.abc import Iterator

from copkit.checks.context import Programme
from copkit.checks.problem import Problem
from copkit.checks.registry import INFO, check


@check("INQ-01", INFO, on="programme")
def no_response(at: Programme) -> Iterator[Problem]:
    """An inquiry found something, and nothing was done about it.

    Why: People gave their time to say it. An activity names the finding behind it in `because_of:`; deciding not to
    act, and saying why, is an activity, too. An inquiry that has not ended is let be.

    Bad:
        findings:
          - {id: face-to-face, found: Meeting in person makes everything online easier}

    Good:
        findings:
          - {id: face-to-face, found: Meeting in person makes everything online easier}
        activities:
          - {what: Two of ten sessions are in person, because_of: face-to-face}
    """
    for one in at.shared.other.get("inquiry", {}).values():
        if one.ends is not None and one.ends > at.today:
            continue
        answered = {activity.because_of for activity in one.activities}
        for index, finding in enumerate(one.findings):
            if finding.id not in answered:
                message = f"nothing was done because of “{finding.id}”"
                fix = f"Add what was done to activities:, with because_of: {finding.id}."
                yield Problem(one, ("findings", index), message, fix)
