"""Lines put into the text of notes: every other line stays, however the file was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.editing.refused import Refused
from copkit.editing.taking import with_lines
from copkit.yamlfile import read_notes

PATH = "communities/c/sessions/2026-06-09.notes.yaml"
KEYS = {"present", "apologies", "others", "voices"}


def text_of(data: bytes) -> str:
    found = read_notes(data, PATH, KEYS).data
    assert isinstance(found, dict)
    return str(found["capture"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("present: []\ncapture: |\n  idea: x\n", "idea: x\nask: y\n"),
        ("present: []\ncapture: |\n  idea: x", "idea: x\nask: y\n"),
        ("present: []\ncapture: |\n", "ask: y\n"),
        ("present: []\ncapture:\n", "ask: y\n"),
        ("present: []\n", "ask: y\n"),
        ("", "ask: y\n"),
        ("capture: |\n    idea: x\n      more\nvoices: 3\n", "idea: x\n  more\nask: y\n"),
        ("capture: |\n  a\n\n  b\n\n\n", "a\n\nb\nask: y\n\n\n"),
        ("present: [x]\ncapture: |\n  idea: x\naction: at the left\n", "idea: x\naction: at the left\nask: y\n"),
    ],
)
def test_a_line_goes_below_the_others(before: str, after: str) -> None:
    for end in ("\n", "\r\n"):
        made = with_lines(before.replace("\n", end).encode(), PATH, ["ask: y"])
        assert text_of(made).strip() == after.strip()


def test_a_line_in_the_place_of_another_keeps_the_rest() -> None:
    before = b"present: [ann] # who\ncapture: |\n  a\n  b to c\n  d\n"
    assert with_lines(before, PATH, ["e"], {4: "action: b to c"}) == (
        b"present: [ann] # who\ncapture: |\n  a\n  action: b to c\n  d\n  e\n"
    )


def test_notes_of_another_encoding_are_refused() -> None:
    with pytest.raises(Refused, match="UTF-8"):
        with_lines("capture: |\n  caf\u00e9\n".encode("latin-1"), PATH, ["x"])


LINE = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=20)
LINES = st.lists(LINE, min_size=1, max_size=5)


@given(LINES, LINES)
def test_every_line_old_and_new_is_there(old: list[str], new: list[str]) -> None:
    before = "capture: |\n" + "".join(f"  {line}\n" for line in old)
    assert text_of(with_lines(before.encode(), PATH, new)).split("\n") == [*old, *new, ""]
