"""One reader of names: what reports understand, notes and every other place where people are typed do too."""

import json
from pathlib import Path

import pytest

from copkit.models.programme import Person
from copkit.people.register import Register
from tests.people.making import PEOPLE, add, notes, plan
from tests.shell import copkit

DAY = "2026-05-12"
REGISTER = Register(
    {
        "sian.price": Person(name="Siân Price"),
        "sian.jones": Person(name="Sian Jones"),
        "joe.bell": Person(name="Joe Bell"),
        "joe.hall": Person(name="Joe Hall"),
        "mary.hart": Person(name="Mary Jane Hart"),
        "anne-marie.hill": Person(name="Dr Anne-Marie Hill", also_known_as=("Annie Hill",)),
        "anna.price": Person(name="Anna Price"),
        "zofia.zak": Person(name="Zofia Żak"),
    },
    {},
)
OURS = ("sian.price", "joe.bell", "mary.hart", "anne-marie.hill", "zofia.zak", "anna.price")


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Sian Price", "sian.price"),
        ("Sian", "sian.price"),
        ("Siân", "sian.price"),
        ("Mary", "mary.hart"),
        ("Mary Jane", "mary.hart"),
        ("mary-jane", "mary.hart"),
        ("Mary Hart", "mary.hart"),
        ("BELL, Joe (ANYTOWN HOSPITALS)", "joe.bell"),
        ("Bell, Joe", "joe.bell"),
        ("Bell Joe", "joe.bell"),
        ("Joe B", "joe.bell"),
        ("J. Bell", "joe.bell"),
        ("Dr Joe Bell (he/him)", "joe.bell"),
        ("Dr. Hill, Anne Marie", "anne-marie.hill"),
        ("Anne-Marie", "anne-marie.hill"),
        ("Annie", "anne-marie.hill"),
        ("zofia zak", "zofia.zak"),
        ("ŻAK, Zofia", "zofia.zak"),
        ("Mary (Chair)", "mary.hart"),
    ],
)
def test_a_name_is_found_however_it_is_typed(typed: str, key: str) -> None:
    assert REGISTER.find(typed, OURS).id == key


@pytest.mark.parametrize("typed", ["Joe Bell / Joe Hall", "Joe Bell and Siân", "Joe Bell – Siân"])
def test_one_of_two_who_are_named_is_not_dropped(typed: str) -> None:
    assert REGISTER.find(typed, OURS).id is None


@pytest.mark.parametrize(("typed", "near"), [("Hart", "mary.hart"), ("Dr Hart", "mary.hart"), ("ZŻ", "zofia.zak")])
def test_a_surname_or_initials_are_asked_about(typed: str, near: str) -> None:
    assert REGISTER.find(typed, OURS) == (None, (near,))


@pytest.mark.parametrize("typed", ["a price", "Joe Smith", "Joe Bell Centre", "Anne", "Team A", ""])
def test_nobody_is_guessed(typed: str) -> None:
    assert REGISTER.find(typed, OURS).id is None


@pytest.mark.parametrize(("typed", "key"), [("Bell, Joe", "joe.bell"), ("Joe B", None)])
def test_among_all_of_the_register_only_a_whole_name_is_enough(typed: str, key: str | None) -> None:
    assert REGISTER.find(typed).id == key


def test_accents_tell_two_apart_only_where_both_may_be_meant() -> None:
    both = ("sian.price", "sian.jones")
    assert [REGISTER.find(typed, both).id for typed in ("Siân", "Sian")] == ["sian.price", "sian.jones"]
    assert set(REGISTER.find("Sian").near) == set(both) or REGISTER.find("Sian").id == "sian.jones"


@pytest.mark.parametrize("owner", ["Sian", "Mary Jane", "BELL, Joe (NHS ANYTOWN ICB)", "oneill, seren"])
def test_notes_invite_no_duplicates(fresh: Path, owner: str) -> None:
    add(fresh, PEOPLE)
    plan(fresh, DAY)
    notes(fresh, DAY, f"action: {owner} | send the form | 9 June 2026", f"ask: {owner} | a room for twelve")
    shown = copkit("notes", "show", "home-first", DAY, root=fresh)
    assert "new person" not in shown.out + shown.err
    assert not codes(fresh) & {"REF-04", "NOT-03", "ACT-01"}
    printed = copkit("notes", "print", "home-first", DAY, "--format", "txt", "--out", "-", root=fresh).out
    assert any(name in printed for name in PEOPLE.values())


@pytest.mark.parametrize("who", ["Sian", "BELL, Joe (ORG)", "Hart, Mary Jane"])
def test_fields_for_people_are_read_like_notes(fresh: Path, who: str) -> None:
    add(fresh, PEOPLE)
    plan(fresh, DAY, f'team: {{moderator: "{who}"}}')
    assert "REF-04" not in codes(fresh)
    page = copkit("print", "plan", "home-first", DAY, "--format", "txt", "--out", "-", root=fresh).out
    assert who not in page
    assert any(name in page for name in PEOPLE.values())


def test_join_finds_who_is_there_without_the_accent(fresh: Path) -> None:
    add(fresh, PEOPLE, roll=())
    before = (fresh / "communities/programme/people.yaml").read_bytes()
    done = copkit("join", "home-first", "Sian Price", "--today", "2026-05-01", root=fresh)
    assert done.code == 0
    assert (fresh / "communities/programme/people.yaml").read_bytes() == before
    assert "who: sian.price" in (fresh / "communities/home-first/members.yaml").read_text()


def codes(root: Path) -> set[str]:
    found = json.loads(copkit("check", "--json", "--today", "2026-05-13", root=root).out)
    return {one["code"] for one in found["findings"]}
