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


SPELT = [
    Person(name=name)
    for name in ("Siân ap Rhys", "Aoife O'Neill", "Zoë Müller", "José d’Ávila", "Ann-Marie Lee", "Søren Ångström")
]


@pytest.mark.parametrize("close", [True, False])
@pytest.mark.parametrize(
    "text",
    [
        "O´Neill asked", "O′Neill asked", "O Neill asked", "O\u2011Neill asked", "O\uff07Neill asked",
        "O&rsquo;Neill asked", "O\\'Neill asked", "Si&acirc;n asked", "Si\ufffdân asked", "S\u200biân asked",
        "Аоifе asked", "Ａｏｉｆｅ asked", "Zoe Mueller", "Mueller asked", "d'Avila", "D Avila asked",
        "Annmarie asked", "Soeren asked", "07700\u00a0900\u00a0123", "0116\u2011496\u20110123", "a.b＠nhs.example",
        "b (at) nhs (dot) example", "NHS no 9434765919", "943\u2009476\u20095919", "943.476.5919",
        "https://wa.me/447700900123", "tel:+447700900123", "https://x.example/07700-900123", "AB 12 34 56 C",
    ],
)  # fmt: skip
def test_a_name_or_a_number_is_known_however_it_was_typed_or_pasted(text: str, close: bool) -> None:
    people = {str(at): one for at, one in enumerate(SPELT)}
    assert Discretion(Known(people, {}), Circle(people if close else {})).names_somebody(text)


NAMED = [
    Person(name=name)
    for name in (
        "Siân Rees", "Fiona MacDonald", "Aidan McKay", "Róisín Oneill", "Wei Ng", "Jun He", "王小明", "田中 太郎",
    )
]


@pytest.mark.parametrize(
    "text",
    [
        "**Si**ân asked", "S*i*ân asked", "Si__â__n asked", "Si<b>ân</b> asked", "[Si](https://x.example)ân",
        "McDonald asked", "Mc Donald asked", "Mac Donald asked", "ask Fiona McDonald", "MacKay asked", "Mackay",
        "O'Neill asked", "O Neill asked", "O’Neill asked", "Ng asked", "we asked Ng", "Ng’s ward", "we asked He",
        "王 asked", "王医生 asked", "小王 asked", "请王女士", "小明 asked", "田中さん", "太郎 asked",
        "https://www.linkedin.com/in/si%C3%A2n-rees-4b1a22", "linkedin.com/in/sianrees87", "x.com/ReesSian",
        "see [her page](https://linkedin.com/in/sianrees87)",
    ],
)  # fmt: skip
def test_a_name_of_who_took_part_is_known_in_markup_in_links_and_however_short(text: str) -> None:
    people = {str(at): one for at, one in enumerate(NAMED)}
    assert Discretion(Known({}, {}), Circle(people)).names_somebody(text)


@pytest.mark.parametrize(
    "link", ["https://linkedin.com/in/si%C3%A2n-rees", "https://linkedin.com/in/sianrees87", "x.com/ReesSian"]
)
def test_a_link_that_spells_a_name_names_in_full(link: str) -> None:
    assert Discretion(Known({}, {}), Circle({"sian.rees": NAMED[0]})).names_in_full(link)


@pytest.mark.parametrize(
    "text",
    [
        "He asked for an NG tube", "ng/ml", "a team of HE, FE and schools", "he asked. He left", "国王 and 帝王",
        "a **bold** step and 2*3*4", "snake__case", "https://example.org/in/trees-2026", "macaroni on Monday",
        "at the mall", "Oliver and O level exams", "[a page](https://x.example/a) on",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_of_these_names_is_none(text: str) -> None:
    people = {str(at): one for at, one in enumerate(NAMED)}
    assert not Discretion(Known({}, {}), Circle(people)).names_somebody(text)


def test_a_possessive_without_its_apostrophe_names_who_took_part() -> None:
    assert CLOSE.names_somebody("priyas point, and Nairs")


@pytest.mark.parametrize(
    "text",
    [
        "Dr Bea Lund chairs", "NHS, Council and others", "CAMHS, Schools", "we miss the bus", "ask the dr then",
        "on 01.02.2026 - 03.02.2026", "TW stands for tired ward",
        "https://meet.example/j/9434765919", "R&D in 2026", "fish &amp; chips", "Αθήνα και Київ", "a well-led ward",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert not CLOSE.names_somebody(text)


@pytest.mark.parametrize(
    "text",
    [
        "c/o Nair, 3 Mill Road", "Ask Priya at the gate", "Tomasz’s church hall", "Bus 9; Tomasz waits at the stop",
        "Dr Nair’s clinic", "Priya Nair’s round", "ring 07700 900 123", "+44 (0)7700 900123",
        "https://wa.me/447700900123",
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
