"""`copkit next`: what is to be done this week, by whom."""

import json
from pathlib import Path

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
