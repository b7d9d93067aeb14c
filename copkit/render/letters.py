"""Which letters a font has, read from its table of them (`cmap`); Typst says so only by failing."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from struct import error, unpack_from

from copkit.looking import names_in

_UNICODE = frozenset({0, 3})
_COLLECTION = b"ttcf"


@cache
def fonts_of(folders: tuple[Path, ...]) -> tuple[frozenset[str], ...]:
    """The letters of each font of these folders."""
    files = (folder / name for folder in folders for name in names_in(folder))
    fonts = (file.read_bytes() for file in files if file.suffix.casefold() in (".ttf", ".otf", ".ttc", ".otc"))
    return tuple(frozenset(map(chr, in_font(font))) for font in fonts)


def in_font(font: bytes) -> set[int]:
    """The letters of a font, or of all in a collection; none of what cannot be read."""
    found: set[int] = set()
    try:
        for start in _starts(font):
            for table in _maps(font, start):
                found.update(_of_map(font, table))
    except error:
        pass  # what is cut off has no letters: the rest still counts
    return found


def _starts(font: bytes) -> tuple[int, ...]:
    if font[:4] != _COLLECTION:
        return (0,)
    (count,) = unpack_from(">I", font, 8)
    return tuple(unpack_from(f">{min(count, 99)}I", font, 12))


def _maps(font: bytes, start: int) -> Iterator[int]:
    """Where the maps from letters to shapes begin that are in Unicode."""
    (count,) = unpack_from(">H", font, start + 4)
    for place in range(start + 12, start + 12 + 16 * count, 16):
        name, _, table, _ = unpack_from(">4sIII", font, place)
        if name == b"cmap":
            (maps,) = unpack_from(">H", font, table + 2)
            for entry in range(table + 4, table + 4 + 8 * maps, 8):
                platform, _, offset = unpack_from(">HHI", font, entry)
                if platform in _UNICODE:
                    yield table + offset


def _of_map(font: bytes, start: int) -> Iterator[int]:
    (form,) = unpack_from(">H", font, start)
    if form == 4:
        yield from _in_segments(font, start)
    elif form in (12, 13):
        (groups,) = unpack_from(">I", font, start + 12)
        for place in range(start + 16, start + 16 + 12 * min(groups, 65_536), 12):
            first, last, shape = unpack_from(">III", font, place)
            yield from range(first + (shape == 0), min(last, 0x10FFFF) + 1)


def _in_segments(font: bytes, start: int) -> Iterator[int]:
    """Format 4: runs of letters, each with a number to add to its code or a list of shapes; shape 0 is none."""
    (double,) = unpack_from(">H", font, start + 6)
    count = double // 2
    ends, firsts, deltas, offsets = (
        unpack_from(f">{count}H", font, start + 14 + part * double + 2 * (part > 0)) for part in range(4)
    )
    places = start + 16 + 3 * double
    for index, (first, last, delta, offset) in enumerate(zip(firsts, ends, deltas, offsets, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            shape = code
            if offset:
                (shape,) = unpack_from(">H", font, places + 2 * index + offset + 2 * (code - first))
            if (not offset or shape) and (shape + delta) & 0xFFFF:
                yield code
