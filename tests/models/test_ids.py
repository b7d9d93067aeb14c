"""Ids are readable, and safe as file names everywhere."""

import pytest

from copkit.models import ids
from copkit.models.names import mixed_scripts, read_name


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Amina Khan", "amina.khan"),
        ("Dr Amina Khan", "amina.khan"),
        ("Zoë Ångström", "zoe.angstrom"),
        ("Zoe\u0308 Ångström", "zoe.angstrom"),
        ("Mary-Jane O’Neil", "mary-jane.oneil"),
        ("Łukasz Þór", "lukasz.thor"),
        ("María de la Cruz", "maria.cruz"),
        ("Con Murphy", "con-murphy"),
        ("Cher", "cher"),
        ("李", ""),
    ],
)
def test_person_is_named_first_and_last(name: str, made: str) -> None:
    assert ids.from_person(name) == made
    assert not made or ids.trouble(made) == ""


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("St Elsewhere Hospice", "st-elsewhere-hospice"),
        ("Systems Leadership Community of Practice", "systems-leadership"),
        ("Frailty CoP", "frailty"),
        ("Health & Care / North", "health-care-north"),
        ("../../etc/x", "etc-x"),
    ],
)
def test_community_is_named_without_what_it_is(name: str, made: str) -> None:
    assert ids.from_community(name) == made


def test_long_names_end_at_a_word() -> None:
    made = ids.from_title("anytown and anyshire partnership for people who leave hospital and need help")
    assert made == "anytown-and-anyshire-partnership-for-people-who-leave"
    assert len(ids.from_title("x" * 300)) == 60
    assert len(ids.from_person(f"{'a' * 59} {'b' * 59}")) <= 60


def test_a_clash_gets_a_number_also_between_capitals() -> None:
    assert ids.free("amina.khan", []) == "amina.khan"
    assert ids.free("amina.khan", ["Amina.Khan", "amina.khan-2"]) == "amina.khan-3"
    assert ids.free("con", []) == "con-2"
    assert len(ids.free("x" * 60, ["x" * 60])) <= 60


@pytest.mark.parametrize("name", ["con", "aux", "nul", "com1", "lpt9", "lpt¹", "com1.notes", "prn"])
def test_names_that_windows_keeps_are_refused(name: str) -> None:
    assert "Windows" in ids.trouble(name)


@pytest.mark.parametrize(
    "name",
    ["", "../../etc/x", "a/b", "..", ".git", "-rf", "--help", "a.", "a--b", "Frailty", "é", "a b", "a\n", "a" * 61],
)
def test_what_is_no_id_is_refused(name: str) -> None:
    assert ids.trouble(name)


@pytest.mark.parametrize("name", ["amina.khan", "st-elsewhere-hospice", "2026", "a", "a1.b2-c3", "x" * 60])
def test_good_ids_pass(name: str) -> None:
    assert ids.trouble(name) == ""


def test_one_form_of_accents_and_spaces() -> None:
    assert read_name("  Zoe\u0308   Ng ").value == "Zoë Ng"


@pytest.mark.parametrize("name", ["a\u202eb", "a\u200bb", "a\x1bb", "a\x07", "a\ud83db", "\ufeffa"])
def test_names_with_characters_that_nobody_sees_are_refused(name: str) -> None:
    read = read_name(name)
    assert read.value is None
    assert "nobody sees" in read.problem


def test_letters_of_two_alphabets_in_a_word_are_noticed() -> None:
    assert mixed_scripts("Ѕmith")
    assert not mixed_scripts("Smith")
    assert not mixed_scripts("Анна Smith")
    assert not mixed_scripts("李 Bruce")
