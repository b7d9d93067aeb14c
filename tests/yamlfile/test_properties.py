"""Whatever the bytes, reading ends with a document; whatever the notes, no line of them is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from copkit.findings import Severity
from copkit.visible import visible
from copkit.yamlfile import Document, read, read_notes
from copkit.yamlfile.marks import BREAK

KNOWN = frozenset({"present", "others", "capture"})

PIECES = st.sampled_from([
    "a", "key", ": ", ":", "- ", "\n", "\r\n", "  ", " #x", "# ", '"', "[", "]", "{", "}", ",", "|", ">", "|+\n",
    "'", "&a ", "*a", "!t ", "%", "@", "`", "\t", "\xa0", "~", "null", "---\n", "...", "<<<<<<< x\n", "\x07",
    "\u200b", "\\x1b", "present: ", "capture: |\n", "capture:", "é", "😀", "\u2028", "? ",
])  # fmt: skip
YAMLISH = st.lists(PIECES, max_size=40).map("".join)


def checked(document: Document, text: str) -> None:
    """Every finding and every place lies in the file."""
    lines = len(BREAK.split(text))
    for finding in document.findings:
        assert (
            finding.message and finding.fix and 1 <= finding.position.line <= lines and finding.position.column >= 1
        )
    assert (document.data is None) == (document.marks is None) or not text.strip()
    if isinstance(document.data, dict):
        for key in document.data:
            assert document.where(key).line <= lines and document.value_where(key).line <= lines
    if not any(finding.severity is Severity.ERROR for finding in document.findings):
        assert document.text == text


@given(st.binary(max_size=300))
def test_no_bytes_stop_the_reader(data: bytes) -> None:
    assert isinstance(read(data, "f.yaml"), Document)
    notes = read_notes(data, "n.yaml", KNOWN)
    assert isinstance(notes.data, dict)
    assert all(f.severity is not Severity.ERROR or "merge" in f.message for f in notes.findings)


@settings(max_examples=300)
@given(YAMLISH)
def test_no_text_stops_the_reader(text: str) -> None:
    checked(read(text.encode(), "f.yaml"), text)
    checked(read_notes(text.encode(), "n.yaml", KNOWN), text)


@settings(max_examples=300)
@given(st.lists(st.one_of(YAMLISH, st.text(max_size=20)), max_size=8).map("\n".join))
def test_no_line_of_notes_read_by_lines_is_lost(text: str) -> None:
    data = text.encode("utf-8", "replace")
    notes = read_notes(data, "n.yaml", KNOWN)
    assert isinstance(notes.data, dict)
    if not notes.by_lines:
        return
    capture = str(notes.data.get("capture", ""))
    kept = dict(zip(notes.capture_lines, capture.split("\n"), strict=False))
    names = notes.keys()
    keys = {notes.where(name).line for name in names if name != "capture"}
    header = notes.where("capture").line
    for number, line in enumerate(BREAK.split(notes.text), 1):
        words = visible(line, lines=True).strip()
        if number in kept:
            assert kept[number].strip() in words
            assert kept[number].strip() == words or number == header
        elif words and number not in keys | {header}:
            above = max((line for line in keys if line < number), default=0)
            comment = words.startswith(("#", "---"))
            assert comment or (above and line.startswith((" ", "\t", "- "))), f"line {number} is lost: {words!r}"
