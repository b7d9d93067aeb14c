"""What holds between the figures of where people came from."""

from collections.abc import Iterable

from copkit.audience.equations import Equation, at_least, at_most, same, total
from copkit.audience.figures import too_few
from copkit.metrics.gaps import ASKED
from copkit.metrics.release import Declared, Release


def _sectors(of: Release) -> Iterable[Equation]:
    """Every attendance is of one sector, or of one that is not known."""
    rows = [of("R2", label) for label in of.labels("R2")]
    yield total(of("M3"), rows)
    for row in rows:
        yield from (same(row.of, of("M3")), at_least(row, 1))


def _organisations(of: Release) -> Iterable[Equation]:
    """All attendances but those whose organisation is not known. What is said of each one is for members."""
    main, rows = of.figure("R3"), [one for one in of.figures["R3"] if one.people]
    known = int(main.denominator or 0) if main is not None else 0
    without = of.hides("no organisation", "", sum(len(one.people) for one, _ in of.rooms) - known)
    yield total(of("M3"), (of("R3").of, without))
    if "not known" in of.labels("R2"):
        yield at_most(without, of("R2", "not known"))
    else:
        yield Equation(((1, without),))
    if any(too_few(one, of.facts.shared.programme.hide_counts_below) for one in rows):
        of.rough |= {("R3", label): {} for label in ("index", "effective number")}


def _lived(of: Release) -> Iterable[Equation]:
    """Whoever comes from an organisation of people with lived experience brings it; so does one at each session."""
    brought = of("R4", "attendances")
    yield from (
        same(brought.of, of("M3")),
        at_most(of("R2", "lived-experience"), brought),
        at_most(of("R4"), brought),
    )


def _asked(of: Release) -> Iterable[Equation]:
    """Those who were asked what they bring are among all who came."""
    if of.labels("R6", ""):
        yield same(of("R6", ASKED).of, of("M2"))


DECLARED: Declared = {"R2": _sectors, "R3": _organisations, "R4": _lived, "R6": _asked}
