"""What a file may not hold: each is refused at its place, in plain words, and the rest of the file still loads."""

import tracemalloc

import pytest

from copkit.findings import Finding, Severity
from copkit.yamlfile import MAX_BYTES, events, read, read_notes
from tests.pace import within

BROKEN = [
    ("a value with a colon", "id: x\ntitle: Frailty: what works?\n", 2, 15, "has a colon in it"),
    ("a quote never closed", 'a: "x\nb: c\n', 1, 4, "never closed"),
    ("a bracket never closed", "a: [1, 2\nb: c\n", 1, 4, "[ is never closed"),
    ("a brace never closed", "a: {x: 1\n", 1, 4, "{ is never closed"),
    ("a value that starts with @", "a: @Amina\n", 1, 4, "cannot start with @"),
    ("a value that starts with a percent sign", "a: % fell\n", 1, 4, "cannot start with %"),
    ("a line that starts with a percent sign", "% fell\n", 1, 1, "cannot start with %"),
    ("a value that starts with a backtick", "a: `x`\n", 1, 4, "cannot start with `"),
    ("a value in stars", "a: *really* useful\n", 1, 4, "cannot start with *"),
    ("a value that starts with an ampersand", "a: & more\n", 1, 4, "cannot start with &"),
    ("a value that starts with >", "a: > 250 people\n", 1, 4, "cannot start with | or >"),
    ("text after a quote", 'a: "Great" said one\n', 1, 12, "after the closing quote"),
    ("an apostrophe in single quotes", "a: 'don't do'\n", 1, 9, "after the closing quote"),
    ("text after a bracket", "a: [Trust A] shared\n", 1, 14, "after the closing bracket"),
    ("a comma too many", "a: [x, , y]\n", 1, 8, "a comma too many"),
    ("a line without a colon", "a: b\nhello\nc: d\n", 2, 1, "no colon"),
    ("a list item among keys", "a: b\n- c\n", 2, 1, "a list item stands where a key is wanted"),
    ("a key among list items", "- a\nb: c\n", 2, 1, "not an item of the list"),
    ("a list beside its key", "a: - b\n", 1, 4, "cannot start on the line of its key"),
    ("a line indented too little", "a:\n   b: 1\n  c: 2\n", 3, 3, "not indented like"),
    ("a line indented too much", "a: b\n  c: d\n", 2, 3, "indented as if it belonged to the value above"),
    ("a tab at the start of a file", "\ta: b\n", 1, 1, "a tab"),
    ("a tab as indentation", "a:\n\tb: c\n", 2, 1, "a tab"),
    ("spaces and a tab as indentation", "a:\n  b: 1\n  \tc: 2\n", 3, 3, "a tab"),
    ("a backslash in double quotes", 'a: "C:\\data"\n', 1, 7, "backslash"),
    ("a value without a key", ": x\nb: c\n", 1, 1, "no key before the colon"),
    ("a lone surrogate by an escape", 'a: "\\ud83d"\n', 1, 7, "backslash"),
    ("a second document", "a: b\n---\nc: d\n", 2, 1, "a second document"),
    ("text under a finished list", "[a]\nb: c\n", 2, 1, "does not belong to what stands above"),
    ("no-break spaces before text", "a: b\n\xa0\xa0c\nd: e\n", 2, 1, "no-break space"),
    ("no-break spaces before a key", "a: b\n \xa0c: x\n", 2, 2, "no-break space"),
]

REFUSED = [
    ("a tag that would run code", '!!python/object/apply:os.system ["x"]\n', 1, 1, "a tag"),
    ("a tag of one's own", "a: !custom 1\n", 1, 4, "a tag"),
    ("a tag for bytes", "a: !!binary aGk=\n", 1, 4, "a tag"),
    ("an anchor", "a: &x y\n", 1, 4, "an anchor"),
    ("an alias", "a: [1, *x]\n", 1, 8, "an alias"),
    ("a value that holds itself", "a: &a [*a]\n", 1, 4, "an anchor"),
    ("a list as a key", "b: 1\n? [x]\n: y\n", 2, 3, "a key must be a word"),
    ("no-break spaces as indentation", "a:\n\xa0\xa0b: c\n", 2, 1, "no-break space"),
    ("a bell", "a: b\nc: x\x07y\n", 2, 5, "\\x07 (bell)"),
    ("a zero byte", "a: x\x00y\n", 1, 5, "\\x00 (null)"),
    ("an escape character", "a: x\x1b[31my\n", 1, 5, "\\x1b (escape)"),
    ("delete", "a: x\x7f\n", 1, 5, "\\x7f (delete)"),
    ("a C1 control", "a: x\x9b\n", 1, 5, "\\x9b"),
    ("a vertical tab from Word", "a: |\n  x\x0by\n", 2, 4, "\\x0b (vertical tab)"),
    ("an escape character by an escape", 'a: "x\\x1b"\n', 1, 4, "\\x1b (escape)"),
    ("a C1 control by an escape", 'a: "\\x9b"\n', 1, 4, "\\x9b"),
    ("a carriage return by an escape", 'a: "x\\rFAKE"\n', 1, 4, "\\r (carriage return)"),
    ("a right-to-left override in a name", "name: Ann\u202egnp\n", 1, 10, "\\u202e (right-to-left override)"),
    ("a zero-width space in a name", "name: A\u200bnn\n", 1, 8, "\\u200b (zero width space)"),
    ("a joiner between Latin letters", "name: A\u200dnn\n", 1, 8, "\\u200d (zero width joiner)"),
    ("a byte order mark inside the text", "a: x\ufeffy\n", 1, 5, "\\ufeff"),
    ("a character that is none", "a: x\ufffey\n", 1, 5, "\\ufffe"),
    ("merge markers at the left", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", 2, 1, "unfinished merge"),
    (
        "merge markers inside a block",
        "a: |\n  x\n  <<<<<<< HEAD\n  y\n  =======\n  >>>>>>> x\n",
        3,
        3,
        "unfinished merge",
    ),
    ("a file that is one merge marker", "<<<<<<< HEAD", 1, 1, "unfinished merge"),
    ("the end of a merge alone", "a: b\n>>>>>>> x\n", 2, 1, "unfinished merge"),
    ("the base of a merge alone", "a: |\n  ||||||| base\n", 2, 3, "unfinished merge"),
]


def found(text: str) -> list[Finding]:
    return list(read(text.encode(), "f.yaml").findings)


@pytest.mark.parametrize(("text", "line", "column", "words"), [c[1:] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_what_is_not_yaml_is_explained_at_its_place(text: str, line: int, column: int, words: str) -> None:
    document = read(text.encode(), "f.yaml")
    assert document.data is None
    [finding] = document.findings
    assert (finding.code, finding.severity) == ("REF-08", Severity.ERROR)
    assert (finding.position.line, finding.position.column) == (line, column)
    assert words in finding.message
    assert finding.fix.endswith((".", '"')) and "token" not in finding.message


@pytest.mark.parametrize(("text", "line", "column", "words"), [c[1:] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_the_reader_in_python_refuses_the_same(
    text: str, line: int, column: int, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "PARSER", events.PythonParser)
    [finding] = found(text)
    assert finding.severity is Severity.ERROR and finding.position.line == line


@pytest.mark.parametrize(("text", "line", "column", "words"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED])
def test_what_yaml_allows_and_copkit_does_not(text: str, line: int, column: int, words: str) -> None:
    finding = found(text)[0]
    assert (finding.code, finding.severity) == ("REF-08", Severity.ERROR)
    assert (finding.position.line, finding.position.column) == (line, column)
    assert words in finding.message
    assert finding.fix


def test_the_rest_of_a_file_with_refused_values_loads() -> None:
    document = read(b'a: &x 1\nb: *x\nc: !t 2\nd: "\\x1b3"\ne: 4\n', "f.yaml")
    assert document.data == {"a": "1", "c": "2", "d": "\ufffd3", "e": "4"}
    assert [finding.position.line for finding in document.findings] == [1, 2, 3, 4]


def test_a_key_written_twice_names_both_lines_and_keeps_the_first() -> None:
    document = read(b"- id: a\n  name: x\n  id: {b: c}\n- id: d\n", "f.yaml")
    [finding] = document.findings
    assert (finding.code, finding.severity, finding.position.line) == ("REF-03", Severity.ERROR, 3)
    assert finding.message == "`id` is written twice, on lines 1 and 3"
    assert document.data == [{"id": "a", "name": "x"}, {"id": "d"}]
    assert document.keys(0) == ("id", "name")


def test_a_line_of_equals_signs_alone_is_an_underline() -> None:
    assert found("a: |\n  Heading\n  =======\n  text\n") == []
    assert found("a: |\n  >>>>>>>x <<<<<<<<\n") == []


def test_several_problems_of_one_file_come_in_one_run() -> None:
    findings = found("a: x\x07\nb: 1\nb: 2\nc: ~\nd: e #f\ng: Why: now?\n")
    assert [(f.code, f.position.line) for f in findings] == [
        ("REF-08", 1),
        ("REF-03", 3),
        ("REF-07", 4),
        ("REF-08", 5),
        ("REF-08", 6),
    ]


def test_many_problems_of_one_kind_are_cut_short() -> None:
    assert len(found("a: x\x07\n" * 500)) < 50


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("title: a #1 thing\n", [9]),
        ("title: #discharge\n", [7]),
        ("- We liked #systemfirst\n", [11]),
        ("a: b # a comment\nc: d  #two spaces\ne: 'f #g'\nh: |\n  i #j\n# x #y\nk: l ## m\n", []),
    ],
    ids=["after a word", "instead of a value", "in a list", "comments, quotes and blocks"],
)
def test_text_lost_after_a_hash_is_noticed(text: str, columns: list[int]) -> None:
    findings = found(text)
    assert [(f.severity, f.position.column) for f in findings] == [(Severity.WARNING, column) for column in columns]
    assert all("the text after # was dropped" in finding.message for finding in findings)


def test_no_break_spaces_inside_quotes_and_blocks_are_text() -> None:
    assert found("a: |\n  \xa0x\nb: 'x\n  \xa0y'\nc: d\xa0e\n") == []


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_are_refused_by_name(codec: str) -> None:
    document = read("title: Frailty\nid: x\n".encode(codec), "f.yaml")
    [finding] = document.findings
    assert document.data is None
    assert f"this file is {codec[:6].upper()}" in finding.message
    assert "UTF-8" in finding.fix
    assert document.text == "title: Frailty\nid: x\n"


def test_windows_quotes_are_refused_with_their_byte() -> None:
    document = read(b"id: x\r\ntitle: \x93Frailty\x94\r\n", "f.yaml")
    [finding] = document.findings
    assert document.data is None
    assert (finding.position.line, finding.position.column) == (2, 8)
    assert "byte 15 of the file is 0x93" in finding.message
    assert "Windows-1252" in finding.message and "Save the file again as UTF-8" in finding.fix
    assert document.text == "id: x\r\ntitle: “Frailty”\r\n"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("[" * 100_000, 1, 51),
        ("{a: " * 25_000, 1, 201),
        ("- " * 50_000, 1, 101),
        ("".join(" " * i + "a:\n" for i in range(1_000)), 51, 51),
        ("".join(" " * i + "a:\n" for i in range(5_000)), 51, 51),
    ],
    ids=["100 KB of brackets", "braces", "dashes", "1,000 levels", "5,000 levels"],
)
@pytest.mark.parametrize("parser", ["libyaml", "Python"])
def test_deep_nesting_is_refused_at_once(
    text: str, line: int, column: int, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if parser == "Python":
        monkeypatch.setattr(events, "PARSER", events.PythonParser)
    with within(200):
        [finding] = found(text)
    assert "more than 50 levels deep" in finding.message
    assert (finding.position.line, finding.position.column) == (line, column)


@pytest.mark.parametrize(
    "text",
    [
        "\xa0a: b\n" * 20_000,
        "a: b #c\n" * 20_000,
        "a: x\x07\n" * 20_000,
        "<<<<<<< a\n" * 20_000,
        "a: *b\n" * 20_000,
        "a: ~\n" * 20_000,
        '"' * 500_000,
        "a: |\n" + "  \xa0x #y\n" * 20_000,
        "{" + "a: b, " * 20_000,
        "? " * 40 + "a: " * 100_000,
        "- " + "x" * 500_000 + ":\n",
        "%" * 500_000,
        "\n" * 500_000 + "@",
        " " * 500_000 + "\t",
    ],
    ids=range(14),
)
def test_no_text_of_great_length_takes_long(text: str) -> None:
    with within(300):
        assert len(found(text)) <= 60
        read_notes(text.encode(), "n.yaml", {"a"})


def test_fifty_levels_are_allowed() -> None:
    assert found("[" * 50 + "]" * 50) == []


def test_a_bomb_of_aliases_is_refused_cheaply() -> None:
    levels = [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9) if i else 'x'}]" for i in range(9)]
    data = "\n".join(levels).encode()
    tracemalloc.start()
    with within(50):
        findings = read(data, "f.yaml").findings
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert findings and all(finding.severity is Severity.ERROR for finding in findings)
    assert peak < 5_000_000


def test_too_many_values_and_too_many_bytes() -> None:
    [finding] = found("- x\n" * 1_000_001)
    assert "more than 1,000,000 values" in finding.message and finding.position.line == 1_000_000
    [finding] = read(b"#" * (MAX_BYTES + 1), "f.yaml").findings
    assert finding.message == "this file is larger than 20 MB"
    assert read(b"#" * 100_000, "f.yaml").findings == ()


@pytest.mark.slow
def test_ten_megabytes_of_sessions_load_or_are_refused_by_the_limit_in_time() -> None:
    item = "- date: 2026-01-06\n  title: " + "A session about things " * 2 + "\n"
    with within(2_000):
        [finding] = found(item * 210_000)
        document = read((item * 195_000).encode(), "f.yaml")
    assert "more than 1,000,000 values" in finding.message
    assert isinstance(document.data, list) and len(document.data) == 195_000
