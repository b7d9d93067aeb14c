"""Who holds a role on a day: every command gives the same answer."""

import json
from datetime import date
from pathlib import Path

import pytest

from copkit.models.community import TeamMember
from copkit.models.session import SessionTeam
from copkit.people.roles import Roles, holder_on
from tests.people.making import PEOPLE, TEAM, add, plan, team
from tests.shell import copkit

DAY = "2026-06-09"
NAME_THEM = "Name who holds each role"


@pytest.fixture
def home(fresh: Path) -> Path:
    add(fresh, PEOPLE)
    team(fresh, *TEAM)
    plan(fresh, DAY)
    return fresh


def codes(root: Path, today: str) -> set[str]:
    found = json.loads(copkit("check", "--json", "--today", today, root=root).out)
    return {one["code"] for one in found["findings"]}


def asked(root: Path, today: str) -> dict[str, str]:
    (found,) = json.loads(copkit("next", "--json", "--today", today, root=root).out)["communities"]
    return {task["what"]: task["who"] for task in found["tasks"]}


def figure(root: Path) -> str:
    return copkit("why", "D4", "home-first", "--today", "2026-06-30", root=root).out


def test_roles_of_the_community_are_roles_of_its_sessions(home: Path) -> None:
    assert not {"SES-02", "SES-03"} & codes(home, "2026-06-01")
    assert NAME_THEM not in asked(home, "2026-05-20")
    (home / "communities/home-first/sessions" / f"{DAY}.notes.yaml").write_text("present: [joe.bell]\n")
    assert "1 of 1" in figure(home)


def test_the_plan_of_a_session_comes_first_role_by_role(home: Path) -> None:
    plan(home, DAY, "team: {convenor: joe.bell}")
    tasks = asked(home, "2026-05-25")
    assert NAME_THEM not in tasks
    assert tasks["Agree the theme and the question"] == "Joe Bell, convenor"
    page = copkit("agenda", "home-first", DAY, "--format", "txt", "--out", "-", root=home)
    assert "Joe Bell" in page.out


@pytest.mark.parametrize(("until", "vacant"), [("2026-06-08", True), ("2026-06-09", False)])
def test_a_term_counts_up_to_its_last_day(home: Path, until: str, *, vacant: bool) -> None:
    path = home / "communities/home-first/community.yaml"
    path.write_text(path.read_text().replace("who: sian.price}", f"who: sian.price, until: {until}}}"))
    assert ("SES-03" in codes(home, "2026-05-20")) is vacant
    assert (NAME_THEM in asked(home, "2026-05-20")) is vacant


def test_a_hybrid_session_needs_a_second_moderator_for_everybody(home: Path) -> None:
    plan(home, DAY, "place: hybrid", "team: {moderator: Mary Jane Hart}")
    assert "SES-02" in codes(home, "2026-05-20")
    assert NAME_THEM in asked(home, "2026-05-20")
    team(home, *TEAM, "moderator: seren.oneill")
    assert "SES-02" not in codes(home, "2026-05-20")
    assert NAME_THEM not in asked(home, "2026-05-20")


def test_one_role_named_in_a_plan_leaves_the_others_to_the_team() -> None:
    members = (TeamMember(who="a.a", role="convenor"), TeamMember(who="b.b", role="curator"))
    roles = Roles(SessionTeam(convenor="c.c", table_hosts=("d.d",)), members, date(2026, 6, 9), "online")
    assert roles.holders == ("c.c", "b.b", "d.d")
    assert roles.vacant == ("facilitator", "moderator")


def test_of_two_who_hold_a_role_the_first_counts_and_terms_do_not_overlap() -> None:
    turns = (
        TeamMember(who="a.a", role="curator", until=date(2026, 5, 31)),
        TeamMember(who="b.b", role="curator", from_=date(2026, 6, 1)),
        TeamMember(who="c.c", role="curator"),
    )
    days = (date(2026, 5, 31), date(2026, 6, 1))
    assert [holder_on(turns, "curator", day) for day in days] == ["a.a", "b.b"]
    assert holder_on(turns, "tech", days[0]) == ""


def test_what_is_due_before_or_after_a_session_is_whose_who_has_the_role_by_then(home: Path) -> None:
    path = home / "communities/home-first/community.yaml"
    text = path.read_text().replace("who: amina.khan}", "who: amina.khan, until: 2026-05-19}")
    path.write_text(text.replace("team:\n", "team:\n  - {role: convenor, who: joe.bell, from: 2026-05-20}\n"))
    settle = "Settle the venue or the link"
    assert asked(home, "2026-05-10")[settle] == "Amina Khan, convenor", "due on 12 May"
    assert asked(home, "2026-05-25")[settle] == "Joe Bell, convenor", "what is late is whose the role is now"


def test_a_role_that_is_empty_today_and_taken_by_the_next_session_is_no_error(home: Path) -> None:
    path = home / "communities/home-first/community.yaml"

    def severity() -> str:
        found = json.loads(copkit("check", "--json", "--today", "2026-05-20", root=home).out)
        return next(one["severity"] for one in found["findings"] if one["code"] == "ROL-02")

    path.write_text(path.read_text().replace("who: sian.price}", "who: sian.price, from: 2026-06-01}"))
    assert severity() == "warning"
    path.write_text(path.read_text().replace("from: 2026-06-01}", "from: 2026-06-10}"))
    assert severity() == "error"
