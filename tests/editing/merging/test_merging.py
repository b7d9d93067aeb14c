"""Two curators' notes in one file, whatever each of them typed, took out or saved as."""

import codecs
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copkit.editing.emit import emit
from copkit.editing.merging import Merged, Unread, merge_notes
from copkit.editing.merging.sides import Side, take_apart

PATH = "communities/home-first/sessions/2026-06-09.notes.yaml"
ENCODINGS = {
    "UTF-8": lambda text: text.encode(),
    "UTF-8 with a mark": lambda text: codecs.BOM_UTF8 + text.encode(),
    "UTF-16 LE": lambda text: codecs.BOM_UTF16_LE + text.replace("\n", "\r\n").encode("utf-16-le"),
    "UTF-16 BE": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "Windows": lambda text: text.replace("\n", "\r\n").encode("cp1252"),
}
BASE = """\
present: [amina.khan, joe.bell]
apologies: []
others: 3                       # people who came but are not members yet
capture: |
  success: discharge lounge has cut the wait
  action: sam.reid | draft terms of reference | 30 Jun
"""


def merged(yours: str, theirs: str, base: str | None = BASE) -> Merged:
    return merge_notes(base.encode() if base is not None else None, yours.encode(), theirs.encode(), PATH)


def read(data: bytes) -> Side:
    return take_apart(data, PATH)


@pytest.mark.parametrize("mine", ENCODINGS)
@pytest.mark.parametrize("others", ENCODINGS)
def test_lines_of_both_in_any_encoding_stand_in_one_file_of_utf_8(mine: str, others: str) -> None:
    yours = BASE.replace("amina.khan, ", "amina.khan, sam.reid, ") + "  Siân’s café rang\n"
    theirs = BASE.replace("joe.bell]", "joe.bell, lee.marsh]").replace("[]", "[jo.ng]") + "  offer: £5 – from Zoë\n"
    done = merge_notes(BASE.encode(), ENCODINGS[mine](yours), ENCODINGS[others](theirs), PATH)
    assert done.whole
    text = done.data.decode("utf-8")
    assert text.endswith("30 Jun\n  offer: £5 – from Zoë\n  Siân’s café rang\n")
    side = read(done.data)
    assert side.keys["present"].value == ["amina.khan", "joe.bell", "lee.marsh", "sam.reid"]
    assert side.keys["apologies"].value == ["jo.ng"]
    assert "others: 3                       # people who came but are not members yet\n" in text
    assert ("saved as UTF-8" in " ".join(done.said)) == (not mine.startswith(others[:5]) or "UTF-8" not in mine)


def test_what_one_took_out_and_the_other_left_alone_goes_and_is_said() -> None:
    done = merged(BASE.replace("  success: discharge lounge has cut the wait\n", ""), BASE + "  idea: one form\n")
    assert read(done.data).capture == ("action: sam.reid | draft terms of reference | 30 Jun", "idea: one form")
    assert any("success: discharge lounge" in one and one.startswith("gone") for one in done.said)
    gone = merged(BASE.replace("amina.khan, ", ""), BASE.replace("joe.bell]", "joe.bell, lee.marsh]"))
    assert read(gone.data).keys["present"].value == ["joe.bell", "lee.marsh"]


def test_a_line_that_both_edited_stays_in_both_versions_and_is_said() -> None:
    done = merged(BASE.replace("30 Jun", "7 Jul"), BASE.replace("draft terms", "write terms"))
    assert done.whole
    assert read(done.data).capture[1:] == (
        "action: sam.reid | write terms of reference | 30 Jun",
        "action: sam.reid | draft terms of reference | 7 Jul",
    )
    assert any(one.startswith("lines 6 to 7: both of you") for one in done.said)


def test_an_indented_line_stays_with_the_line_that_it_continues() -> None:
    done = merged(BASE + "  idea: one form\n", BASE + "    and show it on 7 July\n")
    assert read(done.data).capture[1:] == (
        "action: sam.reid | draft terms of reference | 30 Jun\n  and show it on 7 July", "idea: one form",
    )  # fmt: skip


def test_what_only_a_person_can_say_is_marked_and_nothing_is_settled() -> None:
    done = merged(
        BASE.replace("others: 3", "others: 4") + "  idea: one form\n",
        BASE.replace("others: 3", "others: 5") + "  offer: a room\n",
    )
    assert not done.whole
    text = done.data.decode()
    assert "<<<<<<< yours\nothers: 4" in text and "=======\nothers: 5" in text and ">>>>>>> theirs" in text
    assert "  offer: a room\n  idea: one form\n" in text, "the rest is brought together all the same"


def test_an_action_whose_number_changed_and_a_person_in_two_lists_are_said() -> None:
    done = merged(
        BASE.replace("[]", "[lee.marsh]") + "  action: jo.ng | ring | 1 Jul\n",
        BASE.replace("joe.bell]", "joe.bell, lee.marsh]") + "  action: joe.bell | write | 2 Jul\n",
    )
    assert "actions have new numbers: 2 is now 3" in done.said
    assert any("lee.marsh is in “present” and in “apologies”" in one for one in done.said)


def test_without_a_common_beginning_lines_of_both_stand_once() -> None:
    yours = "present: [amina.khan]\ncapture: |\n  idea: one form\n  offer: a room\n"
    theirs = "# typed by Joe\npresent: [joe.bell]\ncapture: |\n  idea: one form\n  ask: help\n"
    done = merged(yours, theirs, None)
    assert done.whole
    assert read(done.data).capture == ("idea: one form", "ask: help", "offer: a room")
    assert read(done.data).keys["present"].value == ["joe.bell", "amina.khan"]
    assert done.data.startswith(b"# typed by Joe\n")


def test_notes_that_are_no_yaml_are_brought_together_too() -> None:
    broken = "present: [amina.khan]\ncapture: |\nidea: one form\n- [ ] ring: {everybody\n"
    done = merged(broken + "# heading\n", broken + "offer: a room\n", broken)
    assert done.whole
    assert read(done.data).capture == (
        "idea: one form", "- [ ] ring: {everybody", "offer: a room", "# heading",
    )  # fmt: skip


@pytest.mark.parametrize("odd", ["{present: [a], others: 3}\n", "capture: |  # a remark\n  idea: x\n", "a\0b"])
def test_what_cannot_be_taken_apart_is_refused(odd: str) -> None:
    with pytest.raises(Unread):
        merged(odd, BASE)


LINE = st.sampled_from(
    ["idea: one form", "offer: a room", "a note", "", "# heading", "  more", "café – Zoë", "action: jo | ring",
     "- bullet", "key: value", "a: {b", "\"quoted", "present: [x]", "| bar", "\ttab", "café – Zoë "]
)  # fmt: skip
NAME = st.sampled_from(["amina.khan", "joe.bell", "Siân Rees", "jo.ng", "BELL, Joe"])
EDITS = st.lists(st.tuples(st.integers(0, 12), st.sampled_from(["put", "out", "new"]), LINE), max_size=5)


def edited(lines: list[str], edits: list[tuple[int, str, str]]) -> list[str]:
    lines = list(lines)
    for place, what, line in edits:
        at = min(place, len(lines))
        lines[at : at + (what != "put")] = [] if what == "out" else [line]
    return lines


def written(names: list[str], lines: list[str], margin: str) -> str:
    """A file of notes; without a margin it is no YAML, and read line by line."""
    head = emit({"present": names}) if names else ""
    body = "".join(f"{margin}{line}\n" if line else "\n" for line in ["the first line", *lines])
    return f"{head}capture: |\n{body}"


@settings(max_examples=100, deadline=None)
@given(
    st.lists(LINE, max_size=10), EDITS, EDITS, st.lists(NAME, unique=True), st.lists(NAME, unique=True),
    st.lists(NAME, unique=True), st.sampled_from(sorted(ENCODINGS)), st.sampled_from(sorted(ENCODINGS)),
    st.booleans(), st.sampled_from(["", "  "]),
)  # fmt: skip
def test_no_line_and_no_name_of_either_is_lost(
    base: list[str], my: list[tuple[int, str, str]], other: list[tuple[int, str, str]], named: list[str],
    mine: list[str], others: list[str], my_way: str, their_way: str, new: bool, margin: str,
) -> None:  # fmt: skip
    yours, theirs = edited(base, my), edited(base, other)
    old = None if new else written(named, base, margin).encode()
    ours = ENCODINGS[my_way](written(mine, yours, margin))
    done = merge_notes(old, ours, ENCODINGS[their_way](written(others, theirs, margin)), PATH)
    assert done.whole
    lines = Counter(line.strip() for line in done.data.decode("utf-8").split("\n"))
    started = [] if new else base
    for one, another in ((yours, theirs), (theirs, yours)):
        # lines are brought together with those that continue them: one that both have is not asked for
        away = {line.strip() for line in started} - {line.strip() for line in another}
        assert {line.strip() for line in one} - away - lines.keys() <= {""}
    present = read(done.data).keys.get("present")
    names = set(present.value) if present is not None and isinstance(present.value, list) else set()
    gone = set() if new else (set(named) - set(mine)) | (set(named) - set(others))
    assert (set(mine) | set(others)) - gone <= names <= set(mine) | set(others)
    assert not mine or not others or not names & gone
