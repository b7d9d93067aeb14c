"""What a file that is right gives: text as it was typed, and a place for everything."""

import pytest

from copkit.findings import Position
from copkit.yamlfile import Document, events, read, reader_name


def reading(text: str) -> Document:
    return read(text.encode(), "f.yaml")


def test_every_plain_value_is_the_text_that_was_typed() -> None:
    text = (
        "start: 14:00\nend: 17:30\ncountry: NO\nphone: 01612345670\nversion: 1.10\ncode: 1E5\node: 8E100\n"
        "date: 2026-02-30\nlong: 1_000\nhex: 0x1F\nagreed: yes\nempty_text: ''\n"
    )
    assert reading(text).data == {
        "start": "14:00",
        "end": "17:30",
        "country": "NO",
        "phone": "01612345670",
        "version": "1.10",
        "code": "1E5",
        "ode": "8E100",
        "date": "2026-02-30",
        "long": "1_000",
        "hex": "0x1F",
        "agreed": "yes",
        "empty_text": "",
    }


def test_keys_that_other_readers_take_for_truth_values_stay_words() -> None:
    assert reading("on: 2026-01-06\nno: x\n1: y\n").data == {"on": "2026-01-06", "no": "x", "1": "y"}


def test_a_key_with_no_value_is_not_given_but_keeps_its_place() -> None:
    document = reading("title:\nspeaker: {name: , role: chair}\nitems:\n  -\n  - a\n  - role:\n")
    assert document.data == {"speaker": {"role": "chair"}, "items": ["a", {}]}
    assert document.empty() == [("title",), ("speaker", "name"), ("items", 1, "role")]
    assert document.where("title") == Position("f.yaml", 1, 1)
    assert document.where("speaker", "name") == Position("f.yaml", 2, 11)
    assert document.where("items", 0) == Position("f.yaml", 5, 5)
    assert document.keys() == ("title", "speaker", "items")
    assert document.keys("speaker") == ("name", "role")
    assert document.keys("items", 0) == ()


def test_places_of_keys_values_and_what_does_not_exist() -> None:
    document = reading("# head\nsessions:\n  - date: 2026-01-06\n    title: 'a'\n")
    assert document.where() == Position("f.yaml", 2, 1)
    assert document.where("sessions") == Position("f.yaml", 2, 1)
    assert document.where("sessions", 0) == Position("f.yaml", 3, 5)
    assert document.where("sessions", 0, "title") == Position("f.yaml", 4, 5)
    assert document.value_where("sessions", 0, "title") == Position("f.yaml", 4, 12)
    assert document.where("sessions", 0, "speaker", "name") == Position("f.yaml", 3, 5)
    assert document.where("sessions", 7) == Position("f.yaml", 2, 1)
    assert document.value_where("sessions", 7) == Position("f.yaml", 2, 1)
    assert reading("").where("x") == Position("f.yaml", 1, 1)


def test_null_and_tilde_are_words_with_a_warning() -> None:
    document = reading("a: ~\nb:  null\nc: 'null'\n")
    assert document.data == {"a": "~", "b": "null", "c": "null"}
    assert [(f.code, f.severity.word, f.position.line, f.position.column) for f in document.findings] == [
        ("REF-07", "warning", 1, 4),
        ("REF-07", "warning", 2, 5),
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\n"])
def test_any_line_end_is_a_line_end(end: str) -> None:
    document = reading(f"a: 1{end}b: |{end}  x{end}  y{end}c: 2")
    assert document.data == {"a": "1", "b": "x\ny\n", "c": "2"}
    assert document.where("c") == Position("f.yaml", 5, 1)
    assert document.line(3) == "  x"


def test_mixed_line_ends_and_a_byte_order_mark() -> None:
    document = read(b"\xef\xbb\xbfa: 1\r\nb: 2\nc: 3\r", "f.yaml")
    assert document.data == {"a": "1", "b": "2", "c": "3"}
    assert document.where("a") == Position("f.yaml", 1, 1)
    assert document.where("c") == Position("f.yaml", 3, 1)
    assert document.text.startswith("a")


def test_a_block_takes_anything_but_hidden_characters() -> None:
    text = 'x: |\n  - Agreed: share #it\n  @Amina *really* "so\n  \tand \xa0this & % `\n  {[\n'
    document = reading(text)
    assert document.data == {"x": '- Agreed: share #it\n@Amina *really* "so\n\tand \xa0this & % `\n{[\n'}
    assert document.findings == ()


def test_the_lines_of_a_block_are_known() -> None:
    document = reading("a: one\nb:\n  c: |\n\n    x\n    y\nd: >\n  folded\n  text\n")
    assert document.block_lines("b", "c") == [4, 5, 6]
    assert document.block_lines("a") == [1]
    assert document.block_lines("d") == [7]
    assert document.block_lines("nothing") == []


def test_names_of_the_world_are_accepted() -> None:
    england = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
    text = f"a: عائشة\nb: אברהם\nc: Zoe\u0308\nd: 👩\u200d🔬 and {england}\ne: می\u200cخواهم\n"
    document = reading(text)
    assert document.findings == ()
    assert document.data == dict(line.split(": ") for line in text.splitlines())


def test_empty_files_and_lone_values() -> None:
    assert reading("").data is None
    assert reading("# only a comment\n").data is None
    assert reading("- a\n- b\n").data == ["a", "b"]
    assert reading("just text\n").data == "just text"
    assert reading("---\na: b\n...\n").data == {"a": "b"}
    assert all(not reading(text).findings for text in ("", "# x", "- a", "text"))


def test_one_long_value_loads() -> None:
    assert reading("a: " + "x" * 1_000_000).data == {"a": "x" * 1_000_000}


def test_the_reader_in_python_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: 1\nb: [x, {y: z, w: }]\nc: |\n  t\nd: #gone\ne: f #gone\ng: ~\nh: a\nh: b\ni: &x !t y\nj: *x\n"
    fast = reading(text)
    assert reader_name() == "libyaml"
    monkeypatch.setattr(events, "PARSER", events.PythonParser)
    slow = reading(text)
    assert reader_name() == "Python"
    assert slow.data == fast.data
    assert slow.findings == fast.findings
    assert slow.where("b", 1, "w") == fast.where("b", 1, "w") == Position("f.yaml", 2, 15)
