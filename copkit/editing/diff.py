"""What a change would do, as `git diff` would show it and `git apply` takes it."""

import hashlib
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from copkit.editing.compact import Side, compact
from copkit.editing.store import Change
from copkit.looking import is_file
from copkit.patterns import when_used

_CONTEXT = 3
_LINE = when_used(rb"[^\n]*\n|[^\n]+")
_HEADING = when_used(rb"[A-Za-z_$]")
_ESCAPES = {7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r", 34: '\\"', 92: "\\\\"}


class _Edit(NamedTuple):
    """Lines `start` to `end` of the old file become lines `new_start` to `new_end` of the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


def diff(root: Path, changes: Sequence[Change]) -> str:
    """The unified diff of all the changes, by path; one that changes nothing is left out.

    Bytes that are not UTF-8 are surrogate escapes.
    """
    parts = [_file(root, change) for change in sorted(changes, key=lambda change: change.path.as_posix())]
    return b"".join(parts).decode("utf-8", "surrogateescape")


def _file(root: Path, change: Change) -> bytes:
    if change.new == change.seen:
        return b""
    name = change.path.relative_to(root).as_posix()
    a, b = _quoted(f"a/{name}"), _quoted(f"b/{name}")
    head = [f"diff --git {a} {b}"]
    old, new = change.seen or b"", change.new or b""
    if change.seen is None:
        head += ["new file mode 100644", f"index 0000000..{_blob(new)}"]
        a = "/dev/null"
    elif change.new is None:
        head += [f"deleted file mode {_mode(change.path)}", f"index {_blob(old)}..0000000"]
        b = "/dev/null"
    else:
        head.append(f"index {_blob(old)}..{_blob(new)} {_mode(change.path)}")
    if b"\0" in old[:8000] or b"\0" in new[:8000]:
        return _text([*head, f"Binary files {a} and {b} differ"])
    hunks = b"".join(_hunks(_LINE.findall(old), _LINE.findall(new)))
    return _text([*head, f"--- {_tabbed(a)}", f"+++ {_tabbed(b)}"]) + hunks if hunks else _text(head)


def _hunks(old: list[bytes], new: list[bytes]) -> Iterator[bytes]:
    for hunk in _grouped(_edits(old, new)):
        first, last = hunk[0], hunk[-1]
        above = min(_CONTEXT, first.start)
        below = min(_CONTEXT, len(old) - last.end)
        start, new_start = first.start - above, first.new_start - above
        yield _header(start, last.end + below, new_start, last.new_end + below) + _heading(old, start) + b"\n"
        at = start
        for edit in hunk:
            yield from (_line(b" ", line) for line in old[at : edit.start])
            yield from (_line(b"-", line) for line in old[edit.start : edit.end])
            yield from (_line(b"+", line) for line in new[edit.new_start : edit.new_end])
            at = edit.end
        yield from (_line(b" ", line) for line in old[at : at + below])


def _edits(old: list[bytes], new: list[bytes]) -> Iterator[_Edit]:
    """The runs of changed lines, each where git shows it."""
    before, after = _compared(old, new)
    compact(before, after)
    compact(after, before)
    i = j = 0
    while i < len(old) or j < len(new):
        start, new_start = i, j
        while i < len(old) and before.changed[i]:
            i += 1
        while j < len(new) and after.changed[j]:
            j += 1
        if i > start or j > new_start:
            yield _Edit(start, i, new_start, j)
        i, j = i + 1, j + 1


def _compared(old: list[bytes], new: list[bytes]) -> tuple[Side, Side]:
    """Both sides with their changed lines marked; what is equal at both ends is set aside first."""
    top = _common(old, new)
    end = _common(old[top:][::-1], new[top:][::-1])
    before = Side(old, [top <= i < len(old) - end for i in range(len(old))])
    after = Side(new, [top <= j < len(new) - end for j in range(len(new))])
    middle = SequenceMatcher(None, old[top : len(old) - end], new[top : len(new) - end], autojunk=False)
    for match in middle.get_matching_blocks():
        before.changed[top + match.a : top + match.a + match.size] = [False] * match.size
        after.changed[top + match.b : top + match.b + match.size] = [False] * match.size
    return before, after


def _common(old: Sequence[bytes], new: Sequence[bytes]) -> int:
    shorter = min(len(old), len(new))
    return next((i for i in range(shorter) if old[i] != new[i]), shorter)


def _grouped(edits: Iterator[_Edit]) -> Iterator[list[_Edit]]:
    """Edits with no more than twice the context between them share a hunk."""
    hunk: list[_Edit] = []
    for edit in edits:
        if hunk and edit.start - hunk[-1].end > 2 * _CONTEXT:
            yield hunk
            hunk = []
        hunk.append(edit)
    if hunk:
        yield hunk


def _header(start: int, end: int, new_start: int, new_end: int) -> bytes:
    return f"@@ -{_range(start, end)} +{_range(new_start, new_end)} @@".encode()


def _range(start: int, end: int) -> str:
    count = end - start
    first = start + 1 if count else start
    return str(first) if count == 1 else f"{first},{count}"


def _heading(old: list[bytes], start: int) -> bytes:
    """The nearest line above the hunk that starts with a letter, as git shows it after the numbers."""
    for line in reversed(old[:start]):
        if _HEADING.match(line):
            return b" " + line[:80].rstrip()
    return b""


def _line(sign: bytes, line: bytes) -> bytes:
    return sign + line if line.endswith(b"\n") else sign + line + b"\n\\ No newline at end of file\n"


def _blob(data: bytes) -> str:
    """The short name that git gives to these bytes (longer only in repositories of very many files)."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()[:7]


def _mode(path: Path) -> str:
    return "100755" if is_file(path) and path.stat().st_mode & 0o100 else "100644"


def _quoted(name: str) -> str:
    """A file name as git writes it: in quotes, with octal escapes, where it is not plain ASCII."""
    data = name.encode("utf-8", "surrogateescape")
    if all(32 <= byte < 127 and byte not in (34, 92) for byte in data):
        return name
    shown = (_ESCAPES.get(byte) or (chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}") for byte in data)
    return '"' + "".join(shown) + '"'


def _tabbed(name: str) -> str:
    """git ends a name that has a space in it with a tab, so that `patch` can tell where it ends."""
    return f"{name}\t" if " " in name else name


def _text(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
