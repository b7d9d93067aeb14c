"""Personal details are found however they are typed, and numbers that are none are let pass."""

import pytest

from copkit.checks.private import is_nhs_number, masked, search


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Patient 943 476 5919 waited", "nhs-number"),
        ("943-476-5919", "nhs-number"),
        ("943\u00a0476\u00a05919", "nhs-number"),
        ("9434765919", "nhs-number"),
        ("ring 07700 900123 today", "phone"),
        ("07700900123", "phone"),
        ("(0161) 496 0000", "phone"),
        ("+44 7700 900123", "phone"),
        ("+44 (0)161 496 0000", "phone"),
        ("0044 161 496 0000", "phone"),
        ("020 7946 0018", "phone"),
        ("mail ann.o'neil@nhs.net.", "e-mail"),
        ("<zoë@trust.example>", "e-mail"),
        ("lives at M1 1AE", "postcode"),
        ("SW1A 2AA", "postcode"),
        ("SW1A2AA", "postcode"),
        ("of M11AE now", "postcode"),
        ("ring 07700.900.123", "phone"),
        ("0161.496.0000", "phone"),
        ("０７７００ ９００１２３", "phone"),
        ("943.476.5919", "nhs-number"),
        ("９４３ ４７６ ５９１９", "nhs-number"),
        ("ann.oneil＠nhs.net", "e-mail"),
        ("ann.oneil (at) nhs.net", "e-mail"),
        ("ann.oneil[AT]trust[dot]nhs.net", "e-mail"),
        ("ann.oneil at trust dot nhs dot uk", "e-mail"),
        ("NI AB123456C", "insurance"),
        ("is AB 12 34 56 C", "insurance"),
        ("born 2 March 1956", "birth"),
        ("DOB: 02/03/1956", "birth"),
        ("Date of birth 1956-03-02", "birth"),
        ("d.o.b. 2.3.56", "birth"),
    ],
)
def test_found(text: str, kind: str) -> None:
    assert kind in {hit.kind for hit in search(text)}
    assert not any(digits in masked(text) for digits in ("5919", "900123", "0000", "nhs.net", "1AE", "56", "oneil"))


@pytest.mark.parametrize(
    "text",
    [
        "2026-06-09 10:00 to 11:30",
        "943 476 5918",
        "000 000 0000",
        "https://meet.example/19%3a07700900123?p=9434765919",
        "10,000 people in 2026 2027 2028",
        "@amina said so",
        "room M1, table 4",
        "09.06.2026 at 10.30, 01.06.2026 to 31.12.2026",
        "meet (at) the hospice, and look at the dot plot",
        "on 10 20 30 a day, and 12-13-14 AM",
        "wards B12 and Q3 NHS, form AB12CD7, 5MDT and XQ12AB",
        "born again ideas, and a birthday party on 3 wards",
        "RZZ1 and RXK 12",
        "12345678901234567890",
        "",
    ],
)
def test_let_pass(text: str) -> None:
    assert list(search(text)) == []
    assert masked(text) == text


def test_the_check_digit() -> None:
    assert is_nhs_number("9434765919")
    assert not is_nhs_number("9434765918")
    assert not is_nhs_number("0000000000")
    assert sum(is_nhs_number(f"{number:010}") for number in range(9_000_000_000, 9_000_011_000)) == 1000


def test_a_long_text_is_searched_in_no_time() -> None:
    text = "0" * 100_000 + "a" * 50_000 + " 07" * 30_000 + "a@" * 30_000 + "born " * 20_000
    assert len(list(search(text))) < 10
