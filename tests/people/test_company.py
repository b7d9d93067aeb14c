"""Who belongs to a community: a first name that two of the register have means the one who belongs, everywhere."""

import json
from datetime import date
from pathlib import Path

import pytest

from copkit.models.community import Community, Member
from copkit.models.programme import Person
from copkit.people.company import Company
from copkit.people.register import Register
from copkit.workspace import Folder, load
from tests.people.making import HOME, PEOPLE, add, notes, plan, team, write
from tests.shell import copkit

DAY = "2026-06-09"
OTHER = {"amina.yusuf": "Amina Yusuf"}


@pytest.fixture(params=["amina.khan", "Amina Khan", "AMINA KHAN"])
def home(fresh: Path, request: pytest.FixtureRequest) -> Path:
    """A second Amina, who does not belong; ours stands on the roll by id or as she is called."""
    people = fresh / "communities/programme/people.yaml"
    people.write_text(people.read_text().replace("publish: ", "publish: yes"))
    add(fresh, PEOPLE)
    add(fresh, OTHER, roll=())
    for name in ("members.yaml", "community.yaml"):
        path = fresh / HOME / name
        path.write_text(path.read_text().replace("amina.khan", request.param))
    plan(fresh, DAY, "team: {convenor: Amina, facilitator: Joe}", "briefing: {speaker: Amina}")
    return fresh


def printed(root: Path, *words: str) -> str:
    return copkit("print", *words, "home-first", DAY, "--format", "txt", "--out", "-", root=root).out


def test_what_check_resolves_every_document_prints(home: Path) -> None:
    found = json.loads(copkit("check", "--json", "--today", "2026-05-20", root=home).out)["findings"]
    assert not [one for one in found if one["code"] == "REF-04"]
    assert "Amina Khan" in printed(home, "plan")
    public = printed(home, "agenda", "--for", "public")
    assert "Amina Khan" in public
    assert "Joe" not in public, "nobody asked whether he may be named"


def test_next_calls_her_by_her_name(home: Path) -> None:
    (page,) = json.loads(copkit("next", "--json", "--today", "2026-05-20", root=home).out)["communities"]
    assert {task["who"] for task in page["tasks"] if task["role"] == "convenor"} == {"Amina Khan, convenor"}


def test_lists_call_her_by_her_name(home: Path) -> None:
    write(home, "groups/forms.yaml", 'name: One form\nlead: Amina\nquestion: "Which?"\n')
    assert "Amina Khan" in copkit("list", "groups", root=home).out


def test_attendance_and_counts_mean_her(home: Path) -> None:
    notes(home, DAY, "decision: One form", present="[Amina, joe.bell]")
    workspace = load(Folder(home))
    company = workspace.communities["home-first"].company(workspace.shared.register)
    assert company.who("Amina") == "amina.khan"
    assert company is workspace.communities["home-first"].company(workspace.shared.register), "prepared once"


def test_a_sponsor_belongs(fresh: Path) -> None:
    add(fresh, OTHER, roll=())
    add(fresh, {"seren.oneill": "Seren O’Neill", "seren.hughes": "Seren Hughes"}, roll=())
    path = fresh / HOME / "community.yaml"
    path.write_text(path.read_text().replace("sponsor: ", "sponsor: seren.oneill "))
    plan(fresh, DAY, "briefing: {speaker: Seren}")
    assert "Seren O’Neill" in printed(fresh, "plan")
    found = json.loads(copkit("check", "--json", "--today", "2026-05-20", root=fresh).out)["findings"]
    assert not [one for one in found if one["code"] == "REF-04"]


def test_two_who_belong_are_asked_about_and_neither_is_printed(fresh: Path) -> None:
    add(fresh, {**PEOPLE, **OTHER})
    team(fresh, "convenor: Amina")
    plan(fresh, DAY)
    found = json.loads(copkit("check", "--json", "--today", "2026-05-20", root=fresh).out)["findings"]
    asked = [one["message"] for one in found if one["code"] == "REF-04"]
    assert "“Amina” may be Amina Khan (amina.khan) or Amina Yusuf (amina.yusuf)" in asked
    assert "Khan" not in printed(fresh, "agenda")


def join(root: Path, key: str) -> None:
    with (root / HOME / "members.yaml").open("a") as roll:
        roll.write(f"- {{who: {key}, joined: 2026-07-01}}\n")


def test_whoever_joins_later_takes_no_name_away_and_has_none_before(fresh: Path) -> None:
    add(fresh, PEOPLE)
    add(fresh, {"joe.hall": "Joe Hall"}, roll=())
    join(fresh, "joe.hall")
    workspace = load(Folder(fresh))
    ours = workspace.communities["home-first"].company(workspace.shared.register)
    june, july = ours.on(date(2026, 6, 30)), ours.on(date(2026, 7, 1))
    assert (june.who("Joe"), june.who("joe.hall"), june.who("Joe Hall")) == ("joe.bell", "joe.hall", "joe.hall")
    assert july.who("Joe") == ours.who("Joe") == "Joe", "two have it: it is asked"
    assert set(july.find("Joe").near) == {"joe.bell", "joe.hall"}
    assert june.on(date(2026, 7, 1)).ids == july.ids


def test_a_guest_is_not_taken_for_somebody_who_joins_later(fresh: Path) -> None:
    add(fresh, PEOPLE, roll=())
    join(fresh, "joe.bell")
    plan(fresh, DAY)
    notes(fresh, DAY, "offer: Joe | a room for twelve", present="[Joe, amina.khan]")
    found = json.loads(copkit("check", "--json", "--today", "2026-08-01", root=fresh).out)["findings"]
    asked = {one["code"]: one["fix"] for one in found if "“Joe”" in one["message"]}
    assert asked == dict.fromkeys(("REF-01", "NOT-03"), "Did you mean Joe Bell (joe.bell)?")


@pytest.mark.parametrize("nickname", ["Joe", "Joe Bell"])
def test_a_later_nickname_takes_no_name_away_and_says_who_nobody_could_find(nickname: str) -> None:
    known = {"joe.bell": Person(name="Joe Bell"), "sam.reid": Person(name="Sam Reid")}
    later = known | {"sam.reid": Person(name="Sam Reid", also_known_as=(nickname, "Sammy"))}
    for people in (known, later):
        ours = Company(Register(people, {}), [Member(who=key) for key in people], Community())
        assert ours.who(nickname) == "joe.bell"
    assert ours.who("Sammy") == "sam.reid"


def test_a_first_name_on_the_roll_that_a_second_person_gets_is_nobodys() -> None:
    people = {"ann.lee": Person(name="Ann Lee"), "ann.moss": Person(name="Ann Moss")}
    rows = [Member(who="Ann"), Member(who="ann.moss", joined=date(2026, 7, 1))]
    ours = Company(Register(people, {}), rows, Community())
    assert ours.who("Ann") == ours.on(date(2026, 6, 1)).who("Ann") == "Ann"


def test_a_company_that_is_empty_knows_nobody_by_a_first_name() -> None:
    people = {"ann.lee": Person(name="Ann Lee")}
    ours = Company(Register(people, {}), [Member(who="ann.lee", joined=date(2026, 7, 1))], Community())
    assert [ours.on(date(2026, 6, 1)).who(typed) for typed in ("Ann", "Ann Lee")] == ["Ann", "ann.lee"]
    assert not ours.on(date(2026, 6, 1)).named_in("sit with Ann", ["ann.lee"])
