"""CPD: continuing professional development."""

from collections.abc import Iterator

from copkit.checks.context import Programme
from copkit.checks.problem import Problem
from copkit.checks.registry import ERROR, check


@check("CPD-02", ERROR, on="programme")
def no_body(at: Programme) -> Iterator[Problem]:
    """A course is said to be accredited, without the body or its reference.

    Why: People send certificates to their regulator. One that cannot be looked up does them harm.

    Bad:
        accredited: {hours: 18}

    Good:
        accredited: {by: Example CPD body, ref: CPD-1234, hours: 18}
    """
    for one in at.shared.other.get("cohorts", {}).values():
        if one.accredited is None:
            continue
        missing = [key for key in ("by", "ref") if not getattr(one.accredited, key)]
        if missing:
            words = " and no ".join({"by": "body", "ref": "reference"}[key] for key in missing)
            message = f"this course is said to be accredited, with no {words}"
            fix = f"Add {' and '.join(f'{key}:' for key in missing)}, or take accredited: out."
            yield Problem(one, ("accredited",), message, fix)
