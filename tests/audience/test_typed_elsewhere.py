"""What was typed where it does not belong, misspelt, or for a day to come, in a workspace as `init` makes it."""

from datetime import date
from pathlib import Path

import pytest

from copkit.models.programme import Consent, Person
from copkit.people.consent import has_agreed, may_be_listed
from tests.people.making import add, write
from tests.shell import Ran, copkit

DAY = "2026-04-14"
PLAN = "date: 2026-04-14\ntheme: Home sooner\nplace: online\n"


@pytest.fixture
def noted(fresh: Path) -> Path:
    """A session with a plan, of a community with a second person."""
    add(fresh, {"omar.farouk": "Omar Farouk"})
    write(fresh, f"sessions/{DAY}.yaml", PLAN)
    return fresh


def printed(root: Path, audience: str, *words: str) -> Ran:
    """The notes as an audience reads them."""
    return copkit("notes", "print", "home-first", DAY, "--for", audience, "--out", "-", "--format", "txt",
                  "--today", "2026-04-20", *words, root=root)  # fmt: skip


def findings(root: Path) -> str:
    """What check says of the session, today."""
    return copkit("check", "home-first", "--today", "2026-04-20", root=root).out


@pytest.mark.parametrize(
    ("typed", "audiences"),
    [
        ("minutes: {omar.farouk: 41}", ""),
        ("minuts: {omar.farouk: 41}", ""),
        ("led_by:\n  1: zq41\nidea: a lift", ""),
        ("certificates:\n- zq41", ""),
        ("x-remark: 41", ""),
        ("energy: 41", "members"),
        ("minutes: approved, item 41", "members public"),
    ],
)
def test_a_field_typed_into_the_text_reaches_only_whom_it_may(noted: Path, typed: str, audiences: str) -> None:
    text = "".join(f"  {line}\n" for line in f"success: beds\n{typed}".splitlines())
    write(noted, f"sessions/{DAY}.notes.yaml", f"publish: yes\npresent: [omar.farouk]\ncapture: |\n{text}")
    shown = {one for one in ("members", "public") if "41" in printed(noted, one).out}
    assert shown == set(audiences.split())
    assert ("REF-05" in findings(noted)) == ("approved" not in typed)


@pytest.mark.parametrize("typed", ["publish: no", "Publlish: no"])
def test_what_is_not_to_be_published_is_not_wherever_the_notes_say_so(noted: Path, typed: str) -> None:
    write(noted, f"sessions/{DAY}.notes.yaml", f"present: [omar.farouk]\ncapture: |\n  idea: a lift\n  {typed}\n")
    ended = printed(noted, "public")
    assert ended.code != 0 and "publish: no" in ended.err
    assert "error" in findings(noted)


@pytest.mark.parametrize(
    "typed",
    [
        "publlish: no", "Publish: no", "publish: yes\npubilsh: no", "catering: {vegan: 3, publish: no}",
        "team: {convenor: amina.khan, publish: no}",
    ],
)  # fmt: skip
def test_a_misspelt_or_misplaced_word_on_publishing_keeps_a_session_unlisted(noted: Path, typed: str) -> None:
    write(noted, f"sessions/{DAY}.yaml", f"{PLAN}{typed}\n")
    ended = copkit("agenda", "home-first", DAY, "--for", "public", "--out", "-", "--today", DAY, root=noted)
    assert ended.code != 0 and "not to be listed" in ended.err
    assert "is not a field here" in findings(noted)


def test_who_led_what_may_not_hide_a_word_on_publishing(noted: Path) -> None:
    write(noted, f"sessions/{DAY}.notes.yaml", "led_by: {1: omar.farouk, publish: no}\ncapture: 'idea: a lift'\n")
    assert printed(noted, "public").code != 0
    assert "is not a field here" in findings(noted)


@pytest.mark.parametrize(("consent", "told"), [("2026-04-20", True), ("2026-04-21", False), ("2062-04-20", False)])
def test_a_consent_of_a_day_to_come_is_none_today(noted: Path, consent: str, told: bool) -> None:
    story = f"title: A lift home\ndate: 2026-04-15\npublish: yes\nconsent: {consent}\n"
    write(noted, "stories/lift.yaml", story + "cycles: {immediate: I rang, realised: Home by four}\n")
    for audience in ("public", "members"):
        words = ("print", "evidence", "home-first", "2026-27", "--for", audience, "--out", "-")
        ended = copkit(*words, "--today", "2026-04-20", root=noted)
        assert ended.code == 0, ended.err
        assert ("Home by four" in ended.out) == told
    assert ("STO-01" in findings(noted)) != told


def test_the_same_holds_of_who_agreed_to_stand_on_lists() -> None:
    today = date(2026, 4, 20)
    person = Person(name="Bea", consent=Consent(list_name="yes", date=date(2026, 4, 21)))
    assert not may_be_listed(person, today)
    assert may_be_listed(person, date(2026, 4, 21))
    assert may_be_listed(Person(consent=Consent(list_name="yes")), today)
    assert not has_agreed(None, today)
