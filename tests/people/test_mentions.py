"""One person found in texts, however the name is spelt there, and nobody else of nearly the same name."""

import pytest

from copkit.models.programme import Person
from copkit.people.mentions import Seeker
from copkit.people.register import Register

REGISTER = Register(
    {
        "sian.price": Person(name="Siân Price"),
        "soren.lund": Person(name="Soren Lund"),
        "zoe.hart": Person(name="Zoe Hart"),
        "zoe.hart-2": Person(name="Zoë Hart"),
        "fionn.oneill": Person(name="Fionn O'Neill"),
        "ivan.yuriy": Person(name="Юрий Иванов"),
    },
    {},
)
NOTES = "communities/home-first/sessions/2026-05-12.notes.yaml"


def sure(key: str, text: str) -> list[str]:
    return [one.typed for one in Seeker(key, REGISTER).in_file(NOTES, text) if one.sure]


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("sian.price", "Sian"),
        ("sian.price", "Siân"),
        ("sian.price", "Sia\u0302n"),
        ("sian.price", "SIAN PRICE"),
        ("soren.lund", "Søren"),
        ("soren.lund", "Söre\u0301n Lund"),
        ("soren.lund", "LUND, Søren"),
        ("fionn.oneill", "Fionn O’Neill"),
        ("fionn.oneill", "Fionn ONeill"),
        ("ivan.yuriy", "Юрий Иванов"),
    ],
)
def test_accents_are_there_or_not_whichever_way_the_register_has_them(key: str, typed: str) -> None:
    assert sure(key, f"capture: |\n  idea: what {typed} said of the ward\n") == [typed]


@pytest.mark.parametrize("typed", ["Sianna", "Sienna", "Presian", "Pricé-Jones"])
def test_a_longer_name_is_somebody_else(typed: str) -> None:
    assert sure("sian.price", f"{typed} came.") == []


def test_two_who_differ_by_an_accent_are_told_apart_by_it() -> None:
    text = "Zoe came, Zoë did not; later Zoe Hart spoke for Zoë Hart."
    assert sure("zoe.hart", text) == ["Zoe", "Zoe Hart"]
    assert sure("zoe.hart-2", text) == ["Zoë", "Zoë Hart"]


@pytest.mark.parametrize(
    ("text", "may"),
    [("who: sian", True), ("who: PRICE", True), ('who: "Si\\u00e2n"', True), ("who: soren.lund", False)],
)
def test_a_file_is_left_out_only_where_nothing_can_mean_the_person(text: str, may: bool) -> None:
    assert Seeker("sian.price", REGISTER).may_be_in(text) == may


def test_in_a_large_register_a_slip_of_the_pen_still_finds_who_is_near() -> None:
    parts = [
        f"{first}{last}" for first in ("A", "Jo", "Ru", "Fi") for last in ("bel", "ken", "nola", "quir", "tam")
    ]
    names = [f"{first} {last}".title() for first in parts for last in parts for _ in range(5)]
    people = {f"p{n}": Person(name=name) for n, name in enumerate(names)} | {"x": Person(name="Fiona Quirke")}
    assert Register(people, {}).find("Fiona Quirk").near[0] == "x"
    assert Register(people, {}).find("Foina Quirke").near[0] == "x"
    assert Register(people, {}).find("Nobody Atall").near == ()
