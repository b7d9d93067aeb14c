"""What was measured before and after, as a pair that can be drawn and said; never ordered by how much changed."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_number
from copkit.documents.annual import Annual
from copkit.documents.saying import capital
from copkit.models.initiative import Evidence, Initiative
from copkit.patterns import when_used

say = lexicon.Words("pairs")

FEW = 10
"""With fewer cases a pair is too little to lean on."""
ORDER = ("evaluated", "before-after", "local-count", "story", "")
_NUMBER = when_used(r"(\d[\d,]*(?:\.\d+)?)(?: of (\d[\d,]*))?(?:\s+\D*)?")
_IN_UNIT = when_used(r"(.+) in (\w+)")


class Pair(NamedTuple):
    """A measure before and after: its title, what stands under it, and its numbers where they can be read.

    `of` is the initiative, `compared` with what it was compared, if with anything.
    """

    title: str
    under: str
    what: str
    before: float | None
    after: float | None
    before_of: int | None
    after_of: int | None
    unit: str
    before_when: str
    after_when: str
    n: int | None
    compared: str
    of: str

    @property
    def small(self) -> bool:
        """Whether it is of too few cases to lean on, or nobody said of how many."""
        return self.n is None or self.n < FEW


def pairs_of(annual: Annual) -> tuple[Pair, ...]:
    """The pairs of a community's year: the best kind of evidence first, then of most cases, then the latest."""
    found = sorted(_pairs(annual), key=lambda one: one[0])
    return tuple(pair for _, pair in found)


def counted_only(annual: Annual) -> tuple[str, ...]:
    """What was counted once, with no number before it, in the words typed."""
    return tuple(
        say("counted", measure=one.measure, number=one.after)
        for _, one in _lines(annual)
        if one.measure and one.after and not one.before
    )


def _lines(annual: Annual) -> Iterator[tuple[Initiative, Evidence]]:
    """Every line of evidence up to the day that this audience may read: none of so few that it is hidden."""
    for key in sorted(annual.community.initiatives):
        initiative = annual.community.initiatives[key]
        for one in initiative.evidence:
            early = one.date is None or one.date <= annual.facts.day
            if early and not (one.n is not None and annual.door.hides(one.n)):
                yield initiative, one


def _pairs(annual: Annual) -> Iterator[tuple[tuple[int, int, int, str], Pair]]:
    for initiative, one in _lines(annual):
        if one.measure and one.before and one.after:
            latest = -(one.date or date.min).toordinal()
            pair = _pair(initiative, one)
            yield (ORDER.index(one.strength or ""), -(one.n or 0), latest, pair.title), pair


def _pair(initiative: Initiative, one: Evidence) -> Pair:
    (before, before_of), (after, after_of) = _read(one.before), _read(one.after)
    if before is None or after is None:
        before = after = None
    what, unit = _unit(one.measure)
    return Pair(
        one.say or _title(capital(what), one, unit),
        _under(initiative, one),
        capital(what),
        before,
        after,
        before_of,
        after_of,
        unit,
        one.before_when or say("when_before"),
        one.after_when or say("when_after"),
        one.n,
        one.compared_with,
        initiative.name,
    )


def _title(what: str, one: Evidence, unit: str) -> str:
    if unit:
        return say("in_unit", what=what, before=one.before, after=one.after, unit=unit)
    return say("from_to", what=what, before=one.before, after=one.after)


def _under(initiative: Initiative, one: Evidence) -> str:
    """The initiative, how many cases, and where the figures come from."""
    cases = say.plural("cases", one.n, number=say_number(one.n)) if one.n is not None else ""
    if cases and one.n is not None and one.n < FEW:
        cases = say("too_few", cases=cases)
    return "; ".join(part for part in (initiative.name, cases, one.source) if part)


def _unit(measure: str) -> tuple[str, str]:
    """A measure without its unit, and the unit: `mean wait in minutes`."""
    found = _IN_UNIT.fullmatch(measure.strip())
    if found and found[2].casefold() in say.lines("units"):
        return found[1], found[2]
    return measure.strip(), ""


def _read(typed: str) -> tuple[float | None, int | None]:
    """The number that was typed, and of how many; none where it is not one."""
    found = _NUMBER.fullmatch(typed.strip())
    if found is None:
        return None, None
    return float(found[1].replace(",", "")), int(found[2].replace(",", "")) if found[2] else None
