"""No hidden count of people can be worked out from a public release, nor from that of the year before."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest

from copkit.audience.figures import Known, shown, too_few
from copkit.cli.annual import WantedYear, find_year
from copkit.documents.annual import Annual
from copkit.metrics import Figure, Source, registry
from copkit.metrics.equations import ALONE, DECLARED
from copkit.metrics.release import Release, parts_shown
from copkit.metrics.value import amount_of
from copkit.workspace import Folder, load
from tests.audience.attacker import worked_out
from tests.metrics.conftest import ORACLE, PERIOD, facts_of, write
from tests.shell import ROOT


@cache
def annuals(root: Path, year: str = "", today: str = "") -> tuple[Annual, ...]:
    return find_year(WantedYear(year=year, audience="public", root=root, today=today)).annuals


def figure(top: float, bottom: float | None = None, label: str = "", **more: bool) -> Figure:
    form = "count" if bottom is None else "share"
    return Figure("M4", label, amount_of(top, bottom), "people", PERIOD, form, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("top", "bottom", "few"),
    [(4, 19, True), (5, 19, False), (0, 19, False), (16, 19, True), (19, 19, False), (2, 4, True), (0, 4, True),
     (4, None, True), (5, None, False), (0, None, False)],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["people", "guarded"])
def test_few_people_are_hidden_in_public_and_the_few_that_are_left(
    top: int, bottom: int | None, few: bool, kind: str
) -> None:
    one = figure(top, bottom, **{kind: True})
    if kind == "guarded" and bottom is None:
        return
    assert too_few(one, 5) is few
    seen = shown({"M4": (one,)}, Known(), "public", 5).figures["M4"][0]
    assert seen.hidden is few
    if few:
        assert (seen.value, seen.amount.top, seen.denominator, seen.percent) == (None, None, None, None)
        assert str(top) not in seen.said and seen.said == "not shown: too few people"


def test_members_see_every_figure_but_what_few_said() -> None:
    few, said, enough = figure(1, 19, people=True), figure(4, 4, guarded=True), figure(4, 5, guarded=True)
    seen = shown({"M4": (few, said, enough)}, Known(), "team", 5).figures["M4"]
    assert [one.hidden for one in seen] == [False, True, False]


def test_few_sessions_and_organisations_are_never_hidden() -> None:
    assert shown({"M4": (figure(1, 3),)}, Known(), "public", 5).figures["M4"][0].said == "1 of 3"


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((8, 7, 6), "8 7 6"),
        ((20, 8, 2), "20 - -"),
        ((20, 9, 3, 2), "20 9 - -"),
        ((20, 9, 1, 1), "20 9 - -"),
        ((20, 9, 1), "20 - -"),
        ((9, 2), "- -"),
    ],
)
def test_one_hidden_part_of_a_whole_does_not_stand_alone(numbers: tuple[int, ...], said: str) -> None:
    total = sum(numbers)
    rows = [figure(number, total, f"part {place}", people=True) for place, number in enumerate(numbers)]
    seen = parts_shown(rows, "public", 5)
    assert " ".join("-" if one.hidden else str(int(one.numerator)) for one in seen) == said
    assert parts_shown(rows, "members", 5) == tuple(rows)


def test_no_public_figure_leads_to_a_line_that_names_a_person() -> None:
    people, named = set(load(Folder(ORACLE)).shared.people), list[Source]()
    for one in annuals(ORACLE, "2026-27", "2026-07-31"):
        for every in one.figures.values():
            named += [source for figure_ in every for source in figure_.counted if source.who]
        for every in one.seen.values():
            for source in (source for seen in every for source in (*seen.counted, *seen.among)):
                assert not source.who and not people & set(source.what.split())
        assert "C6" not in {seen.code for every in one.seen.values() for seen in every}
    assert named


def test_nothing_hidden_can_be_worked_out_of_the_demonstration() -> None:
    assert {one.community.id: told for one in annuals(ROOT) if (told := worked_out(one))} == {}


def test_the_demonstration_s_public_figures_stay_useful() -> None:
    """What is hidden is a small part of what is counted of people."""
    for one in annuals(ROOT):
        counted = [figure_ for every in one.seen.values() for figure_ in every if figure_.people or figure_.guarded]
        hidden = sum(figure_.hidden for figure_ in counted)
        assert hidden * 2 < len(counted), (one.community.id, hidden, len(counted))
        assert not one.seen["M2"][0].hidden and not one.seen["C2"][0].hidden


def test_the_worked_example_gives_nothing_away() -> None:
    for one in annuals(ORACLE, "2026-27", "2026-07-31"):
        assert worked_out(one, few=True) == [], one.community.id


SECTORS = ("acute", "voluntary", "local-authority", "lived-experience", "education")


def workspace(seed: int) -> dict[str, str]:
    """A community of two years: some people, most of whom come, and some new ones; on forms they say yes or no."""
    luck = Random(seed)
    crowd = [f"p{number:02}" for number in range(luck.randint(4, 40))]
    homes = {who: f"org-{luck.choice('aabbbcde')}" for who in crowd}
    people = "".join(f"{who}: {{name: {who.title()} Hart, organisation: {homes[who]}}}\n" for who in crowd)
    places = "".join(
        f"org-{one}: {{name: Place {one}, sector: {sector}}}\n"
        for one, sector in zip("abcde", SECTORS, strict=True)
    )
    files = {
        "programme/people.yaml": people,
        "programme/organisations.yaml": places,
        "programme/programme.yaml": "programme: Harbour\nhost: org-a\nyear_starts: april\n",
        "one/community.yaml": "id: one\nname: One\n",
    }
    years = [(2025, luck.randint(0, 4)), (2026, luck.randint(1, 7))]
    for year, meetings in years:
        for month in range(4, 4 + meetings):
            there = sorted(luck.sample(crowd, luck.randint(1, len(crowd))))
            day = f"{year}-{month:02}-14"
            guests = f"others: {luck.randint(1, 4)}\n" if luck.random() < 0.4 else ""
            linked = f"capture: |\n  connect: {there[0]} + {there[-1]} | tea\n" if len(there) > 1 else ""
            notes = f"present: [{', '.join(there)}]\n{guests}voices: {luck.randint(1, len(there))}\n{linked}"
            files[f"one/sessions/{day}.notes.yaml"] = notes
            files[f"one/sessions/{day}.yaml"] = (
                f"date: {day}\nstart: 14:00\nminutes: 90\nplace: {luck.choice(('online', 'in-person'))}\n"
            )
    files["one/members.yaml"] = "".join(_member(luck, who) for who in crowd)
    return files


def _member(luck: Random, who: str) -> str:
    left = f", left: {luck.choice(('2025-11-01', '2026-06-01'))}" if luck.random() < 0.15 else ""
    return f"- {{who: {who}, joined: {luck.choice(('2025-02-01', '2025-05-01', '2026-05-01'))}{left}}}\n"


@pytest.mark.parametrize("seed", [0, 2, 5, 8, 12, 13, 14, 16, 17, 21, 23])
def test_nothing_hidden_can_be_worked_out_of_any_workspace(tmp_path: Path, seed: int) -> None:
    write(tmp_path, workspace(seed))
    (one,) = annuals(tmp_path, "2026-27", "2027-03-31")
    assert worked_out(one, few=True) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(24, 90))
def test_nothing_hidden_can_be_worked_out_of_many_workspaces(tmp_path: Path, seed: int) -> None:
    write(tmp_path, workspace(seed))
    (one,) = annuals(tmp_path, "2026-27", "2027-03-31")
    assert worked_out(one, few=True) == []


def test_the_attacker_finds_what_a_release_gives_away(tmp_path: Path) -> None:
    """Without protection a session of three is told by the others."""
    found = 0
    for seed in (0, 5, 12, 14):
        write(tmp_path / str(seed), workspace(seed))
        (one,) = annuals(tmp_path / str(seed), "2026-27", "2027-03-31")
        bare = one.release.figures
        one.__dict__["shown"] = shown(bare, Known(), "public", 5)
        found += bool(worked_out(one, few=True))
    assert found > 1


def releases() -> Iterator[Release]:
    for one in (*annuals(ROOT), *annuals(ORACLE, "2026-27", "2026-07-31")):
        yield one.release


def test_every_equation_holds_and_every_count_of_people_stands_in_one() -> None:
    """A new figure that counts people has to say what it holds to; an equation that is wrong protects nothing."""
    from copkit.audience.solving import _holds

    for of in releases():
        equations, values = of.equations, of.values
        if of.before is not None:
            assert of.before.equations
            values |= of.before.values
        known = {cell for one in equations for cell in one.cells}
        for one in equations:
            if all(cell in values for cell in one.cells):
                assert _holds(one, values), one
        for code, every in of.figures.items():
            for figure_ in every:
                if figure_.unit in ("people", "attendances", "forms") and figure_.value is not None:
                    assert figure_.people or figure_.guarded, (code, figure_.label)
                counts = (figure_.people or figure_.guarded) and not figure_.members_only
                if counts and figure_.value is not None and code not in ALONE:
                    told = of.told[code, figure_.label]
                    assert not told or known & told.keys(), (code, figure_.label)
    assert set(DECLARED) <= set(registry()) and set(ALONE) <= set(registry())


def test_a_session_of_few_is_not_told_by_its_newcomers(tmp_path: Path) -> None:
    crowd = [f"p{number:02}" for number in range(20)]
    days = {"2026-04-14": crowd[:20], "2026-05-12": crowd[:15], "2026-06-09": crowd[:3]}
    write(
        tmp_path,
        {
            "programme/people.yaml": "".join(f"{who}: {{name: {who.title()} Hart}}\n" for who in crowd),
            "one/community.yaml": "id: one\n",
            **{f"one/sessions/{day}.notes.yaml": f"present: [{', '.join(who)}]\n" for day, who in days.items()},
        },
    )
    (one,) = annuals(tmp_path, "2026-27", "2027-03-31")
    told = {(each.code, each.label): each for every in one.seen.values() for each in every}
    assert told["M3", "2026-06-09"].hidden and told["M3", ""].said == "38"
    assert worked_out(one, few=True) == []


def test_a_chance_that_would_tell_a_small_group_is_rounded() -> None:
    one = next(one for one in annuals(ROOT) if one.community.id == "systems-leadership")
    chance = one.figure("C2", "by chance")
    assert chance is not None and chance.said == "about 95%"
    assert (chance.amount.top, chance.denominator, chance.fraction) == (None, None, "")
    assert one.figure("C2", "ratio").hidden  # type: ignore[union-attr]
    few = next(one for one in annuals(ROOT) if one.community.id == "diabetes-in-pregnancy")
    assert few.figure("C2", "sectors by chance").hidden  # type: ignore[union-attr]


def test_what_an_organisation_s_people_came_to_is_for_members() -> None:
    facts = facts_of(load(Folder(ORACLE)), "eight")
    of = Release(facts, {"R3": tuple(registry()["R3"].find(facts))}, None)
    assert {one.label for one in of.shown("public", 5).figures["R3"]} == {"", "index", "effective number"}
    assert len(of.shown("members", 5).figures["R3"]) > 3
