"""What holds between the figures of forms and of hours."""

from collections.abc import Iterable

from copkit.audience.equations import Equation, at_most, same, total
from copkit.metrics.delivery import lasted
from copkit.metrics.release import Declared, Release
from copkit.metrics.stay import stays, untold


def _forms(of: Release) -> Iterable[Equation]:
    """Forms are of those who were there; no question has more answers; the change is after less before."""
    feedback, there = of.facts.community.feedback, {one.session.id for one, _ in of.rooms}
    asked = [one.id for one in of.facts.held if one.id in feedback]
    yield total(of("V4", "response").of, of.there(key for key in asked if key in there))
    forms = of.hides("forms", "", sum(feedback.of(key).forms for key in asked))
    yield at_most(of("V4", "response"), forms)
    if there.issuperset(asked):
        yield same(of("V4", "response"), forms)
    yield from (at_most(of("V4", label).of, forms) for label in of.labels("V4", "response"))
    before, after, change = (of("V4", f"confidence {label}") for label in ("before", "after", "change"))
    better = of("V4", "confidence improved")
    yield from (same(one.of, better.of) for one in (before, after, change))
    yield total(after, (before, change))
    yield at_most(change, better, 4)
    yield Equation(((-1, change), (5, better), (-4, better.of)), least=None)


def _hours(of: Release) -> Iterable[Equation]:
    """Hours are those of each session times its people, less what somebody missed; everybody may ask for them."""
    hours, whole = of.figure("L1"), stays(of.facts).values()
    if hours is not None and hours.value is not None:
        minutes = of.also("L1", "", of("L1", "minutes"), round(hours.value * 60))
        missed = sum(one.whole - one.minutes for each in whole for one in each)
        spent = tuple((lasted(one.session), room) for one, room in of.rooms)
        yield Equation((*spent, (-1, minutes)), most=None if missed or untold(of.facts) else 0)
    asked = of.figure("L1", "asked for certificates")
    if asked is not None and asked.denominator:
        yield same(of("L1", asked.label).of, of("M2"))


DECLARED: Declared = {"V4": _forms, "L1": _hours}
