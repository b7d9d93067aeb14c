"""A brake: what changes more than a third of what there is, is more often a slip than a plan."""

_FEW = 3
"""A change of so few is no mass, whatever share of a short year it is."""


def is_many(changed: int, of: int) -> bool:
    """Whether so much goes or is rewritten at once that the one who typed has to say so, with --many."""
    return changed >= _FEW and 3 * changed > of
