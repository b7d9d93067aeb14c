"""Notes always load: when a notes file is not YAML, it is read line by line and nothing is lost."""

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from copkit.findings import Finding, Position, Severity
from copkit.patterns import when_used
from copkit.visible import has_hidden, visible
from copkit.yamlfile.decode import decode
from copkit.yamlfile.document import Data, Document
from copkit.yamlfile.marks import BREAK, At, Lines, MapMarks
from copkit.yamlfile.reader import MAX_BYTES, in_order, parse, read
from copkit.yamlfile.scan import merge_conflicts

_KEY = when_used(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+|$)(.*)$")
_BLOCK_HEADER = when_used(r"[|>][-+0-9]{0,2}(?:[ \t]+|$)")
_COMMENT = when_used(r"#+(?:\s|$)|---\s*$")
_INDENT = "begin each line below `capture: |` with two spaces."
_KEPT = "All of it is kept. To have it read as usual:"


def read_notes(data: bytes, path: str, known: Container[str], words: Container[str] = ()) -> Document:
    """A notes file as YAML, or else line by line: `known` keys above `capture:`, all the rest as `capture`.

    `words` begin a line of notes: one at the left margin is such a line and no key, though it may be YAML.
    Only a file over the size limit is refused. An unfinished merge stays an error.
    """
    document = read(data, path)
    if len(data) > MAX_BYTES:
        return document
    trouble = _at_the_left(document, known, words) or _trouble(document) or _hash_at_the_left(document)
    if trouble is not None:
        return _by_lines(decode(data, path).text, document, trouble, known)
    return document if document.data is not None else replace(document, data={}, marks=MapMarks(At(0, 0)))


def _trouble(document: Document) -> Finding | None:
    """Why the file cannot be taken as YAML, or None where it can."""
    for finding in document.findings:
        if finding.severity is Severity.ERROR:
            return _text_at_the_left(document, finding) or finding
    if document.data is None:
        return None
    if not isinstance(document.data, dict):
        return _warning(document.value_where(), "there is text here without a key", "write `capture: |` above it.")
    capture, place = document.data.get("capture"), document.value_where("capture")
    if capture is None or (isinstance(capture, str) and _keeps_lines(document, place)):
        return None
    return _warning(document.where("capture"), "there is no bar after `capture:`", "write `capture: |`.")


def _text_at_the_left(document: Document, finding: Finding) -> Finding | None:
    """A line without a colon below `capture: |` that is not indented: said so that a curator can act on it."""
    lines = Lines.of(document.text)
    number = finding.position.line
    above = (lines.line(line) for line in range(1, number))
    if "has no key" in finding.message and any(line.startswith("capture:") for line in above):
        return _warning(finding.position, "a line stands at the left margin", _INDENT)
    return None


def _at_the_left(document: Document, known: Container[str], words: Container[str]) -> Finding | None:
    """A line of notes that is not indented and so looks like a key: a word of notes, or below `capture:`."""
    below, keys = False, document.keys()
    for key in keys:
        if key not in known and (key.lower() in words or (below and not key.startswith("x-"))):
            return _warning(document.where(key), f"“{key}:” stands at the left margin", _INDENT)
        below = below or key == "capture"
    return None


def _hash_at_the_left(document: Document) -> Finding | None:
    """A line below `capture: |` that begins with `#` at the left margin: a heading or a theme, and to YAML nothing.

    Where another field follows, the line may be a remark about that.
    """
    if document.keys()[-1:] != ("capture",):
        return None
    lines = Lines.of(document.text)
    for number in range(document.where("capture").line + 1, len(lines.starts) + 1):
        line = lines.line(number)
        if line.startswith("#") and line.strip("#").strip():
            place = Position(document.path, number, 1)
            return _warning(place, "a line that begins with # stands at the left margin", _INDENT)
    return None


def _keeps_lines(document: Document, place: Position) -> bool:
    """Whether a text is a `|` block, or stands on one line with nothing of it below."""
    lines = Lines.of(document.text)
    start = lines.line(place.line)[place.column - 1 :]
    if start.startswith("|"):
        return True
    return not start.startswith(">") and not lines.line(place.line + 1).startswith((" ", "\t"))


def _by_lines(text: str, document: Document, trouble: Finding, known: Container[str]) -> Document:
    lines = BREAK.split(text)
    reading = _Reading(known)
    reading.run([visible(line, lines=True) for line in lines] if has_hidden(text) else lines)
    numbers = reading.finish()
    findings = _told(document, trouble, text, known)
    return Document(document.path, reading.data, reading.marks, findings, text, True, numbers)


def _told(document: Document, trouble: Finding, text: str, known: Container[str]) -> tuple[Finding, ...]:
    """The findings: nothing but an unfinished merge is an error, and the first trouble is the reason given.

    Two lines that begin with the same word of notes are two lines: nobody is told to keep one of them.
    """
    merges = merge_conflicts(Lines.of(text), document.path)
    twice = [one for one in document.findings if one.code == "REF-03" and _key_at(document, one) not in known]
    left_out = {*merges, *twice, *(one for one in document.findings if one.position == trouble.position)}
    others = [one for one in document.findings if one not in left_out]
    reason = "a merge is not finished" if trouble in merges else trouble.message
    fix = f"{_KEPT} {trouble.fix[:1].lower()}{trouble.fix[1:]}"
    first = _warning(trouble.position, f"these notes are read line by line: {reason}", fix)
    return in_order([first, *merges, *(other._replace(severity=Severity.WARNING) for other in others)])


def _key_at(document: Document, finding: Finding) -> str:
    key = _KEY.match(document.line(finding.position.line))
    return key[1] if key else ""


def _warning(position: Position, message: str, fix: str) -> Finding:
    return Finding("REF-08", Severity.WARNING, position, message, fix)


class _Reading:
    """One pass over the lines of a broken notes file."""

    def __init__(self, known: Container[str]) -> None:
        self.data: dict[str, Data] = {}
        self.marks = MapMarks(At(0, 0))
        self._known = known
        self._capture: list[tuple[int, str]] = []

    def run(self, lines: Sequence[str]) -> None:
        """Take the known keys above `capture:`, and every other line as capture."""
        index = 0
        head = True  # above the first text, `# ` starts a comment
        while index < len(lines):
            line = lines[index]
            key = _KEY.match(line)
            if key is not None and key[1] == "capture":
                self._body(lines, index, key)
                return
            taken = self._key(lines, index, key) if key is not None else 0
            if not taken and line.strip() and not (head and _COMMENT.match(line)):
                head = False
                self._capture.append((index, line.strip()))
            elif not taken and self._capture:
                self._capture.append((index, ""))
            index += taken or 1

    def finish(self) -> tuple[int, ...]:
        """Set `capture` from the lines gathered, and give the file's line of each."""
        while self._capture and not self._capture[-1][1]:
            self._capture.pop()
        if self._capture:
            start = At(self._capture[0][0], 0)
            self.marks.keys.setdefault("capture", start)
            self.marks.nodes["capture"] = start
            self.data["capture"] = "".join(f"{line}\n" for _, line in self._capture)
        return tuple(index + 1 for index, _ in self._capture)

    def _body(self, lines: Sequence[str], index: int, key: re.Match[str]) -> None:
        """Everything from `capture:` to the end, without the indent of its first line."""
        self.marks.keys["capture"] = At(index, 0)
        header = _BLOCK_HEADER.match(key[2])
        first = key[2][header.end() if header else 0 :].strip()
        if first:
            self._capture.append((index, first))
        below = lines[index + 1 :]
        indent = next((len(line) - len(line.lstrip()) for line in below if line.strip()), 0)
        for number, line in enumerate(below, index + 1):
            spaces = min(indent, len(line) - len(line.lstrip()))
            self._capture.append((number, line[spaces:].rstrip()))

    def _key(self, lines: Sequence[str], index: int, key: re.Match[str]) -> int:
        """How many lines a known key takes with its value; 0 when it is not one, or cannot be taken."""
        name, rest = key[1], key[2].strip()
        if name not in self._known or name in self.marks.keys:
            return 0
        end = _end_of_value(lines, index, rest)
        for stop in dict.fromkeys((end, index + 1)):
            if self._parsed(lines[index:stop], index, name):
                return stop - index
        if rest.startswith(("[", "{", "|", ">")):
            return 0
        self.marks.keys[name] = At(index, 0)
        self.marks.nodes[name] = At(index, key.start(2))
        self.data[name] = rest
        return 1

    def _parsed(self, fragment: Sequence[str], index: int, name: str) -> bool:
        """Take a key whose lines are YAML on their own; line ends before them keep the places right."""
        document = parse("\n" * index + "".join(f"{line}\n" for line in fragment), "")
        marks = document.marks
        if any(f.severity is Severity.ERROR for f in document.findings) or document.keys() != (name,):
            return False
        if not isinstance(marks, MapMarks) or not isinstance(document.data, dict):
            return False
        value = document.data.get(name)
        if len(fragment) > 1 and not _keeps_every_line(value, fragment):
            return False
        self.marks.keys[name] = marks.keys[name]
        if value is not None:
            self.data[name], self.marks.nodes[name] = value, marks.nodes[name]
        return True


def _end_of_value(lines: Sequence[str], index: int, rest: str) -> int:
    """The line after a key's value: what is indented below it, or a list at its own column."""
    end = last = index + 1
    while end < len(lines):
        line = lines[end]
        if line.strip():
            if not line.startswith((" ", "\t")) and (rest or not line.startswith("- ")):
                break
            last = end + 1
        end += 1
    return last


def _keeps_every_line(value: Data | None, fragment: Sequence[str]) -> bool:
    """Whether a value of several lines has lost none of them: no folded text, no `- action: …` at column 0."""
    if isinstance(value, str):
        return "|" in fragment[0]
    if isinstance(value, list) and any(line.startswith("- ") for line in fragment):
        return all(isinstance(item, str) for item in value)
    return value is not None
