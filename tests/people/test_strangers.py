"""People who are in no register, and names where a place or a method is meant."""

from datetime import date

import pytest

from copkit.audience.days import tells_a_day
from copkit.models.programme import Person
from copkit.people.circle import Circle
from copkit.people.discretion import Discretion
from copkit.people.known import Known

PRIYA, TOMASZ = Person(name="Priya Nair"), Person(name="Tomasz Wiśniewski")
CLOSE = Discretion(Known({}, {}), Circle({"priya.nair": PRIYA, "tomasz.wisniewski": TOMASZ}), agreed={"lund"})


@pytest.mark.parametrize(
    "text",
    [
        "Mr Haddow waited nine days", "Ask Prof. Tom Ward", "HADDOW, Jim rang", "O'HARA, Una rang", "ask Cllr Reed",
        "pnair brought it", "TW leads it", "PN got it through", "P\\u200briya brought it", "ring 07700.900.123",
        "NHS number 943 476 5919", "ward (at) riverside.example",
    ],
)  # fmt: skip
def test_a_text_names_people_however_they_are_written_of(text: str) -> None:
    assert CLOSE.names_somebody(text)


@pytest.mark.parametrize(
    "text",
    [
        "Dr Bea Lund chairs", "NHS, Council and others", "CAMHS, Schools", "we miss the bus", "ask the dr then",
        "on 01.02.2026 - 03.02.2026", "TW stands for tired ward",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert not CLOSE.names_somebody(text)


@pytest.mark.parametrize(
    "text",
    [
        "c/o Nair, 3 Mill Road", "Ask Priya at the gate", "Tomasz’s church hall", "Bus 9; Tomasz waits at the stop",
        "Dr Nair’s clinic", "Priya Nair’s round", "ring 07700 900 123", "+44 (0)7700 900123",
    ],
)  # fmt: skip
def test_a_place_names_who_is_met_there(text: str) -> None:
    assert CLOSE.names_in_full(text)


@pytest.mark.parametrize(
    "text", ["Nair Road", "Priya House, Room 2", "St Tomasz’s church", "Reception: 01632 960001", "nair-surgery"]
)
def test_a_place_may_share_a_word_with_a_name(text: str) -> None:
    assert not CLOSE.names_in_full(text)


@pytest.mark.parametrize(
    "text",
    ["on 2026-07-01", "as of 1 July", "1st July 2026", "July 1, 2026", "1 Jul.", "01/07/2026", "the 1st of July"],
)
def test_a_day_is_told_in_the_ways_people_write_it(text: str) -> None:
    assert tells_a_day(text, [date(2026, 7, 1)])


@pytest.mark.parametrize("text", ["11 July", "1 July 2025", "2026-07-10", "1 June", "in July", "1/7 of them"])
def test_another_day_is_not_it(text: str) -> None:
    assert not tells_a_day(text, [date(2026, 7, 1)])
