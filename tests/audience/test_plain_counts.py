"""Counts of people that are no figures: none that is small is told in public, nor what is left of a whole."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from copkit.audience import Door
from copkit.cli.annual import WantedYear, find_year
from copkit.documents.annual import Annual
from copkit.documents.blueprint.drawn import Drawn
from copkit.documents.blueprint.people import people
from copkit.documents.group_report import group_report
from copkit.documents.standing import Standing
from copkit.documents.synthesis import beyond, started, talk
from copkit.models.base import Audience
from copkit.models.programme import Programme
from copkit.workspace import Shared
from tests.metrics.conftest import write
from tests.shell import copkit

DAY = date(2026, 7, 31)
CROWD = [f"p{number:02}" for number in range(16)]
FILES = {
    "programme/programme.yaml": "programme: Harbour\nhost: org-a\nyear_starts: april\n",
    "programme/organisations.yaml": "".join(f"org-{one}: {{name: Place {one}, sector: acute}}\n" for one in "abc"),
    "programme/people.yaml": "".join(
        f"{who}: {{name: {who.title()} Hart, organisation: org-{'abc'[place % 3]}}}\n"
        for place, who in enumerate(CROWD)
    ),
    "programme/cohorts.yaml": "".join(
        f"- {{name: {name}, ends: 2026-05-01, people: [{', '.join(CROWD[:number])}]}}\n"
        for name, number in (("Three", 3), ("Eight", 8), ("Fourteen", 14), ("Everybody", 16))
    ),
    "programme/opportunities.yaml": "- {name: Secondment, for: person, closes: 2026-06-01, taken_up: 2}\n"
    "- {name: Fellowship, for: person, closes: 2026-06-01, taken_up: 7}\n",
    "one/community.yaml": "id: one\nname: One\n",
    "one/members.yaml": "".join(f"- {{who: {who}, joined: 2026-04-01}}\n" for who in CROWD),
    "one/groups/tea.yaml": f"name: Tea\nquestion: Why?\nlead: {CROWD[0]}\nmembers: [{CROWD[1]}, {CROWD[2]}]\n",
    "one/initiatives/box.yaml": "name: Box\nstage: testing\nsurfaced: 2026-04-14\nevidence:\n"
    "- {date: 2026-05-01, measure: Falls, before: 3 of 4, after: 1 of 4, n: 4}\n"
    "- {date: 2026-05-02, measure: Calls, before: 9 of 12, after: 4 of 12, n: 12}\n",
    **{
        f"one/sessions/2026-0{month}-14.notes.yaml": f"present: [{', '.join(CROWD)}]\n"
        f"capture: |\n  action: a thing of month {month} | p01 | 2026-09-01\n"
        for month in (4, 5, 6)
    },
    "one/sessions/2026-05-14.yaml": "date: 2026-05-14\npublish: no\n",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("counts")
    write(made, FILES)
    return made


@cache
def annual(root: Path, audience: Audience) -> Annual:
    return find_year(WantedYear(year="2026-27", audience=audience, root=root, today="2026-07-31")).annuals[0]


@pytest.mark.parametrize(
    ("number", "of", "told"),
    [(0, 0, None), (4, 0, None), (5, 0, 5), (7, 0, 5), (8, 0, 10), (8, 20, 10), (17, 20, None), (20, 20, 20)],
)
def test_few_people_and_the_few_that_are_left_are_not_told(number: int, of: int, told: int | None) -> None:
    seen = Door(Shared(programme=Programme()), "public", DAY).people(number, of)
    assert (seen.number, seen.about) == (told, told is not None)
    assert Door(Shared(programme=Programme()), "members", DAY).people(number, of) == (number, False)


def test_how_many_took_a_course_is_rounded_and_kept_where_few_are_left(root: Path) -> None:
    told = {one.name: one.used for one in beyond.build(annual(root, "public")).courses}
    assert told == {
        "Three": "fewer than 5 members",
        "Eight": "about 10 members",
        "Fourteen": "most members",
        "Everybody": "about 15 members",
    }
    assert {one.used for one in beyond.build(annual(root, "members")).courses} >= {"3 members", "14 members"}


def test_what_was_measured_of_few_is_not_told(root: Path) -> None:
    few, many = started.build(annual(root, "public")).evidence
    assert (few.result, few.size) == ("hidden", "fewer than 5")
    assert (many.result, many.size) == ("From 9 of 12 to 4 of 12", "12")
    assert started.build(annual(root, "members")).evidence[0].result == "From 3 of 4 to 1 of 4"


def test_an_action_does_not_tell_the_month_of_an_unlisted_session(root: Path) -> None:
    def opened(audience: Audience) -> list[int]:
        return [one.opened for one in talk.build(annual(root, audience)).months]

    assert (opened("public"), opened("members")) == ([1, 0, 1, 0], [1, 1, 1, 0])


def test_from_how_many_organisations_a_few_people_are_does_not_say_how_many_they_are(root: Path) -> None:
    assert group_report(annual(root, "public"), "tea").who == "A few people"
    whole = annual(root, "public").door
    assert [whole.stays_open(least) for least in (1, 2, 3, 4)] == [True, True, False, False]


def test_the_roll_is_told_to_five(root: Path) -> None:
    of = annual(root, "public")

    def said(audience: Audience) -> str:
        return str(list(people(Drawn(Standing(of.registers, of.files, audience, of.today)))))

    assert "About 15 people" in said("public") and "16 people" in said("members")


def test_an_export_leaves_small_counts_of_people_empty(root: Path, tmp_path: Path) -> None:
    def cells(audience: str, table: str, *columns: str) -> list[tuple[str, ...]]:
        copkit("export", "--for", audience, "--out", tmp_path / "out", "--today", "2026-07-31", root=root)
        (folder,) = (tmp_path / "out").glob(f"*-{audience}")
        with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
            return [tuple(row[column] for column in columns) for row in csv.DictReader(file)]

    assert cells("public", "opportunities", "taken_up") == [("",), ("7",)]
    assert cells("members", "opportunities", "taken_up") == [("2",), ("7",)]
    assert cells("public", "evidence", "before", "after", "n") == [("", "", ""), ("9 of 12", "4 of 12", "12")]
