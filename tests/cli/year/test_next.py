"""`copkit next`: what is to be done this week, by whom."""

import json
from pathlib import Path

import pytest

from tests.golden import Golden
from tests.shell import copkit


def test_the_page_two_weeks_before_a_session(home: Path, golden: Golden) -> None:
    copkit("schedule", "2026", root=home)
    golden("next.txt", copkit("next", "--today", "2026-05-28", root=home).out)


def test_a_year_that_ends_asks_for_the_next(home: Path) -> None:
    copkit("schedule", "2026", root=home)
    said = copkit("next", "--today", "2027-02-20", root=home).out
    assert "Schedule next year: this one ends in 39 days" in said


def test_nothing_planned_says_how_to_plan(home: Path) -> None:
    assert "copkit schedule home-first" in copkit("next", "--today", "2026-04-01", root=home).out


def test_tasks_go_away_when_they_are_done(home: Path) -> None:
    copkit("schedule", "2026", root=home)
    path = home / "communities/home-first/sessions/2026-06-09.yaml"

    def whats() -> list[str]:
        data = json.loads(copkit("next", "--json", "--today", "2026-05-28", root=home).out)["communities"]
        return [task["what"] for task in data[0]["tasks"] if task["session"] == "2026-06-09"]

    before = whats()
    path.write_text(
        path.read_text().replace("theme:  ", "theme: Forms  ").replace("question:  ", "question: Which?  ")
    )
    assert [what for what in before if what not in whats()] == ["Agree the theme and the question"]


def test_an_empty_notes_file_leaves_the_notes_to_be_typed(home: Path) -> None:
    copkit("schedule", "2026", root=home)
    assert copkit("notes", "new", "2026-05-12", "--today", "2026-05-13", root=home).code == 0
    assert "Type and commit the notes" in copkit("next", "--today", "2026-05-13", root=home).out


@pytest.mark.parametrize("day", ["2026-03-20", "2026-05-28", "2027-02-20", "2027-03-20", "2027-04-20"])
@pytest.mark.parametrize("planned", [False, True])
def test_one_community_fits_a_screen_and_says_how_much_more(day: str, *, planned: bool, home: Path) -> None:
    if planned:
        copkit("schedule", "2026", root=home)
    short = copkit("next", "--today", day, root=home).out.splitlines()
    every = copkit("next", "--all", "--today", day, root=home).out.splitlines()
    assert len(short) <= 22
    assert max(map(len, every)) <= 80
    late = [sum(line.startswith("    late") for line in lines) for lines in (short, every)]
    assert late[0] == late[1] or any("more: “copkit next home-first --all”" in line for line in short)


def test_it_begins_with_team_sponsor_and_domain_then_the_first_session(home: Path) -> None:
    about = home / "communities/home-first/community.yaml"
    about.write_text(about.read_text().replace("short:", "started: 2026-04-01\nshort:"))
    copkit("schedule", "2026", root=home)
    said = copkit("next", "--today", "2026-04-01", root=home).out
    order = ("To begin with", "team:", "sponsor:", "domain:", "Next: ", "convenor\n")
    places = [said.index(word) for word in order]
    assert places == sorted(places)
    assert "late" not in said


def test_of_several_communities_each_has_a_line_with_what_is_most_urgent(home: Path) -> None:
    copkit("schedule", "2026", root=home)
    for number in range(30):
        folder = home / f"communities/c{number:02}"
        folder.mkdir()
        (folder / "community.yaml").write_text(f"id: c{number:02}\nname: Community {number:02}\n")
    said = copkit("next", "--today", "2026-05-28", root=home).out.splitlines()
    assert len(said) <= 22
    assert said[2].startswith("Home First") and "late" in said[2]
    assert any("more communities: “copkit next --all”" in line for line in said)
    assert "Find a convenor, a facilitator" in said[3]
    every = copkit("next", "--all", "--today", "2026-05-28", root=home).out.splitlines()
    assert len([line for line in every if line.startswith("Community ")]) == 30


def test_what_is_on_for_all_stands_below(home: Path) -> None:
    path = home / "communities/programme/opportunities.yaml"
    path.write_text("- {name: Board exchange, closes: 2026-06-02}\n")
    said = copkit("next", "--today", "2026-05-28", root=home)
    assert "2 Jun  Board exchange closes: tell members" in said.out
    (one,) = json.loads(copkit("next", "--json", "--today", "2026-05-28", root=home).out)["programme"]
    assert one["path"] == "communities/programme/opportunities.yaml"


def test_where_each_community_has_closed_it_says_so(home: Path) -> None:
    about = home / "communities/home-first/community.yaml"
    about.write_text(about.read_text().replace("short:", "closed: 2026-04-01\nclosed_because: done\nshort:"))
    said = copkit("next", "--today", "2026-05-28", root=home)
    assert "each community has closed" in said.out
    assert not said.code


def test_that_the_year_is_to_be_made_is_said_once(home: Path) -> None:
    copkit("schedule", "2026", root=home)
    for day in ("2027-02-20", "2027-03-20"):
        assert copkit("next", "--today", day, root=home).out.count("copkit schedule home-first 2027-28") == 1
