"""All communities in one period: people counted once, and every other figure as the sum of its parts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from copkit.metrics.base import Figure, Period, Source
from copkit.metrics.facts import Facts
from copkit.metrics.making import Maker
from copkit.metrics.registry import metric
from copkit.workspace import Shared


class Together:
    """The programme in one period: what all communities share, and the facts of each."""

    def __init__(self, shared: Shared, period: Period, today: date, parts: Iterable[Facts] = ()) -> None:
        self.shared, self.period, self.parts = shared, period, tuple(parts)
        self.day = min(period.end, today)

    @cached_property
    def came(self) -> dict[str, list[Source]]:
        """For everybody who came to any community, by id, one place for each community."""
        found: dict[str, list[Source]] = {}
        for part in self.parts:
            files = part.community.files
            for key, there in part.came.items():
                found.setdefault(key, []).append(there[0].source(key, files))
        return found

    @property
    def without_attendance(self) -> tuple[str, ...]:
        return tuple(f"{part.community.id} {name}" for part in self.parts for name in part.without_attendance)


@metric("P1", "People across communities", of="programme")
def people_once(all_of_it: Together) -> Iterator[Figure]:
    """Different people who came to any community, each counted once; the sum over communities; those in several.

    From: `present:` in the notes of every community.
    """
    make = Maker("P1", all_of_it.period, all_of_it.without_attendance)
    once = [places[0] for places in all_of_it.came.values()]
    yield make.count("", once, "people", people=True)
    every = [place for places in all_of_it.came.values() for place in places]
    yield make.count("sum over communities", every, "people", people=True)
    several = [(len(places), places[0]) for places in all_of_it.came.values()]
    yield make.split("in two communities or more", several, lambda number: number > 1, "people", people=True)


def coverage(all_of_it: Together) -> dict[str, Counter[str]]:
    """How often people of each organisation came to each community: the matrix that shows who is missing where."""
    found: dict[str, Counter[str]] = {}
    for part in all_of_it.parts:
        counts = Counter(home for one in part.attended for home in one.organisations.values() if home)
        found[part.community.id] = counts
    return found


SUMMED = ("D1", "D2", "D3", "D4", "D5", "M3", "M4", "R4", "R6", "C1", "W1", "W2", "W3", "W4", "W5",
          "A1", "A2", "A3", "A5", "V1", "V3", "V4")  # fmt: skip
"""The metrics whose counts and shares add up over communities. Where people would be counted twice they do not."""


def summed(code: str, parts: Iterable[tuple[str, Iterable[Figure]]]) -> tuple[Figure, ...]:
    """A metric's figures added up over communities, by label, in the order in which they first come.

    `parts` are each community's id and its figures. Medians, means and indices do not add up and are left away.
    """
    if code not in SUMMED:
        raise ValueError(f"{code} does not add up over communities")
    found: dict[str, Figure] = {}
    for community, figures in parts:
        for one in figures:
            if one.form not in ("count", "share") and one.unit != "hours":
                continue
            out = tuple(f"{community} {name}" for name in one.left_out)
            one = one._replace(left_out=out)
            found[one.label] = _added(found[one.label], one) if one.label in found else one
    return tuple(found.values())


def _added(a: Figure, b: Figure) -> Figure:
    top = a.numerator + b.numerator
    bottom = None
    if a.denominator is not None or b.denominator is not None:
        bottom = (a.denominator or 0) + (b.denominator or 0)
    return a._replace(
        value=top if bottom is None else (top / bottom if bottom else None),
        numerator=top,
        denominator=bottom,
        counted=a.counted + b.counted,
        among=a.among + b.among,
        left_out=a.left_out + b.left_out,
        missing=a.missing and b.missing,
    )
