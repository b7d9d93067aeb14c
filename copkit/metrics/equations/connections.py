"""What holds between the figures of who met whom."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from copkit.audience.equations import Cell, Equation, at_least, at_most, pairs_of, same, total
from copkit.metrics.release import Declared, Release
from copkit.metrics.value import half_up


def _chance(of: Release) -> Iterable[Equation]:
    """Pairs by chance are those of all people, less those of each group; a sector came at most so often."""
    homes = list(of.facts.home.values())
    sectors = {home: of.facts.sector(home) for home in homes}
    yield from _pairs_across(of, "", [one for one in homes if one])
    yield from _pairs_across(of, "sectors", [one for home in homes if (one := sectors[home])])
    moved = len({(key, home) for one, _ in of.rooms for key, home in one.organisations.items()}) > len(homes)
    for sector in {one: None for one in sectors.values() if one}:
        people = of("people of sectors", sector)
        yield total(people, [of("people of", home) for home in sectors if sectors[home] == sector])
        yield at_most(people, of("R2", sector))
        if not moved:
            yield at_most(of("R2", sector), people, len(of.rooms))


def _pairs_across(of: Release, label: str, groups: list[str]) -> Iterable[Equation]:
    chance, kind = of("C2", f"{label} by chance".strip()), f"people of {label}".strip()
    people = of.hides(f"{kind} in all", "", len(groups))
    without = of.hides(f"{kind} unknown", "", len(of.facts.home) - len(groups))
    yield total(of("M2"), (people, without))
    yield at_most(without, of("R2", "not known") if "not known" in of.labels("R2") else of("no organisation"))
    yield pairs_of(chance.of, people)
    sizes = {one: of.hides(kind, one, number, few=True) for one, number in Counter(groups).items()}
    yield total(people, sizes.values())
    yield from (at_least(size, 1) for size in sizes.values())
    yield Equation(((1, chance), (-1, chance.of)), tuple((1, size) for size in sizes.values()))
    number = of.told.get((chance.code, chance.label), {})
    if chance in number:  # the real share is never hidden, so the ratio says as much, and so does the index
        for told in (("C2", "ratio"), ("C3", "by chance")) if not label else ():
            if told in of.told or told[0] == "C2":
                of.told[told] = dict(number)
        if number[chance.of] and min(Counter(groups).values()) < of.facts.shared.programme.hide_counts_below:
            yield _about(of, chance, number[chance.of])


def _about(of: Release, chance: Cell, pairs: int) -> Equation:
    """What a chance tells when it is rounded to a twentieth, since one of the groups is small."""
    rounded = half_up(Fraction(20 * of.told[chance.code, chance.label][chance], pairs))
    about = of(f"about {chance.label}", "")
    of.rough[chance.code, chance.label] = {about: rounded}
    if chance.label == "by chance":
        of.rough["C2", "ratio"] = {}
        of.rough["C3", "by chance"] = {about: rounded}
    return Equation(((40, chance), (-2 * pairs, about)), least=-pairs, most=pairs)


def _together(of: Release) -> Iterable[Equation]:
    """All pairs are those of all who came; each session makes the pairs of those who were there."""
    every = [of("C8", label) for label in ("", "once or more", "three times or more")]
    yield pairs_of(every[0].of, of("M2"))
    yield from (same(one.of, every[0].of) for one in every[1:])
    once, thrice = every[1:]
    tables = any(one.plan.tables_sat or (one.notes and one.notes.tables_sat) for one in of.facts.held)
    shared = tuple((-1, room) for _, room in of.rooms)
    often = len(of.rooms)
    if often <= 3 and not tables:
        yield Equation(((1, once), *((1, one) for one in (every[0], thrice)[: often - 1])), shared)
    elif not tables:
        yield Equation(((1, once), (1, every[0]), (1, thrice)), shared, least=None)
    yield Equation(((1, once),), shared, least=None)
    yield from (Equation(((1, once),), ((-1, room),), most=None) for _, room in of.rooms)


def _bridges(of: Release) -> Iterable[Equation]:
    """Everybody who came reached some number of organisations; a pair reaches two."""
    rows = [of("C9", label) for label in ("", "2", "1", "0")]
    yield total(of("M2"), rows)
    yield from (same(row.of, of("M2")) for row in rows)
    yield Equation(((3, rows[0]), (2, rows[1]), (1, rows[2]), (-2, of("C2"))), least=None)


DECLARED: Declared = {"C2": _chance, "C8": _together, "C9": _bridges}
