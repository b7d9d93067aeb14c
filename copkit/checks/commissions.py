"""COM: what communities of the same commission say of it."""

from collections.abc import Iterator

from copkit.checks.context import Community
from copkit.checks.problem import Problem
from copkit.checks.registry import WARNING, check
from copkit.workspace.commissions import commission_key, terms_of


@check("COM-01", WARNING, on="community", closed=True)
def terms_differ(at: Community) -> Iterator[Problem]:
    """Communities of the same commission say its terms differently.

    Why: What was asked for stands in the first lines of the evaluation. While the files disagree it is not printed,
    since nobody can say which of them is right. It is the same commission where who commissioned and the day are
    the same; what a file leaves out contradicts nothing.

    Bad:
        # in another community: {by: Example Cancer Alliance, date: 2026-01-12, convenings_each: 5}
        commission: {by: Example Cancer Alliance, date: 2026-01-12, convenings_each: 3}

    Good:
        # in another community: {by: Example Cancer Alliance, date: 2026-01-12, convenings_each: 3}
        commission: {by: Example Cancer Alliance, date: 2026-01-12, convenings_each: 3}
    """
    own = at.about.commission
    if own is None:
        return
    shared = {
        name: one
        for name, one in at.context.commissions.items()
        if commission_key(one) == commission_key(own)
    }
    for field, values in terms_of(list(shared.values())).unclear.items():
        others = sorted(name for name, one in shared.items() if getattr(one, field) != getattr(own, field))
        if others:
            message = f"the files of this commission disagree on {field}: {', '.join(values)}"
            fix = f"Compare it with {', '.join(others[:3])}, and write the same in each."
            yield Problem(at.about, ("commission", field), message, fix)
