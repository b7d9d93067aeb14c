"""What a certificate attests: only the minutes that somebody was there, and only what a body has accredited."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from copkit.metrics.stay import quarters
from tests.documents.certificate.making import certificates, of_session, of_year, stay
from tests.golden import Golden

STYLE = re.compile(r"<style>.*?</style>\n", re.DOTALL)


@pytest.mark.parametrize(("file", "form"), [(f, form) for f in ("certificate", "year") for form in ("html", "txt")])
def test_it_says_the_same_as_before(file: str, form: str, golden: Golden) -> None:
    golden(f"{file}.{form}", STYLE.sub("", certificates(form)[file].decode()))  # certificate, year


def test_three_quarters_of_the_time_is_enough_and_a_minute_less_is_not() -> None:
    # 150 minutes: three quarters are 112 and a half
    assert (stay("viktor.hale").minutes, stay("viktor.hale").enough) == (112, False)
    assert (stay("wren.adair").minutes, stay("wren.adair").enough) == (113, True)
    assert stay("rosa.lind").minutes == 150


def test_a_certificate_needs_a_body_and_the_time() -> None:
    full, short, other = of_session("wren.adair"), of_session("viktor.hale"), of_session("rosa.lind", "2026-05-06")
    assert full.meta.title == "CPD certificate"
    assert full.accreditation == "Example CPD body, reference CPD-77, for 2 hours"
    assert short.meta.title == other.meta.title == "Attendance statement – not accredited"
    assert short.accreditation.endswith("A certificate needs three quarters of the time.")
    assert other.accreditation == ""


def test_hours_are_rounded_down_without_briefing_and_break_and_no_more_than_approved() -> None:
    assert (of_session("wren.adair").hours, of_session("wren.adair").participatory) == ("1.75 hours", "1.25 hours")
    assert of_session("rosa.lind").hours == "2 hours"  # 150 minutes, of which the body has approved two hours
    assert of_session("viktor.hale").hours == "1.75 hours"
    assert of_session("rosa.lind").how.endswith("leave out the briefing (20 minutes) and the break (15 minutes).")


def test_it_says_what_a_regulator_asks_for() -> None:
    view = of_session("wren.adair")
    assert view.organisation == "Seaport Patient Voices"
    assert view.outcomes == ("Agree what fits on one page",)
    assert view.serves == "Who knows what at seven?"
    assert [tuple(one) for one in view.skills] == [
        ("Build relationships", "Chair competency framework: partnerships"),
        ("Self reflect", ""),
    ]
    assert view.signed_by == "Rosa Lind"
    assert view.organiser == "Seaport Communities of Practice, Seaport City Council"
    assert len(view.reflect) == 3


def test_a_year_lists_every_session_and_adds_up_what_it_prints() -> None:
    view = of_year("una.okafor")
    assert [(one.day, one.present, one.hours) for one in view.rows] == [
        ("6 May 2026", "90 of 90", "1.50"),
        ("3 June 2026", "150 of 150", "2.50"),
    ]
    assert (view.hours, view.participatory, view.certified) == ("4 hours", "2.75 hours", "2 hours")
    assert view.attended == "2 of 3 sessions held so far"
    assert view.left_out == ("10 June 2026",)


def test_a_session_that_was_too_short_gives_hours_and_no_certificate() -> None:
    view = of_year("viktor.hale")
    assert (view.accredited, view.certified, view.hours) == (False, "", "1.75 hours")
    assert view.meta.title == "Attendance statement – not accredited"


@given(some.integers(0, 2000))
def test_hours_are_never_more_than_the_minutes(minutes: int) -> None:
    hours = quarters(minutes)
    assert 0 <= minutes - hours * 60 < 15
    assert hours * 4 == int(hours * 4)


def test_nobody_takes_part_for_longer_than_they_were_there() -> None:
    few = stay("rosa.lind")._replace(minutes=20, whole=150)
    assert (few.hours, few.participatory, few.percent) == (0.25, 0, 13)
