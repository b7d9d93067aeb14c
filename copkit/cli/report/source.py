"""The line that a finding is about, without what belongs to other fields and without personal details."""

from collections.abc import Iterator
from typing import NamedTuple

from copkit.checks.private import masked
from copkit.findings import Finding
from copkit.models.kinds import kind_of
from copkit.patterns import when_used
from copkit.visible import visible
from copkit.workspace import Tree
from copkit.yamlfile.decode import decode
from copkit.yamlfile.marks import Lines

HIDDEN = "…"
_LONGEST = 2_000

_LEAD = when_used(r"[ \t]*(?:- +)*")
_KEY = when_used(r"""(?:"[^"]*"|'[^']*'|[^\s"'{}\[\],#][^{}\[\],:]*?)[ \t]*:(?=[ \t]|$)""")
_QUOTED = when_used(r"""\"(?:[^"\\]|\\.)*(?:"|$)|'(?:[^']|'')*(?:'|$)""")
_IN_FLOW = when_used(r"[^{}\[\],]+")
_TO_COMMENT = when_used(r".+?(?=[ \t]+#|[ \t]*$)")


class Quote(NamedTuple):
    """A line as it may be shown, and where its caret goes, from 0."""

    text: str
    caret: int


class Piece(NamedTuple):
    """A stretch of a line: a key with its colon, a value, a comment, or what stands between them."""

    kind: str
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Sources:
    """The lines of a workspace's files, each file read again when a finding needs it."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._path = ""
        self._lines = Lines.of("")

    def quote(self, finding: Finding) -> Quote | None:
        """The line of a finding, or None when there is nothing to show."""
        line = "" if _is_whole_file(finding) else self._line(finding)
        if not line.strip() or finding.position.column > _LONGEST:
            return None
        return quote(line, finding.position.column - 1, private=finding.code.startswith("PRV"))

    def _line(self, finding: Finding) -> str:
        if finding.position.path != self._path:
            self._path = finding.position.path
            data = self._tree.read(self._path).data if self._path.endswith((".yaml", ".yml")) else None
            self._lines = Lines.of(decode(data or b"", self._path).text)
        return self._lines.line(finding.position.line)[:_LONGEST]


def _is_whole_file(finding: Finding) -> bool:
    """Whether a finding stands at the top of a file because what it misses is nowhere in it."""
    kind = kind_of(finding.position.path)
    top = finding.position[1:] == (1, 1) and not finding.code.startswith("REF")
    return top and (kind is None or kind.shape == "one")


def quote(line: str, column: int, *, private: bool = False) -> Quote:
    """A line in which only the field at a column shows its value; none does when the finding is about a secret."""
    found = list(pieces(line))
    own = None if private else _own(found, column)
    text = before = ""
    for piece in found:
        shown = piece.text
        if piece.kind in ("value", "comment"):
            shown = masked(shown) if piece is own else HIDDEN
        if piece.start <= column:
            inside = min(column - piece.start, len(shown) if shown == piece.text else 0)
            before = text + shown[:inside]
        text += shown
    left = len(text) - len(text.lstrip())
    return Quote(visible(text.strip()), max(0, len(visible(before)) - left))


def pieces(line: str) -> Iterator[Piece]:
    """The keys, values and comments of a line of YAML, in braces or not; a line of a text is one value."""
    lead = _LEAD.match(line)
    at = lead.end() if lead else 0
    yield Piece("", 0, line[:at])
    depth, key_may_come = 0, True
    while at < len(line):
        kind, end = _next(line, at, depth, key_may_come)
        text = line[at:end]
        yield Piece(kind, at, text)
        if kind == "" and not text.isspace():
            depth += (text in "{[") - (text in "}]")
            key_may_come = True
        elif kind:
            key_may_come = False
        at = end


def _next(line: str, at: int, depth: int, key_may_come: bool) -> tuple[str, int]:
    """What stands at a place, and where it ends."""
    character = line[at]
    if character.isspace():
        end = at
        while end < len(line) and line[end].isspace():
            end += 1
        return "", end
    if character == "#" and (at == 0 or line[at - 1].isspace()):
        return "comment", len(line)
    if character in "{[" or (depth and character in "}],"):
        return "", at + 1
    if key_may_come and (match := _KEY.match(line, at)):
        return "key", match.end()
    match = _QUOTED.match(line, at) or (_IN_FLOW if depth else _TO_COMMENT).match(line, at)
    return "value", match.end() if match else len(line)


def _own(found: list[Piece], column: int) -> Piece | None:
    """The value at a column, or the one right after the key there."""
    for index, piece in enumerate(found):
        if piece.start <= column < piece.end or (piece is found[-1] and column >= piece.start):
            if piece.kind == "value":
                return piece
            for after in found[index + 1 :]:
                if after.kind in ("key", "comment") or (after.kind == "" and after.text.strip()):
                    return None
                if after.kind == "value":
                    return after if piece.kind == "key" else None
    return None
