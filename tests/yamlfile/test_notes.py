"""Notes always load: what is not YAML is read line by line, and nothing is lost."""

import pytest

from copkit.findings import Position
from copkit.yamlfile import Document, read_notes

KNOWN = frozenset({"present", "apologies", "others", "voices", "capture", "agreed"})


def reading(text: str, codec: str = "utf-8") -> Document:
    return read_notes(text.encode(codec), "n.yaml", KNOWN)


def by_lines(text: str, codec: str = "utf-8") -> Document:
    document = reading(text, codec)
    assert document.by_lines
    assert [finding.code for finding in document.findings if "read line by line" in finding.message] == ["REF-08"]
    return document


def test_notes_that_are_right_are_read_as_any_file() -> None:
    document = reading("present: [ann, joe]\nothers: 3   # about\ncapture: |\n  idea: one form\n\n  #yes: @ann\n")
    assert document.data == {"present": ["ann", "joe"], "others": "3", "capture": "idea: one form\n\n#yes: @ann\n"}
    assert not document.by_lines and document.findings == ()
    assert document.block_lines("capture") == [4, 5, 6]


def test_empty_notes_are_notes() -> None:
    document = reading("# present: ann joe\n")
    assert document.data == {} and document.findings == () and document.where("capture") == Position("n.yaml")
    assert reading("capture:\n").data == {}


def test_a_line_indented_too_little() -> None:
    document = by_lines("present: [ann]\ncapture: |\n  action: ann | draft\n idea: a form\n  more\n")
    assert document.data == {"present": ["ann"], "capture": "action: ann | draft\nidea: a form\nmore\n"}
    assert document.block_lines("capture") == [3, 4, 5]
    assert document.findings[0].position == Position("n.yaml", 4, 2)
    assert document.findings[0].severity.word == "warning"


def test_a_forgotten_bar() -> None:
    document = by_lines("others: 3\ncapture:\n  idea: x\n  action: y\n")
    assert document.data == {"others": "3", "capture": "idea: x\naction: y\n"}
    assert by_lines("capture:\n  Several people\n  said so\n").data == {"capture": "Several people\nsaid so\n"}
    assert by_lines("capture: >\n  a\n  b\n").data == {"capture": "a\nb\n"}
    assert by_lines("capture:\n  - idea: x\n").data == {"capture": "- idea: x\n"}
    assert by_lines("capture:\n  action: x\n  action: y\n").data == {"capture": "action: x\naction: y\n"}


def test_text_beside_capture() -> None:
    assert by_lines("capture: first: and\n  second\n").data == {"capture": "first: and\nsecond\n"}
    assert by_lines("capture: | first\n  second\n").data == {"capture": "first\nsecond\n"}
    assert by_lines("a\ncapture: one | two\n").data == {"capture": "a\none | two\n"}
    assert reading("capture: one line\n").data == {"capture": "one line"}


def test_lines_with_dashes_at_the_left() -> None:
    document = by_lines("present:\n- ann\n- joe\ncapture: |\n- action: do it\n- idea: x\n")
    assert document.data == {"present": ["ann", "joe"], "capture": "- action: do it\n- idea: x\n"}
    assert document.where("present", 1) == Position("n.yaml", 3, 3)
    assert document.where("capture") == Position("n.yaml", 4, 1)


def test_notes_without_any_key() -> None:
    assert by_lines("Several people said so.\nIt was good.\n").data == {
        "capture": "Several people said so.\nIt was good.\n"
    }
    assert by_lines("- action: x\n- idea: y\n").data == {"capture": "- action: x\n- idea: y\n"}


@pytest.mark.parametrize("head", ["", "present: [ann]\n", "present: [ann]\ncapture: |\n", "capture:\n"])
def test_lines_at_the_left_margin_that_happen_to_be_yaml(head: str) -> None:
    typed = "success: one form\nAction: ann | do it | next\nconnect: ann + joe\n"
    document = read_notes((head + typed).encode(), "n.yaml", KNOWN, {"success", "action", "connect"})
    assert document.by_lines
    assert isinstance(document.data, dict) and document.data["capture"] == typed
    assert document.data.get("present", ["ann"]) == ["ann"]


def test_two_lines_with_the_same_word_are_two_lines() -> None:
    text = "present: [ann]\ncapture: |\naction: ann | one\naction: joe | two\npresent: [joe]\n"
    document = read_notes(text.encode(), "n.yaml", KNOWN, {"action"})
    assert isinstance(document.data, dict)
    assert document.data["capture"] == "action: ann | one\naction: joe | two\npresent: [joe]\n"
    assert [finding.message for finding in document.findings] == [
        "these notes are read line by line: “action:” stands at the left margin",
        "`present` is written twice, on lines 1 and 5",
    ]


def test_a_line_without_a_colon_at_the_left_margin_is_told_once_and_plainly() -> None:
    document = reading("capture: |\nThey tell it at every step.\nidea: one form\n")
    assert [(finding.message, finding.fix) for finding in document.findings] == [
        (
            "these notes are read line by line: a line stands at the left margin",
            "All of it is kept. To have it read as usual: begin each line below `capture: |` with two spaces.",
        )
    ]


def test_below_capture_what_is_no_key_is_a_line_of_notes() -> None:
    assert reading("capture: |\n  one\nacton: two\n").data == {"capture": "one\nacton: two\n"}
    assert reading("capture: |\n  one\nvoices: 8\nx-ours: two\n").data == {
        "capture": "one\n",
        "voices": "8",
        "x-ours": "two",
    }


def test_a_slip_in_a_key_above_capture_stays_a_key() -> None:
    assert not reading("voises: 8\ncapture: |\n  idea: one\n").by_lines


def test_known_keys_above_capture_are_taken_one_by_one() -> None:
    document = by_lines(
        "# ann joe sam\npresent: [ann\nothers: 3: four\nvoices:\n  - a\n  - b\napologies: [joe,\n  sam]\n"
        "presnt: x\nagreed: |\n  one\n  two\ncapture: |\n  x\n y\n"
    )
    assert document.data == {
        "others": "3: four",
        "voices": ["a", "b"],
        "apologies": ["joe", "sam"],
        "agreed": "one\ntwo\n",
        "capture": "present: [ann\npresnt: x\nx\ny\n",
    }
    assert document.capture_lines == (2, 9, 14, 15)
    assert document.where("apologies", 1) == Position("n.yaml", 8, 3)
    assert document.value_where("others") == Position("n.yaml", 3, 9)


def test_a_key_written_twice_is_kept_both_times() -> None:
    document = by_lines("present: [ann]\npresent: [joe]\ncapture: |\n  x\n")
    assert document.data == {"present": ["ann"], "capture": "present: [joe]\nx\n"}


def test_text_under_a_known_key_is_not_folded_into_it() -> None:
    document = by_lines("others: 3\n  We liked it\n@ann to send\n")
    assert document.data == {"others": "3", "capture": "We liked it\n@ann to send\n"}
    document = by_lines("apologies:\n- action: ann | draft\ncapture: |\nx\n")
    assert document.data == {"capture": "- action: ann | draft\nx\n"}


def test_merge_markers_stay_an_error_and_the_notes_load() -> None:
    document = by_lines("others: 3\ncapture: |\n  a\n  <<<<<<< HEAD\n  b\n  =======\n  c\n  >>>>>>> x\n")
    assert document.data == {"others": "3", "capture": "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n"}
    assert [(f.severity.word, f.position.line) for f in document.findings] == [("error", 4), ("warning", 4)]


def test_control_characters_are_made_visible() -> None:
    document = by_lines("others: 3\ncapture: |\n  one\x0btwo\n  \x1b[31mred\u202e\n")
    assert document.data == {"others": "3", "capture": "one\\x0btwo\n\\x1b[31mred\\u202e\n"}
    assert [(f.severity.word, f.position.line) for f in document.findings] == [("warning", 3), ("warning", 4)]


@pytest.mark.parametrize("codec", ["cp1252", "utf-16", "utf-16-le"])
def test_other_encodings_are_read_with_a_warning(codec: str) -> None:
    document = by_lines("voices: 3\ncapture: |\n  “smart” – quotes\n", codec)
    assert document.data == {"voices": "3", "capture": "“smart” – quotes\n"}
    assert [finding.severity.word for finding in document.findings] == ["warning"]


def test_bytes_of_no_encoding_are_made_visible() -> None:
    assert read_notes(b"capture: |\n  a\x81b\xff\n", "n.yaml", KNOWN).data == {"capture": "a\\x81bÿ\n"}


def test_only_size_stops_notes() -> None:
    document = read_notes(b"#" * 20_000_001, "n.yaml", KNOWN)
    assert document.data is None and document.findings[0].severity.word == "error"


@pytest.mark.parametrize(
    ("text", "capture"),
    [
        ("capture: |\n  idea: x\n# Actions\n#discharge is late\n", "idea: x\n# Actions\n#discharge is late\n"),
        ("capture: |\n# Welcome\n\n#tag many people\n", "# Welcome\n\n#tag many people\n"),
        ("others: 3\ncapture:\n# x\n", "# x\n"),
    ],
)
def test_lines_below_capture_are_kept_though_they_begin_with_a_hash(text: str, capture: str) -> None:
    document = by_lines(text)
    assert isinstance(document.data, dict)
    assert document.data["capture"] == capture


@pytest.mark.parametrize("text", ["# x\ncapture: |\n  a\n", "capture: |\n  a\n# about others\nothers: 3\n"])
def test_remarks_about_fields_are_remarks(text: str) -> None:
    document = reading(text)
    assert isinstance(document.data, dict)
    assert (document.by_lines, document.data["capture"]) == (False, "a\n")
