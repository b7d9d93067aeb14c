"""Names on a wall: in the largest letters in which they fit on a sheet, or by their letters on several."""

from collections.abc import Sequence
from typing import NamedTuple

from copkit.render.paper import ACROSS, SIZES
from copkit.render.widths import across

POINTS = (32, 28, 26, 24, 22, 20, 18, 16, 14)
"""The sizes of letters, the largest first."""
TITLE = 72
"""Millimetres of a sheet's height that its margins, its title and its last line take."""
GUTTER = 10
"""Millimetres between two columns."""
LINE, DIGIT, POINT = 1.8, 0.556, 0.3528
"""How high a row is and how wide a digit, both in sizes of its letters; and how many millimetres a point has."""

Name = tuple[str, int]
"""A name, and the number of its table."""


class Sheet(NamedTuple):
    """What hangs on the wall: names in columns, the size of their letters, and from which letter to which."""

    points: int
    columns: tuple[tuple[Name, ...], ...]
    letters: str


def sheets(names: Sequence[Name], taken: int = 0) -> tuple[Sheet, ...]:
    """The fewest sheets on which sorted names can be read; `taken` millimetres of each stand for something else."""
    for number in range(1, len(names) + 1):
        parts = _parts(names, number)
        size = min(_largest(part, taken) for part in parts)
        if size or number == len(names):
            return tuple(_sheet(part, size or POINTS[-1], taken, alone=len(parts) == 1) for part in parts)
    return ()


def _sheet(names: Sequence[Name], size: int, taken: int, *, alone: bool) -> Sheet:
    height = -(-len(names) // (_columns(names, size, taken) or 1))
    columns = tuple(tuple(names[start : start + height]) for start in range(0, len(names), height))
    return Sheet(size, columns, "" if alone else f"{names[0][0][:1]} \N{EN DASH} {names[-1][0][:1]}")


def _largest(names: Sequence[Name], taken: int) -> int:
    """The largest size in which names fit on a sheet; 0 where they fit in none."""
    return next((size for size in POINTS if _columns(names, size, taken)), 0)


def _columns(names: Sequence[Name], size: int, taken: int) -> int:
    """In how few columns names of a size fit; 0 where they do not."""
    width, height = SIZES["A3 landscape"]
    letter = size * POINT
    rows = int((height - TITLE - taken) / (LINE * letter))
    needed = -(-len(names) // rows) if rows > 0 else 0
    widest = max(across(name) for name, _ in names) + 3
    return needed if needed * (widest * DIGIT * letter + GUTTER) <= width - 2 * ACROSS else 0


def _parts(names: Sequence[Name], number: int) -> list[Sequence[Name]]:
    """Names cut into about so many parts of one length, between two letters."""
    length, parts, start = -(-len(names) // number), [], 0
    while start < len(names):
        end = min(start + length, len(names))
        first = names[end - 1][0][:1].casefold()
        while end < len(names) and names[end][0][:1].casefold() == first:
            end += 1
        parts.append(names[start:end])
        start = end
    return parts
