"""`copkit list`: where each thing stands, sorted and never ranked, within 80 columns."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.golden import Golden
from tests.shell import ROOT, copkit

NOUNS = ("initiatives", "groups", "stories", "practices", "events", "challenges", "cohorts", "opportunities")


def rows(*words: str, root: Path = ROOT) -> list[dict[str, Any]]:
    ended = copkit("list", *words, "--json", root=root)
    assert ended.code == 0, ended.err
    said = json.loads(ended.out)
    assert said["version"] == 1
    found: list[dict[str, Any]] = said["records"]
    return found


def test_every_list(recorded: Path, golden: Golden) -> None:
    text = "".join(f"$ copkit list {noun}\n{copkit('list', noun, root=recorded).out}" for noun in NOUNS)
    assert max(map(len, text.splitlines())) <= 80
    golden("list.txt", "".join(f"{line.rstrip()}\n" for line in text.splitlines()))


def test_every_list_for_scripts(recorded: Path, golden: Golden) -> None:
    every = {noun: rows(noun, root=recorded) for noun in NOUNS}
    golden("list.json", json.dumps(every, indent=1, ensure_ascii=False) + "\n")


def test_the_founding_numbers_stand_in_the_lists() -> None:
    (diabetes,) = rows("initiatives", "diabetes")
    assert (diabetes["adopted"], diabetes["meant_for"]) == (4, 7)
    assert (25, 23) in [(one["started"], one["completed"]) for one in rows("cohorts")]
    (challenge,) = rows("challenges")
    assert [(one["title"], one["score"]) for one in challenge["entries"]] == [
        ("Falls response car", 3.88), ("One shared form", 4.38),
    ]  # fmt: skip


def test_each_row_says_where_it_stands() -> None:
    for noun in NOUNS:
        for row in rows(noun):
            path, line, _ = row["position"].split(":")
            assert (ROOT / path).read_text().splitlines()[int(line) - 1], row


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (("initiatives", "--stage", "testing"), ["One form"]),
        (("groups", "--open"), ["At night", "Later", "Pictures", "Tea"]),
        (("stories", "--open"), ["The night nobody rang"]),
        (("practices", "--open"), ["Slides"]),
        (("events", "--open"), ["Assembly"]),
        (("challenges", "--open"), ["Warm homes"]),
        (("challenges", "--open", "--today", "2026-07-01"), []),
        (("cohorts", "--open"), ["Telling stories"]),
        (("opportunities", "--open"), ["A placement", "Coaching"]),
    ],
)
def test_only_some(recorded: Path, words: tuple[str, ...], names: list[str]) -> None:
    assert [one["name"] for one in rows(*words, root=recorded)] == names


def test_names_are_sorted_in_every_community() -> None:
    every = rows("initiatives")
    assert [(one["community"], one["name"].casefold()) for one in every] == sorted(
        (one["community"], one["name"].casefold()) for one in every
    )
    out = copkit("list", "initiatives", root=ROOT).out
    assert out.index("Diabetes in Pregnancy") < out.index("Systems Leadership")
    assert out.endswith(f"{len(every)} initiatives\n")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("initiative", "--stage", "testin"), "“testing”"),
        (("groups", "--stage", "testing"), "--stage is for initiatives"),
        (("ideas",), "cannot be listed"),
        (("c",), "cannot be listed"),
        (("people", "home-first"), "belong to all communities"),
        (("groups", "nowhere"), "there is no community"),
    ],
)
def test_what_cannot_be_listed(words: tuple[str, ...], why: str) -> None:
    ended = copkit("list", *words, root=ROOT)
    assert (ended.code, why in ended.err) == (2, True), ended.err


def test_a_workspace_with_nothing_lists_nothing(held: Path) -> None:
    for noun in NOUNS:
        assert copkit("list", noun, root=held).out == f"0 {noun}\n"
        assert rows(noun, root=held) == []
