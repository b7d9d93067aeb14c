"""Names that other programs give to a file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copkit.models.copies import original
from copkit.models.kinds import kind_of

NAMES = (
    "2026-06-09.notes.yaml", "2026-06-09.yaml", "members.yaml", "one-form.yaml", "2026-W07.yaml", "2026-06-09.csv",
)  # fmt: skip
GIVEN = (
    "{name}.txt", "{stem}-LAPTOP-AB12{end}", "{stem} (1){end}", "{stem} - Copy{end}", "{stem} - Copy (2){end}",
    "copy of {name}", "Copy (2) of {name}", "{stem} 2{end}", "{stem} copy{end}", "{stem} copy 3{end}",
    "{stem} (conflicted copy 2026-06-10){end}", "{stem} (Sam's conflicted copy 2026-06-10 101500){end}",
    "{stem}.sync-conflict-20260609-101500-ABCDEFG{end}", "{stem}-Sam’s MacBook Air{end}", "{name}.bak",
)  # fmt: skip


def split(name: str) -> tuple[str, str]:
    stem, dot, last = name.rpartition(".")
    return stem, dot + last


@pytest.mark.parametrize("given_", GIVEN)
@pytest.mark.parametrize("name", NAMES)
def test_each_says_which_file_it_was(given_: str, name: str) -> None:
    stem, end = split(name)
    path = "communities/home-first/sessions/" + given_.format(name=name, stem=stem, end=end)
    assert original(path) == f"communities/home-first/sessions/{name}"
    assert kind_of(path) is None


def test_what_stands_before_the_word_notes_and_in_capitals_too() -> None:
    assert original("2026-06-09 (1).notes.yaml") == "2026-06-09.notes.yaml"
    assert original("2026-06-09.notes.YAML") == original("2026-06-09.notes.txt") == "2026-06-09.notes.yaml"
    assert original("2026-06-09.notes-LAPTOP-AB12 (1).yaml.txt") == "2026-06-09.notes.yaml"


ID = st.from_regex(r"[a-z0-9]{1,9}(?:[.-][a-z0-9]{1,9}){0,3}", fullmatch=True)


@settings(max_examples=60, deadline=None)
@given(ID)
def test_no_name_that_copkit_itself_uses_is_one(name: str) -> None:
    for end in (".yaml", ".notes.yaml", ".csv", ".yml"):
        assert original(f"communities/one/initiatives/{name}{end}") in (
            "", *([f"communities/one/initiatives/{name}"] if name.endswith((".yaml", ".yml", ".csv")) else [])
        )  # fmt: skip
