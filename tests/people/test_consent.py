"""One rule of consent: whose name may stand beside words in public, be they a quote or a story."""

from pathlib import Path

import pytest

from copkit.models.programme import Person
from copkit.people.consent import credit
from tests.people.making import PEOPLE, add, notes, plan, write
from tests.shell import copkit

DAY = "2026-05-12"
WORDS, TITLE = "We rang them", "One form came of it"


@pytest.fixture(params=["yes", "no"])
def publish(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def home(fresh: Path, publish: str) -> Path:
    add(fresh, PEOPLE, job="Ward clerk", publish=publish)
    plan(fresh, DAY)
    shown = ("name", "role", "nothing")
    quotes = [f"quote: {WORDS} {number} | {show} | Sian Price" for number, show in enumerate(shown)]
    notes(fresh, DAY, *quotes, present="[sian.price, joe.bell]", publish="yes")
    story = f"title: {TITLE}\ndate: 2026-06-01\nconsent: 2026-06-01\npublish: yes\n"
    story += "cycles: {realised: We used one form.}\n"
    write(fresh, "stories/form.yaml", f"{story}teller: {{who: sian.price, show: name}}\n")
    return fresh


@pytest.mark.parametrize("audience", ["public", "members"])
def test_a_quote_and_a_story_name_the_same_people(home: Path, publish: str, audience: str) -> None:
    page = copkit(
        "notes", "print", "home-first", DAY, "--for", audience, "--format", "txt", "--out", "-", root=home
    ).out
    told = copkit(
        "synthesis", "home-first", "2026-27", "--for", audience, "--format", "txt", "--out", "-",
        "--today", "2026-07-01", root=home,
    ).out  # fmt: skip
    page, told = " ".join(page.split()), " ".join(told.split())
    assert all(f"{WORDS} {number}" in page for number in range(3))
    assert TITLE in told
    may = audience == "members" or publish == "yes"
    assert (page.count("Siân Price") > 0) is may
    assert ("We used one form.” – Siân Price" in told) is may
    assert "Ward clerk" in page


def test_nobody_is_named_in_public_by_one_consent_alone() -> None:
    agreed, silent = Person(name="A B", publish="yes"), Person(name="A B")
    assert credit("name", agreed, public=True) == "name"
    assert credit("name", silent, public=True) == credit("name", None, public=True) == ""
    assert credit("nothing", agreed, public=False) == credit("", agreed, public=False) == ""
    assert credit("role", silent, public=True) == "role"
