"""Whatever publishes figures publishes them as the attacker read them: no output tells what a release hides."""

import csv
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from copkit.cli.annual import WantedYear, find_year
from copkit.documents.annual import Annual
from copkit.documents.evaluation.people import participants
from copkit.documents.evaluation.source import Evaluation
from copkit.documents.health import build, signs_of
from copkit.documents.portfolio.source import Portfolio
from copkit.documents.several import Several
from copkit.documents.synthesis.sectors import sector_words
from copkit.metrics.together import SUMMED
from tests.audience.attacker import MOST, Attacker, read, worked_out
from tests.audience.test_figures import workspace
from tests.cli.starting.helpers import SAID
from tests.documents.portfolio.making import portfolio_of
from tests.metrics.conftest import write
from tests.shell import ROOT, copkit

YEAR, TODAY = "2026-27", "2027-03-31"
SEEDS = [3, 7, 11, 19]


def several(seed: int) -> dict[str, str]:
    """Three random communities of one crowd, of which the first two were commissioned together."""
    made = {name: workspace(3 * seed + place) for place, name in enumerate(("one", "two", "three"))}
    files = dict(max(made.values(), key=lambda each: len(each["programme/people.yaml"])))
    for name, each in made.items():
        own = {path.replace("one/", f"{name}/", 1): text for path, text in each.items() if path.startswith("one/")}
        terms = "{by: Harbour ICB, date: 2026-04-01, months: 12, communities: 2, convenings_each: 3}"
        asked = "" if name == "three" else f"commission: {terms}\n"
        files |= {**own, f"{name}/community.yaml": f"id: {name}\nname: {name.title()}\n{asked}"}
    return files


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Random workspaces of three communities, one as `init` makes it, and the demonstration."""
    found = {"demonstration": ROOT, "init": tmp_path_factory.mktemp("init")}
    words = [word for pair in SAID.items() for word in pair]
    ran = copkit("init", found["init"], *words, "--today", "2026-04-01")
    assert ran.code == 0, ran.err
    for day, others in (("2026-04-14", 7), ("2026-05-12", 2)):
        notes = found["init"] / f"communities/home-first/sessions/{day}.notes.yaml"
        notes.parent.mkdir(exist_ok=True)
        notes.write_text(f"present: [amina.khan]\nothers: {others}\n", encoding="utf-8")
    for seed in SEEDS:
        found[str(seed)] = tmp_path_factory.mktemp(f"seed{seed}")
        write(found[str(seed)], several(seed))
    return found


@cache
def annuals(root: Path) -> tuple[Annual, ...]:
    day = "" if root == ROOT else TODAY
    return find_year(WantedYear(year=YEAR, audience="public", root=root, today=day)).annuals


@cache
def portfolio(root: Path) -> Portfolio:
    return portfolio_of(root, "public", TODAY)


PLACES = ["demonstration", "init", *map(str, SEEDS)]


@pytest.mark.parametrize("place", PLACES)
def test_no_community_s_year_tells_what_it_hides(made: dict[str, Path], place: str) -> None:
    for one in annuals(made[place]):
        assert worked_out(one, few=True) == [], one.community.id


@pytest.mark.parametrize("place", PLACES)
def test_the_sectors_of_an_evaluation_tell_no_small_one(made: dict[str, Path], place: str) -> None:
    for one in annuals(made[place]):
        assert sectors_told(Evaluation.of([one])) == [], one.community.id


def sectors_told(of: Evaluation) -> list[str]:
    """The small sectors of one community that its evaluation tells beside its other public figures."""
    annual, rows = of.first, participants(of).sectors
    knows, _ = read(annual)
    start, facts = annual.period.start, annual.facts
    real = Counter(facts.sector(home) for home in facts.home.values())
    told = {one.name: int(one.people.split()[0]) for one in rows if one.people[0].isdigit()}
    for sector, number in real.items():
        if sector_words(sector) in told:
            knows.know(f"{start} people {sector}", number)
            assert told[sector_words(sector)] == number
    if rows:
        knows.total(f"{start} M2", [f"{start} people {sector}" for sector in real])
        rounded(knows, annual, [sector for sector in real if sector], complete="" not in real)
    found = []
    for sector, number in real.items() if rows else ():
        knows.ends.setdefault(f"{start} people {sector}", (0, MOST))
        low, high = knows.range_of(f"{start} people {sector}")
        assert low <= number <= high
        if 0 < number < 5 and high - low < 2:
            found.append(f"{sector}: {low} to {high}")
    return found


def rounded(knows: Attacker, annual: Annual, sectors: list[str], *, complete: bool) -> None:
    """A chance to the nearest twentieth leaves the pairs within sectors so much room."""
    one, start = annual.figure("C2", "sectors by chance"), annual.period.start
    low, high = knows.ends.get(f"{start} M2", (0, MOST))
    if one is None or one.hidden or not one.about or one.value is None or low != high or not complete:
        return
    pairs, parts = low * (low - 1) // 2, round(20 * one.value)
    room = 40 * pairs - 2 * pairs * parts
    knows.add(pairs=[(f"{start} people {one}", 40) for one in sectors], low=room - pairs, high=room + pairs)


@pytest.mark.parametrize("place", PLACES)
def test_a_portfolio_adds_up_what_its_parts_show_and_nothing_else(made: dict[str, Path], place: str) -> None:
    every = portfolio(made[place])
    for code in SUMMED:
        for whole in every.whole.get(code, ()):
            parts = [one for share in every.shares if (one := share.figure(code, whole.label)) is not None]
            shown = [one for one in parts if not one.hidden]
            assert whole.hidden == (not shown)
            known = [one for one in shown if one.amount.is_counted]
            assert whole.amount.is_counted == bool(known)
            assert not known or whole.numerator == sum(one.numerator for one in known)


@pytest.mark.parametrize("place", PLACES)
def test_how_many_came_to_several_communities_is_not_worked_out(made: dict[str, Path], place: str) -> None:
    assert people_told(portfolio(made[place])) == []


def people_told(of: Portfolio) -> list[str]:
    """The small overlaps that the people of all communities tell, beside those of each and of a commission."""
    knows, found = Attacker(), []
    groups = {"all": list(of.shares)}
    groups |= {"asked": asked} if (asked := [one for one in of.shares if one.commission is not None]) else {}
    real = dict[str, int]()
    for name, shares in groups.items():
        seen = {one.label: one for one in of.people(shares)}
        counted = [one for one in shares if (reach := one.figure("M2")) is not None and not reach.hidden]
        once, every, more = (f"{name} {what}" for what in ("once", "sum", "several"))
        for label, what in (("", once), ("sum over communities", every), ("in two communities or more", more)):
            if label in seen and not seen[label].hidden and seen[label].value is not None:
                knows.know(what, seen[label].numerator)
        knows.add((every, 1), (once, -1), (more, -1), high=MOST)
        knows.add((every, 1), (once, -1), (more, 1 - len(counted)), low=-MOST)
        knows.at_most(once, every)
        knows.at_most(more, once)
        times = Counter(key for share in counted for key in share.part.came)
        real[more] = sum(number > 1 for number in times.values())
    if "asked" in groups:
        knows.at_most("asked several", "all several")
        knows.at_most("asked once", "all once")
    for name, number in real.items():
        low, high = knows.range_of(name)
        assert low <= number <= high
        if 0 < number < 5 and high - low < 2:
            found.append(f"{name}: {low} to {high}")
    return found


@pytest.mark.parametrize("place", PLACES)
def test_signs_of_health_are_made_of_what_is_shown(made: dict[str, Path], place: str) -> None:
    for annual in annuals(made[place]):
        seen = {figure.said for figures in annual.seen.values() for figure in figures}
        percent = {f"{figure.amount.percent}%" for figures in annual.seen.values() for figure in figures}
        for row in build(Several.of([annual])).sheets[0].rows:
            assert row.cells[0].said in seen | percent | {"too few", "unknown", "none yet", "too early"}
        for sign in signs_of(annual):
            assert sign.figure is None or not sign.figure.hidden or sign.standing == "not known"


@pytest.mark.parametrize("place", PLACES)
def test_an_export_holds_the_figures_as_they_are_shown(
    made: dict[str, Path], place: str, tmp_path: Path
) -> None:
    root = made[place]
    day = () if root == ROOT else ("--today", TODAY)
    ran = copkit("export", YEAR, "--out", tmp_path / "out", *day, root=root)
    assert ran.code == 0, ran.err
    (folder,) = (tmp_path / "out").iterdir()
    shown = {(a.community.id, f.code, f.label): f for a in annuals(root) for each in a.seen.values() for f in each}
    for row in table(folder, "figures"):
        one = shown.get((row["community"], row["code"], row["label"]))
        if one is not None and one.hidden:
            assert row["said"].startswith("not shown")
            assert not row["value"] + row["numerator"] + row["denominator"] + row["high"]
    for row in table(folder, "sessions"):
        one = shown.get((row["community"], "M3", row["session"]))
        assert "others" not in row and "voices" not in row
        if one is None or one.hidden:
            assert not row["present"] + row["organisations"]
    for row in table(folder, "attendance_by_sector"):
        assert bool(row["attendances"]) != shown[row["community"], "R2", row["sector"]].hidden


def table(folder: Path, name: str) -> Iterator[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)
