"""A: initiatives, the stages that they reached, and who has taken them up."""

from collections.abc import Callable, Iterator
from datetime import timedelta

from copkit import lexicon
from copkit.metrics import gaps
from copkit.metrics.base import Figure, Source
from copkit.metrics.facts import Facts
from copkit.metrics.registry import metric
from copkit.metrics.standing import STAGES, USING, adopted_on
from copkit.models.initiative import InitiativeStage

_EXEMPLARY = ("exemplar", "spreading", "embedded")
Row = tuple[str, Source]
Move = Callable[[InitiativeStage | None, InitiativeStage | None], bool]


def _stages(facts: Facts) -> dict[str, tuple[InitiativeStage | None, InitiativeStage | None]]:
    """For each initiative its stage before the period and at its end; None when it had not surfaced."""
    before, view = facts.period.start - timedelta(days=1), facts.view
    return {name: (view.stage(one, before), view.stage(one)) for name, one in view.initiatives.items()}


def _at(facts: Facts, name: str, *path: str) -> Source:
    """Where it stands; an organisation of no register may be called anything, and after anybody."""
    said = " ".join((f"initiatives/{name}", *path[1:]))
    typed = not facts.shared.register.organisations.keys() >= set(path[1:])
    return Source(said, facts.community.files, facts.view.initiatives[name], path, who=typed)


@metric("A1")
def funnel(facts: Facts) -> Iterator[Figure]:
    """Initiatives at each stage at the end of the period, and those that moved in it.

    Moved up or down compares the stage at the end with that on the day before the period; `new` surfaced in it,
    `stopped` stopped in it. Taken up are those that at least one organisation has adopted or sustained. The stage
    is that of the last line of `stages:` up to the day, where one without a day holds from the start. `stage:` has
    no day: while the period goes on it holds after the last line; in a period that is over only where no line of
    `stages:` has a day; left out, or spotted, it says nothing beside other lines. An initiative surfaced on the day
    of the session that surfaced it, or else on that of its first line with a day; without either it has always been
    there. One that had surfaced and has no line yet is spotted.

    From: `stage:`, `stages:`, `surfaced:` and `adoption:` in initiatives/*.yaml.
    """
    make, stages = facts.maker("A1"), _stages(facts)
    yield make.count("", [_at(facts, name) for name in stages], "initiatives")
    for stage in STAGES:
        chosen = [_at(facts, name, "stage") for name, (_, now) in stages.items() if now == stage]
        yield make.count(f"at {stage}", chosen, "initiatives")
    tests: dict[str, Move] = {
        "new": lambda before, now: before is None,
        "moved up": lambda before, now: _step(before, now) > 0,
        "moved down": lambda before, now: _step(before, now) < 0,
        "stopped": lambda before, now: now == "stopped" and before != "stopped",
    }
    for label, test in tests.items():
        chosen = [_at(facts, name, "stages") for name, (before, now) in stages.items() if test(before, now)]
        yield make.count(f"{label} in the period", chosen, "initiatives")
    make = make.because(None if stages else gaps.gap("none yet", "no_initiative"))
    used = [name for name, rows in statuses(facts).items() if any(status in USING for status, _ in rows)]
    yield make.count("taken up", [_at(facts, name, "adoption") for name in used], "initiatives")


def _step(before: InitiativeStage | None, now: InitiativeStage | None) -> int:
    """How many stages an initiative went up; 0 where it was not there before or stopped."""
    if before is None or now is None or "stopped" in (before, now):
        return 0
    return STAGES.index(now) - STAGES.index(before)


def statuses(facts: Facts) -> dict[str, list[Row]]:
    """For each initiative that had surfaced, the status of every organisation for which it is meant."""
    return {
        name: [(status, _at(facts, name, "adoption", key)) for key, status in facts.view.statuses(one).items()]
        for name, one in facts.view.initiatives.items()
    }


def _using(status: str) -> bool:
    return status in USING


def _under_way(status: str) -> bool:
    return status == "in-progress"


@metric("A2")
def adoption_rate(facts: Facts) -> Iterator[Figure]:
    """Organisations that have adopted or sustained an initiative, of all that are listed and for which it is meant.

    Each stands as on the last day. The main figure adds up all initiatives, an organisation once for each. One that
    merged counts as what it had become by the last day: the new one's own line speaks for it from that line's first
    day; before, or where it has none, the least far of those that became it, so that it has adopted only what all
    of them had. Whoever is listed is meant from the start, and stands at not yet before the first status; who
    never was anything but not applicable is not listed. A status
    without a day holds from the start; where lines of `history:` have days, it holds after the last of them, and
    not yet in a period that is over; left out, or not yet, it says nothing beside other lines.

    From: `adoption:` in initiatives/*.yaml.
    """
    make, found = facts.maker("A2"), statuses(facts)
    yield make.split("", [row for rows in found.values() for row in rows], _using, "organisations")
    for name, rows in found.items():
        if rows:
            yield make.split(name, rows, _using, "organisations")


@metric("A3")
def under_way(facts: Facts) -> Iterator[Figure]:
    """Organisations in which an initiative is in progress, of the same; `coverage` adds those that adopted it.

    Each stands as in A2.

    From: `adoption:` in initiatives/*.yaml.
    """
    make, found = facts.maker("A3"), statuses(facts)
    every = [row for rows in found.values() for row in rows]
    yield make.split("", every, _under_way, "organisations")
    yield make.split("coverage", every, lambda status: _under_way(status) or _using(status), "organisations")
    for name, rows in found.items():
        if rows:
            yield make.split(name, rows, _under_way, "organisations")


@metric("A4")
def time_to_adopt(facts: Facts) -> Iterator[Figure]:
    """The median number of days from the session that surfaced an initiative to each adoption in the period.

    The first day of an organisation's use counts, even where it stopped or merged later. Adoptions without a day
    are left out, and organisations that used it before the community saw it.

    From: `surfaced:` and `adoption:` in initiatives/*.yaml.
    """
    days, sources = [], []
    for name, one in facts.view.initiatives.items():
        first = facts.view.surfaced(one)
        for key, adoption in one.adoption.items():
            day = adopted_on(adoption)
            if first is not None and day is not None and day in facts.period and first <= day <= facts.day:
                days.append((day - first).days)
                sources.append(_at(facts, name, "adoption", key))
    make = facts.maker("A4")
    if days:
        yield make.middle("", days, counted=tuple(sources))
    else:
        yield make.absent("", "none yet", lexicon.text("figures.nothing_adopted"), "days", form="number")


@metric("A5")
def exemplars(facts: Facts) -> Iterator[Figure]:
    """Initiatives at the stage of exemplar, spreading or embedded at the end, and those of them with evidence.

    As it stood on the last day: the stage as in A1, and evidence that has a later `date:` does not count.

    From: `stage:`, `stages:` and `evidence:` in initiatives/*.yaml.
    """
    make = facts.maker("A5")
    chosen = [
        (one, _at(facts, name, "stage"))
        for name, one in facts.view.initiatives.items()
        if facts.view.stage(one) in _EXEMPLARY
    ]
    yield make.count("", [source for _, source in chosen], "initiatives")
    yield make.split("with evidence", chosen, lambda one: bool(facts.view.evidence(one)), "initiatives")
