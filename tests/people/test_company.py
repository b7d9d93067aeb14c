"""Who belongs to a community: a first name that two of the register have means the one who belongs, everywhere."""

import json
from pathlib import Path

import pytest

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
