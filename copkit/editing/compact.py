"""Where a run of changed lines is shown when it could slide up or down: git's rule, so that the diffs are git's.

A run of added lines between equal lines can often be shown in several places. git lines runs up with runs
on the other side, and else scores the two ends of the run by blank lines and indents (git's indent heuristic).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

_MAX_SLIDING = 100
_MAX_BLANKS = 20
_MAX_INDENT = 200


@dataclass(slots=True)
class Side:
    """One side of a comparison: its lines, and which of them are changed."""

    lines: Sequence[bytes]
    changed: list[bool] = field(default_factory=list)


class _Run:
    """A run of changed lines from `start` up to `end`; between two unchanged lines there is an empty one."""

    def __init__(self, side: Side) -> None:
        self.side, self.start, self.end = side, 0, 0
        self._grow_down()

    def next(self) -> bool:
        if self.end >= len(self.side.lines):
            return False
        self.start = self.end = self.end + 1
        self._grow_down()
        return True

    def previous(self) -> None:
        self.start = self.end = self.start - 1
        self._grow_up()

    def up(self) -> bool:
        """Slide one line up, where the lines allow it; runs that touch become one."""
        lines, changed = self.side.lines, self.side.changed
        if self.start == 0 or lines[self.start - 1] != lines[self.end - 1]:
            return False
        self.start, self.end = self.start - 1, self.end - 1
        changed[self.start], changed[self.end] = True, False
        self._grow_up()
        return True

    def down(self) -> bool:
        lines, changed = self.side.lines, self.side.changed
        if self.end >= len(lines) or lines[self.start] != lines[self.end]:
            return False
        changed[self.start], changed[self.end] = False, True
        self.start, self.end = self.start + 1, self.end + 1
        self._grow_down()
        return True

    def _grow_down(self) -> None:
        while self.end < len(self.side.lines) and self.side.changed[self.end]:
            self.end += 1

    def _grow_up(self) -> None:
        while self.start > 0 and self.side.changed[self.start - 1]:
            self.start -= 1


def compact(side: Side, other: Side) -> None:
    """Slide every run of changed lines of one side to where git shows it."""
    run, facing = _Run(side), _Run(other)
    while True:
        if run.start != run.end:
            _settle(run, facing)
        if not run.next():
            return
        facing.next()


def _settle(run: _Run, facing: _Run) -> None:
    size = -1
    matching = earliest = -1
    while size != run.end - run.start:
        size, matching = run.end - run.start, -1
        while run.up():
            facing.previous()
        earliest = run.end
        if facing.end > facing.start:
            matching = run.end
        while run.down():
            facing.next()
            if facing.end > facing.start:
                matching = run.end
    if run.end == earliest:
        return
    if matching != -1:
        while facing.end == facing.start:
            run.up()
            facing.previous()
        return
    best = _best_end(run, earliest, size)
    while run.end > best:
        run.up()
        facing.previous()


def _best_end(run: _Run, earliest: int, size: int) -> int:
    lines = run.side.lines
    best, best_score = -1, (0, 0)
    for end in range(max(earliest, run.end - size - 1, run.end - _MAX_SLIDING), run.end + 1):
        below, above = _score(lines, end), _score(lines, end - size)
        score = (below[0] + above[0], below[1] + above[1])
        deeper = (score[0] > best_score[0]) - (score[0] < best_score[0])
        if best == -1 or 60 * deeper + score[1] - best_score[1] <= 0:
            best, best_score = end, score
    return best


def _score(lines: Sequence[bytes], split: int) -> tuple[int, int]:
    """The indent after a split and git's penalty for splitting there."""
    indent = _indent(lines[split]) if split < len(lines) else -1
    before, blank_before = _neighbour(lines, range(split - 1, -1, -1))
    after, blank_after = _neighbour(lines, range(split + 1, len(lines)))
    penalty = 1 if before == -1 and blank_before == 0 else 0
    penalty += 21 if split >= len(lines) else 0
    blanks_below = 1 + blank_after if indent == -1 else 0
    blanks = blank_before + blanks_below
    penalty += -30 * blanks + 6 * blanks_below
    level = indent if indent != -1 else after
    if level != -1 and before != -1 and level != before:
        if level > before:
            penalty += 10 if blanks else -4
        elif after != -1 and after > level:
            penalty += 17 if blanks else 24
        else:
            penalty += 17 if blanks else 23
    return level, penalty


def _neighbour(lines: Sequence[bytes], numbers: range) -> tuple[int, int]:
    """The indent of the next line that is not blank, and how many blank ones come before it."""
    blanks = 0
    for number in numbers:
        indent = _indent(lines[number])
        if indent != -1:
            return indent, blanks
        blanks += 1
        if blanks == _MAX_BLANKS:
            return 0, blanks
    return -1, blanks


def _indent(line: bytes) -> int:
    """The width of a line's indent; -1 for a blank line."""
    width = 0
    for byte in line:
        if byte == 32:
            width += 1
        elif byte == 9:
            width += 8 - width % 8
        elif byte not in b"\n\r\v\f":
            return width
        if width >= _MAX_INDENT:
            return _MAX_INDENT
    return -1
