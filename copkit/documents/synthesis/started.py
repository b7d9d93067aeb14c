"""Section 6: initiatives, how far they have come, who has taken them up, and what was measured."""

from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from copkit import lexicon
from copkit.dates import say_date, say_short
from copkit.documents.annual import Annual
from copkit.documents.citing import Cited, cite, wanted
from copkit.documents.people_held import Reader
from copkit.documents.saying import capital, every, few
from copkit.documents.synthesis.measuring import Measure, known, last_year, measures, number
from copkit.metrics.standing import STAGES, USING, changes
from copkit.models.initiative import Adoption, Initiative, InitiativeStage

say = lexicon.Words("synthesis.started")

COLUMNS = 3
"""So many initiatives stand beside each other in a matrix that is still readable on paper."""


class Stage(NamedTuple):
    """A stage, how many initiatives are at it, came to it and left it in the period, and which they are."""

    name: str
    number: Cited
    before: Cited
    came: int
    left: int
    names: tuple[str, ...]


class Work(NamedTuple):
    """An initiative: what it is, where it stands, how it moved, and what happens next."""

    name: str
    summary: str
    stage: str
    moved: str
    next_step: str
    notes: tuple[str, ...]


class Cell(NamedTuple):
    """How far an organisation has taken an initiative up, and since when; empty where it is not meant for it."""

    status: str
    word: str
    since: str


class Taker(NamedTuple):
    """An organisation, and how far it has taken each initiative up."""

    name: str
    cells: tuple[Cell, ...]


class Matrix(NamedTuple):
    """Some initiatives, and the organisations that could use them. `totals` says for each how many did."""

    names: tuple[str, ...]
    takers: tuple[Taker, ...]
    totals: tuple[Cited, ...]


class Measured(NamedTuple):
    """What was measured of an initiative."""

    name: str
    measure: str
    result: str
    size: str
    source: str
    both: tuple[str, ...] = ()


class Tried(NamedTuple):
    """A small test of change: what was planned, done and seen, and what happens next."""

    name: str
    day: str
    plan: str
    do: str
    study: str
    act: str


@dataclass(frozen=True)
class Started:
    """Section 6: the same for everybody. Adoption is about services, and those who answer for them agreed."""

    before: str
    measures: tuple[Measure, ...]
    stages: tuple[Stage, ...]
    stages_title: str
    adoption_title: str
    subtitle: str
    works: tuple[Work, ...]
    matrices: tuple[Matrix, ...]
    evidence: tuple[Measured, ...]
    without_evidence: tuple[str, ...]
    tests: tuple[Tried, ...]


def build(annual: Annual) -> Started:
    """The initiatives as they stand on the last day looked at."""
    found, read = standing(annual), Reader()
    stages = _stages(annual, found) if found else ()
    evidence = tuple(row for name, _ in found for row in _evidence(annual, name, read))
    measured = {name for name, _ in found if annual.community.initiatives[name].evidence}
    return Started(
        before=last_year(annual),
        measures=measures(annual, wanted("synthesis.started.figures")) if found else (),
        stages=stages,
        stages_title=_stages_title(annual, found),
        adoption_title=adoption_title(annual),
        subtitle=capital(say.plural("as_on", len(found), number=few(len(found)), day=say_date(annual.facts.day))),
        works=tuple(_work(annual, name, stage, read) for name, stage in found),
        matrices=matrices(annual),
        evidence=evidence,
        without_evidence=tuple(name_of(annual, name) for name, _ in found if name not in measured),
        tests=tuple(row for name, _ in found for row in _tests(annual, name, read)),
    )


def matrices(annual: Annual) -> tuple[Matrix, ...]:
    """Who has taken up which initiative, a few initiatives beside each other."""
    listed = {figure.label for figure in annual.seen["A2"]}
    adopted = [one for one, _ in standing(annual) if one in listed]
    return tuple(_matrix(annual, adopted[start : start + COLUMNS]) for start in range(0, len(adopted), COLUMNS))


def name_of(annual: Annual, key: str) -> str:
    """What an initiative is called."""
    return annual.community.initiatives[key].name or key


def standing(annual: Annual) -> list[tuple[str, InitiativeStage]]:
    """Each initiative that had surfaced and its stage, those furthest on first."""
    view = annual.told.view
    every = ((name, view.stage(one) or "spotted") for name, one in view.initiatives.items())
    order = {stage: place for place, stage in enumerate((STAGES[-1], *STAGES[:-1]))}
    return sorted(every, key=lambda pair: (-order[pair[1]], name_of(annual, pair[0]).casefold()))


def _stages(annual: Annual, found: list[tuple[str, InitiativeStage]]) -> tuple[Stage, ...]:
    earlier, moved = annual.before, _moves(annual, found)
    return tuple(
        Stage(
            say.table("stages")[stage],
            cite(annual.figure("A1", f"at {stage}")),
            cite(earlier.figure("A1", f"at {stage}") if earlier else None),
            sum(now == stage for _, now in moved),
            sum(before == stage for before, _ in moved),
            tuple(name_of(annual, name) for name, at in found if at == stage),
        )
        for stage in STAGES
    )


def _moves(
    annual: Annual, found: list[tuple[str, InitiativeStage]]
) -> list[tuple[InitiativeStage | None, InitiativeStage]]:
    """Each initiative that changed its stage in the period: from which, None where it is new, and to which."""
    eve = annual.period.start - timedelta(days=1)
    pairs = ((annual.told.view.stage(annual.community.initiatives[name], eve), now) for name, now in found)
    return [(before, now) for before, now in pairs if before != now]


def _stages_title(annual: Annual, found: list[tuple[str, InitiativeStage]]) -> str:
    """How far the initiatives have come in one sentence."""
    if not found:
        return say("no_initiative_is_on_record")
    far = [name for name, stage in found if stage in ("promising", "exemplar", "spreading", "embedded")]
    if not far:
        if all(stage == "stopped" for _, stage in found):
            return (
                say("the_one_initiative_was_stopped")
                if len(found) == 1
                else say("all_were_stopped", all=capital(every(len(found))))
            )
        if len(found) == 1:
            return say("one_initiative")
        return capital(say("none_promising", number=few(len(found))))
    if len(far) == len(found):
        return say.plural("all_promising", len(far), all=capital(every(len(far))))
    return capital(say.plural("some_promising", len(far), number=few(len(far)), all=few(len(found))))


def adoption_title(annual: Annual) -> str:
    """The best-adopted initiative in one sentence: `Four of seven organisations have adopted …`."""
    shares = [one for one in annual.seen["A2"] if one.label and known(one) and one.denominator]
    if not shares:
        return say("no_initiative_has_a_list")
    best = max(shares, key=lambda one: (one.numerator, one.value or 0))
    name = name_of(annual, best.label)
    using, total = int(best.numerator), int(best.denominator or 0)
    going = number(annual.figure("A3", best.label))
    if not using:
        if not going:
            return say("nothing_adopted_yet")
        return capital(say.plural("trying", going, number=few(going), total=few(total), name=name))
    if using == total:
        return say.plural("all_adopted", total, all=capital(every(total)), name=name)
    said = say.plural("adopted", using, number=few(using), total=few(total), name=name)
    if going:
        said = say.plural("adopted_and_on_the_way", going, number=few(going), adopted=said)
    return capital(said)


def _work(annual: Annual, key: str, stage: InitiativeStage, read: Reader) -> Work:
    one = annual.community.initiatives[key]
    coming = read(one.next_step) or (say("nothing_it_has_stopped") if stage == "stopped" else "")
    return Work(
        name_of(annual, key),
        read(one.summary),
        say.table("stages")[stage],
        _moved(annual, one, stage),
        coming,
        _notes(annual, one, read),
    )


def _notes(annual: Annual, one: Initiative, read: Reader) -> tuple[str, ...]:
    """Why it came to each stage so far, for those who may know."""
    lines = (line for line in one.stages if line.date is None or line.date <= annual.facts.day)
    return tuple(f"{say.table('stages')[line.stage]}: {note}" for line in lines if (note := read(line.note)))


def _tests(annual: Annual, key: str, read: Reader) -> list[Tried]:
    """Its small tests of change up to the last day looked at, as they were written."""
    return [
        Tried(
            name_of(annual, key),
            say_date(one.date) if one.date else "",
            *(read(text) for text in (one.plan, one.do, one.study, one.act)),
        )
        for one in annual.community.initiatives[key].tests
        if one.date is None or one.date <= annual.facts.day
    ]


def _moved(annual: Annual, one: Initiative, stage: InitiativeStage) -> str:
    """How it moved in the period: `was promising`."""
    before = annual.told.view.stage(one, annual.period.start - timedelta(days=1))
    if before == stage:
        return say("as_before")
    if before is not None:
        return say("was", stage=say.table("stages")[before].lower())
    return say("new")


def _matrix(annual: Annual, names: list[str]) -> Matrix:
    """Organisations for which one of the initiatives is meant; those that adopted the first ones first."""
    keys = {name: annual.told.view.listed(annual.community.initiatives[name]) for name in names}
    every = dict.fromkeys(organisation for each in keys.values() for organisation in each)
    rows = []
    for organisation in every:
        cells = tuple(
            _cell(annual, annual.community.initiatives[name].adoption[keys[name][organisation]])
            if organisation in keys[name]
            else Cell("", "", "")
            for name in names
        )
        if any(cell.status not in ("", "not-applicable") for cell in cells):
            rows.append(Taker(annual.organisation(organisation), cells))
    rows.sort(key=lambda row: ([_rank(cell.status) for cell in row.cells], row.name.casefold()))
    totals = tuple(cite(annual.figure("A2", name)) for name in names)
    words = tuple(name_of(annual, name) for name in names)
    return Matrix(words, tuple(rows), totals)


def _rank(status: str) -> int:
    order = ("sustained", "adopted", "in-progress", "aware", "not-yet", "stopped", "declined", "not-applicable", "")
    return order.index(status)


def _cell(annual: Annual, adoption: Adoption) -> Cell:
    day = annual.facts.day
    status = annual.told.view.status(adoption)
    since = max((one.date for one in changes(adoption) if one.date is not None and one.date <= day), default=None)
    dated = status in (*USING, "in-progress", "stopped", "declined") and since is not None
    return Cell(
        status,
        say.table("statuses")[status],
        f"{say_short(since)} {since.year}" if dated and since else "",
    )


def _evidence(annual: Annual, key: str, read: Reader) -> list[Measured]:
    found = []
    for one in annual.community.initiatives[key].evidence:
        if one.date is None or one.date <= annual.facts.day:
            few = one.n is not None and annual.door.hides(one.n)
            size = "" if one.n is None else f"{one.n:,}"
            if few:
                size = say("fewer_than", least=annual.shared.programme.hide_counts_below)
            where = ": ".join(
                filter(
                    None,
                    (say.table("strengths").get(one.strength or "", ""), read(one.source)),
                )
            )
            found.append(
                Measured(
                    name_of(annual, key),
                    capital(read(one.measure)),
                    "hidden" if few else _result(one.before, one.after),
                    size,
                    where,
                    () if few or not (one.before and one.after) else (one.before, one.after),
                )
            )
    return found


def _result(before: str, after: str) -> str:
    """`from 34 to 12`, or what there is of it."""
    if before and after:
        return say("from_to", before=before, after=after)
    return after or (say("before", before=before) if before else say("not_measured_yet"))
