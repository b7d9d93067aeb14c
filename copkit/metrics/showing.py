"""What an audience sees of a metric: few people are hidden, and so is what would give their number away."""

from collections.abc import Iterable

from copkit.metrics.base import Figure
from copkit.models.base import Audience


def shown(figures: Iterable[Figure], audience: Audience, below: int) -> tuple[Figure, ...]:
    """A metric's figures as an audience may see them; those that are not for it are left away.

    Where the parts of a whole stand side by side, one that is hidden could be worked out from the others. So the
    smallest ones are hidden with it, until there are two or more and they add up to `below` people; then what was
    worked out from the parts is hidden as well, and so is a figure that says the same as a hidden one.
    """
    real = [one for one in figures if not (audience == "public" and one.members_only)]
    seen = [one.shown_to(audience, below) or one.hide() for one in real]
    hidden = {place for place, one in enumerate(seen) if one.hidden}
    for whole in {one.part_of for one in real if one.part_of and one.people}:
        hidden |= _also(real, hidden, whole, below)
    gone = {(real[place].numerator, real[place].denominator) for place in hidden if real[place].part_of}
    for place, one in enumerate(real):
        if one.people and gone and (one.numerator, one.denominator) in gone:
            hidden.add(place)
    return tuple(real[place].hide() if place in hidden else one for place, one in enumerate(seen))


def _also(real: list[Figure], hidden: set[int], whole: str, below: int) -> set[int]:
    """Which figures of a whole are hidden together."""
    parts = [place for place, one in enumerate(real) if one.part_of == whole and one.people]
    mine = {place for place in parts if place in hidden}
    if not mine:
        return set()
    rest = sorted((place for place in parts if place not in mine), key=lambda place: (real[place].numerator, place))
    while rest and (len(mine) < 2 or sum(real[place].numerator for place in mine) < below):
        mine.add(rest.pop(0))
    return mine | {place for place, one in enumerate(real) if one.part_of == whole and not one.people}
