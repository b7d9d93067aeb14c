"""A YAML text to cut into: what it says and where, and the proof that a cut changes one thing only."""

from typing import Any, NamedTuple

from copkit.editing.refused import Refused
from copkit.editing.tree import Place, tree
from copkit.findings import Severity
from copkit.yamlfile import Data, Document, Path, parse, read
from copkit.yamlfile.marks import BREAK, Lines

_BOM = "\ufeff"


class Cut(NamedTuple):
    """Replace the text from `start` to `end`."""

    start: int
    end: int
    new: str


class Source:
    """The text to cut into, what it says, and where."""

    def __init__(self, data: bytes, document: Document, snippet: str) -> None:
        self.data = data
        self.document = document
        self.snippet = snippet
        self.text = document.text
        self.lines = Lines.of(self.text)
        self.root = tree(self.text)

    @classmethod
    def of(cls, data: bytes, snippet: str) -> "Source":
        document = read(data, "")
        if any(finding.severity is Severity.ERROR for finding in document.findings):
            fix = "“copkit check --errors” says where."
            raise Refused("this file has errors; put them right first", fix=fix, snippet=snippet)
        return cls(data, document, snippet)

    def refused(self, why: str) -> Refused:
        return Refused(f"this cannot be put in by itself: {why}", fix="Paste it in by hand.", snippet=self.snippet)

    def place(self, path: Path) -> Place:
        """The place of a value that is in the data."""
        place = self.root
        for step in path:
            if place is not None and isinstance(step, int):
                given = [child for child in place.items if not child.empty]
                place = given[step]
            elif place is not None and isinstance(step, str):
                pair = place.pair(step)
                place = pair[1] if pair else None
        if place is None:
            raise self.refused("there is no such place")
        return place

    def line_start(self, index: int) -> int:
        return self.lines.starts[self.lines.at(index).line - 1]

    def line_end(self, index: int) -> int:
        """The start of the next line, or the end of the text."""
        line = self.lines.at(index).line
        return self.lines.starts[line] if line < len(self.lines.starts) else len(self.text)

    def eol(self, index: int) -> str:
        """The line end used just above an offset, or else the first one of the file."""
        starts = self.lines.starts
        line = max(self.lines.at(index).line, 2)
        if len(starts) < line:
            return "\n"
        start = starts[line - 1]
        return "\r\n" if self.text[start - 2 : start] == "\r\n" else self.text[start - 1]

    def line_after(self, index: int, block: str) -> Cut:
        """Put whole lines in after the line at `index`; a file without a last line end stays so."""
        at = self.line_end(index) if index < len(self.text) else index
        eol = self.eol(at)
        block = block.replace("\n", eol)
        if at and BREAK.match(self.text[at - 1]) is None:
            return Cut(at, at, eol + block.removesuffix(eol))
        return Cut(at, at, block)

    def after_comments(self, index: int, column: int) -> int:
        """Past the comment lines below `index` that are indented more than `column`: they belong above."""
        end = self.line_end(index)
        while end < len(self.text):
            line = self.lines.line(self.lines.at(end).line)
            if not line.strip().startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
                break
            index, end = end, self.line_end(end)
        return index

    def proved(self, cut: Cut, want: Data | None) -> bytes:
        """The new bytes, if they read as wanted and nothing else has changed."""
        text = self.text[: cut.start] + cut.new + self.text[cut.end :]
        document = parse(text, "")
        if document.data != want and cut.end == len(self.text):  # a `|` block at the end wants its line end
            text += self.eol(cut.end)
            document = parse(text, "")
        if document.data != want or len(document.findings) > len(self.document.findings):
            raise self.refused("the result would not read as it should")
        bom = _BOM if self.data.startswith(_BOM.encode()) else ""
        new = (bom + text).encode()
        before, after = (bom + self.text[: cut.start]).encode(), self.text[cut.end :].encode()
        if not (self.data.startswith(before) and self.data.endswith(after) and new.startswith(before)):
            raise self.refused("other lines would change")
        return new


def get(data: Data | None, path: Path) -> Any:
    """The value at a path, or None."""
    value: Any = data
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
            value = value[step]
        else:
            return None
    return value
