"""Cutting into a file: one thing changes, every other byte stays."""

import datetime as dt

import pytest

from copkit.editing.refused import Refused
from copkit.editing.splice import insert_item, set_key
from copkit.yamlfile import read

PLAN = """\
# The plan
date: 2026-06-09   # Tuesday
theme: 'Frailty'
briefing: {speaker: , title: x}
agenda:
  - minutes: 3   # short
    what: Welcome
    # said by the convenor

  # the long part
  - minutes: 20
    say: |
      One

      Two

# who comes
present: [ann, joe]
team:
venue: []
"""


def changed(old: str, new: bytes) -> list[str]:
    """The lines of the new text that the old one lacks; checks that no old line but those replaced is lost."""
    import difflib

    lines = difflib.ndiff(old.splitlines(keepends=True), new.decode().splitlines(keepends=True))
    return [line[0] + line[2:] for line in lines if line[0] in "+-"]


def test_an_item_at_the_end_of_a_list() -> None:
    new = insert_item(PLAN.encode(), ("agenda",), {"minutes": 5, "what": "Close: thanks"})
    assert changed(PLAN, new) == ["+  - minutes: 5\n", '+    what: "Close: thanks"\n']
    assert new.decode().index("- minutes: 5") < new.decode().index("# who comes")


def test_an_item_between_stands_above_the_comment_of_the_next() -> None:
    new = insert_item(PLAN.encode(), ("agenda",), "break", 1).decode()
    assert "    # said by the convenor\n\n  - break\n  # the long part\n" in new


def test_the_first_item() -> None:
    assert (
        "agenda:\n  - break\n  - minutes: 3   # short\n"
        in insert_item(PLAN.encode(), ("agenda",), "break", 0).decode()
    )


@pytest.mark.parametrize(
    ("key", "item", "index", "line"),
    [
        ("present", "sam", None, "present: [ann, joe, sam]\n"),
        ("present", "sam", 1, "present: [ann, sam, joe]\n"),
        ("present", "a, b", 0, 'present: ["a, b", ann, joe]\n'),
        ("venue", "x", None, "venue: [x]\n"),
        ("team", "x", None, "team:\n  - x\n"),
        ("new", "x", None, "new:\n  - x\n"),
    ],
)
def test_lists_of_every_kind(key: str, item: str, index: int | None, line: str) -> None:
    new = insert_item(PLAN.encode(), (key,), item, index)
    assert line in new.decode()
    assert len([row for row in changed(PLAN, new) if row.startswith("+")]) <= 2


def test_lists_at_the_top_and_lists_in_lists() -> None:
    assert insert_item(b"- a\n- b", (), "c") == b"- a\n- b\n- c"
    assert insert_item(b"- a: [x]\n  b:\n  - y\n", (0, "b"), "z") == b"- a: [x]\n  b:\n  - y\n  - z\n"
    assert insert_item(b"- - a\n  - b\n- c\n", (0,), "z") == b"- - a\n  - b\n  - z\n- c\n"
    assert insert_item(b"# none yet\n", (), {"id": "x"}) == b"# none yet\n- id: x\n"
    assert insert_item(b"-\n- a\n", (), "b", 0) == b"-\n- b\n- a\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_line_ends_mark_and_missing_last_line_end_are_kept(end: str, last: bool, bom: bytes) -> None:
    old = f"a: 1{end}list:{end}  - x{end if last else ''}"
    new = insert_item(bom + old.encode(), ("list",), {"b": "2", "c": "3"})
    assert new == bom + f'a: 1{end}list:{end}  - x{end}  - b: "2"{end}    c: "3"{end if last else ""}'.encode()


def test_mixed_line_ends_keep_their_own() -> None:
    assert insert_item(b"a:\r\n- x\r\nb:\n- y\n", ("a",), "z") == b"a:\r\n- x\r\n- z\r\nb:\n- y\n"
    assert insert_item(b"a:\r\n- x\r\nb:\n- y\n", ("b",), "z") == b"a:\r\n- x\r\nb:\n- y\n- z\n"


BRIEFING = "-briefing: {speaker: , title: x}\n"
KEYS = [
    (("date",), dt.date(2026, 6, 16), {}, ["-date: 2026-06-09   # Tuesday\n", "+date: 2026-06-16   # Tuesday\n"]),
    (("moved_from",), dt.date(2026, 6, 9), {"after": "date"}, ["+moved_from: 2026-06-09\n"]),
    (("status",), "cancelled", {}, ["+status: cancelled\n"]),
    (("because",), "Flood: no trains", {"after": "date"}, ['+because: "Flood: no trains"\n']),
    (("theme",), "Care at home", {}, ["-theme: 'Frailty'\n", "+theme: Care at home\n"]),
    (("theme",), "One\nTwo\n", {}, ["-theme: 'Frailty'\n", "+theme: |\n", "+  One\n", "+  Two\n"]),
    (("team",), "ann", {}, ["-team:\n", "+team: ann\n"]),
    (("team",), {"host": "ann"}, {}, ["+  host: ann\n"]),
    (("briefing", "speaker"), "ann", {}, [BRIEFING, "+briefing: {speaker: ann, title: x}\n"]),
    (("briefing", "minutes"), 20, {}, [BRIEFING, "+briefing: {speaker: , title: x, minutes: 20}\n"]),
    (("present",), ["x", "y z"], {"in_line": True}, ["-present: [ann, joe]\n", "+present: [x, y z]\n"]),
    (("present",), ["x"], {}, ["-present: [ann, joe]\n", "+present:\n", "+  - x\n"]),
    (("agenda", 0, "lead"), "ann", {"after": "minutes"}, ["+    lead: ann\n"]),
]


@pytest.mark.parametrize(("path", "value", "options", "lines"), KEYS)
def test_a_key_is_set_or_added(path: tuple[str | int, ...], value: object, options: dict, lines: list[str]) -> None:
    assert changed(PLAN, set_key(PLAN.encode(), path, value, **options)) == lines


def test_a_block_makes_way_for_one_line() -> None:
    new = set_key(PLAN.encode(), ("agenda", 1, "say"), "Hello").decode()
    assert new == PLAN.replace("say: |\n      One\n\n      Two\n", "say: Hello\n")


def test_keys_of_an_empty_file_and_at_a_missing_last_line_end() -> None:
    assert set_key(b"", ("id",), "x") == b"id: x\n"
    assert set_key(b"# only this", ("id",), "x") == b"# only this\nid: x"
    assert set_key(b"a: 1", ("b",), "one\ntwo\n") == b"a: 1\nb: |\n  one\n  two\n"
    assert set_key(b"a: {}", ("a", "b"), "c") == b"a: {b: c}"


def test_setting_twice_changes_nothing_the_second_time() -> None:
    once = set_key(PLAN.encode(), ("status",), "cancelled")
    assert set_key(once, ("status",), "cancelled") == once
    assert set_key(PLAN.encode(), ("theme",), "Frailty") == PLAN.encode()
    assert set_key(PLAN.encode(), ("present",), ["ann", "joe"]) == PLAN.encode()


@pytest.mark.parametrize(
    ("text", "path", "why"),
    [
        ("a: *x\n", ("list",), "has errors"),
        ("a: 1\na: 2\n", ("list",), "has errors"),
        ("list: word\n", ("list",), "no list here"),
        ("list: [ # later\n  ]\n", ("list",), "a comment inside"),
        ("list: |\n  text", ("other",), "would not read"),
    ],
)
def test_what_cannot_be_proved_is_refused_with_the_lines_to_paste(
    text: str, path: tuple[str, ...], why: str
) -> None:
    with pytest.raises(Refused, match=why) as refused:
        insert_item(text.encode(), path, {"id": "x", "why": "a: b"})
    assert refused.value.snippet.startswith(("- id: x\n", "other:\n  - id: x\n"))


def test_a_comment_is_never_overwritten() -> None:
    with pytest.raises(Refused, match="comment"):
        set_key(b"list:\n  # important\n  - a\n", ("list",), "none")


def test_the_result_of_a_splice_has_the_old_warnings_and_no_new_ones() -> None:
    old = b"a: b #1\nlist:\n  - x\n"
    assert len(read(insert_item(old, ("list",), "y #2"), "f").findings) == 1
