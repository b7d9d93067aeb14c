"""`copkit list` and `copkit show`: every noun of a workspace, found as people type it."""

import json
from typing import Any

import pytest

from copkit.models.kinds import KINDS
from copkit.nouns.registry import NOUNS
from tests.golden import Golden
from tests.shell import ROOT, copkit

HOME = "systems-leadership"
NO_NOUN = {
    "programme": "settings: `show community` and `explain` say what follows from them",
    "calendar": "days to keep in mind, which `schedule` tells of",
    "notes": "shown with `notes show`, and as actions",
    "updates": "what became of actions, which are listed",
    "health": "said by `health`",
    "blueprint": "said by `blueprint --ready`",
    "feedback-form": "said by `feedback`",
    "issued": "what calendars were given",
    "newsletter": "nothing reads it before the issue of what is sent",
    "onboarding": "nothing reads it before the issue of what is sent",
    "methods": "explained by `explain`",
    "running-orders": "printed with the agenda",
    "glossary": "explained by `explain`",
    "role-cards": "printed with the roles",
    "health-rules": "said by `health`",
    "own-onboarding": "private",
    "contacts": "private",
}
"""Kinds of file without a noun, each with its reason."""


def shown(*words: str) -> str:
    ran = copkit("show", *words, root=ROOT)
    assert ran.code == 0, ran.err
    assert [line for line in ran.out.splitlines() if len(line) > 80 and " " in line] == []
    return ran.out


def data(*words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(copkit(*words, "--json", root=ROOT).out)
    return found


def test_every_kind_of_file_has_a_noun_or_a_reason() -> None:
    with_noun = {noun.kind for word, noun in NOUNS.items() if word != "actions"}
    assert with_noun | NO_NOUN.keys() == set(KINDS)
    assert with_noun & NO_NOUN.keys() == set()


@pytest.mark.parametrize("word", NOUNS)
def test_all_that_is_listed_can_be_shown(word: str) -> None:
    one = data("list", word)["records"][0]
    words = [one["community"]] if NOUNS[word].own and word != "communities" else []
    said = data("show", NOUNS[word].one, *words, one["id"])
    assert said["found"] == one
    assert said["record"] or word == "actions"
    assert one["position"] in shown(NOUNS[word].one, *words, one["id"]).splitlines()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("session", HOME, "2026-06-09"), "One referral form instead of three"),
        (("session", "3", HOME), "One referral form instead of three"),
        (("sessions", "sys", "9 June 2026"), "One referral form instead of three"),
        (("member", HOME, "Amina Khan"), "Amina Khan"),
        (("member", HOME, "Amina", "Khan"), "Amina Khan"),
        (("member", "amina.khan", "systems"), "Amina Khan"),
        (("person", "amina.khan"), "Amina Khan"),
        (("initiative", "falls"), "Falls response car"),
        (("INITIATIVE", "Falls Response Car"), "Falls response car"),
    ],
)
def test_a_record_is_found_as_people_type_it(words: tuple[str, ...], name: str) -> None:
    assert shown(*words).startswith(f"{name}\n")


def test_a_session_is_shown_with_its_lines_and_names(golden: Golden) -> None:
    golden("session.txt", shown("session", HOME, "2026-06-09"))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("session", HOME, "2031-01-01"), "no session"),
        (("member", HOME, "Nobody At All"), "there is no member"),
        (("initiative", "Fals response car"), "there is no initiative"),
        (("person",), "which person?"),
        (("thing", "x"), "cannot be listed"),
    ],
)
def test_what_is_not_there_is_said(words: tuple[str, ...], why: str) -> None:
    ran = copkit("show", *words, root=ROOT)
    assert (ran.code, why in ran.err) == (2, True), ran.err


def test_nothing_private_is_shown() -> None:
    for one in data("list", "people")["records"][:20]:
        assert "@" not in shown("person", one["id"])


def test_list_alone_says_what_there_is() -> None:
    ran = copkit("list")
    assert ran.code == 0
    assert all(word in ran.out for word in NOUNS)
