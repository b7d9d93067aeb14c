"""What was measured of an initiative, in words."""

from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date
from copkit.documents.annual import Annual
from copkit.documents.people_held import Reader
from copkit.metrics.base import say_value
from copkit.models.initiative import Evidence, Initiative

say = lexicon.Words("exemplar")


class Measured(NamedTuple):
    """A measurement in words; `hidden` where so few were measured that the public may not see it."""

    measure: str
    before: str
    after: str
    number: str
    strength: str
    source: str


def measured(of: Annual, read: Reader, one: Initiative) -> tuple[Measured, ...]:
    """What had been measured by the day."""
    known = (line for line in one.evidence if line.date is None or line.date <= of.today)
    return tuple(_measured(of, read, line) for line in known)


def _measured(of: Annual, read: Reader, line: Evidence) -> Measured:
    number = say("how_many_is_not_given") if line.n is None else say("measured", number=say_value(line.n))
    before, after = read(line.before), read(line.after)
    if line.n is not None and of.door.hides(line.n):
        least = of.shared.programme.hide_counts_below
        before, after, number = "", say("hidden"), say("fewer_measured", number=least)
    when = f", {say_date(line.date)}" if line.date is not None else ""
    strength = say.table("strengths").get(line.strength or "", say("not_said_how_strong"))
    measure, source = read(line.measure) or say("not_said"), read(line.source) or say("source_not_given")
    return Measured(measure[:1].upper() + measure[1:], before, after, number, strength, f"{source}{when}")
