"""PNG and JPEG: how large a picture is, whether it is whole, and the same without what it tells besides."""

from collections.abc import Iterator
from struct import error, pack, unpack_from
from typing import NamedTuple
from zlib import crc32

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_SHOWN = frozenset({b"IHDR", b"PLTE", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"iCCP", b"IDAT", b"IEND"})
"""The parts of a PNG that are to be seen; all others say who made it, when, where and with what."""
_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_START, _END = 0xDA, 0xD9
_ORIENTATION = 0x0112


class Dots(NamedTuple):
    """A picture of dots, bare; `turned` is how it is to be turned (1: not at all, as Exif numbers it)."""

    content: bytes
    width: int
    height: int
    turned: int = 1
    moves: bool = False


def dots(data: bytes) -> Dots | None:
    """The picture of a PNG or JPEG that is whole; None of another. ValueError where it is broken."""
    try:
        if data.startswith(PNG):
            return _png(data)
        return _jpeg(data) if data.startswith(JPEG) else None
    except (error, IndexError) as problem:
        raise ValueError("it is cut off") from problem


def _png(data: bytes) -> Dots:
    parts = list(_chunks(data))
    if parts[0][0] != b"IHDR" or not any(name == b"IDAT" for name, _ in parts):
        raise ValueError("it holds no picture")
    width, height = unpack_from(">II", parts[0][1])
    bare = (_chunk(name, body) for name, body in parts if name in _SHOWN)
    moves = any(name == b"acTL" for name, _ in parts)
    return Dots(PNG + b"".join(bare), width, height, moves=moves)


def _chunk(name: bytes, body: bytes) -> bytes:
    return pack(">I", len(body)) + name + body + pack(">I", crc32(name + body))


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG up to its end, each of which must be whole."""
    place, name = len(PNG), b""
    while name != b"IEND":
        length, name = unpack_from(">I4s", data, place)
        body = data[place + 8 : place + 8 + length]
        (told,) = unpack_from(">I", data, place + 8 + length)
        if told != crc32(name + body):
            raise ValueError("it is damaged")
        yield name, body
        place += 12 + length


def _jpeg(data: bytes) -> Dots:
    bare, size, turned = bytearray(data[:2]), (0, 0), 1
    for mark, part in _segments(data):
        body = part[4:]
        if mark in _SIZES:
            height, width = unpack_from(">HH", body, 1)
            size = (width, height)
        if mark == 0xE1 and body.startswith(b"Exif\0\0"):
            turned = _turned(body[6:])
        if _is_shown(mark, body):
            bare += part
    if not all(size):
        raise ValueError("it holds no picture")
    return Dots(bytes(bare), *size, turned)


def _is_shown(mark: int, body: bytes) -> bool:
    """Whether a part of a JPEG is to be seen: no remarks, and of what programs add only what colours need."""
    if mark == 0xFE or mark == 0xE0:
        return mark == 0xE0 and body.startswith(b"JFIF\0") and len(body) == 14
    if 0xE0 < mark <= 0xEF:
        return (mark == 0xE2 and body.startswith(b"ICC_PROFILE\0")) or (mark == 0xEE and body.startswith(b"Adobe"))
    return True


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """The parts of a JPEG, each with its mark, up to its end: what follows is of another file."""
    place = 2
    while True:
        while data[place + 1] == 0xFF:
            place += 1
        mark = data[place + 1]
        if data[place] != 0xFF:
            raise ValueError("it is damaged")
        if mark == _END:
            yield mark, data[place : place + 2]
            return
        (length,) = unpack_from(">H", data, place + 2)
        end = place + 2 + length
        if mark == _START:
            end = _scan_end(data, end)
        yield mark, data[place:end]
        place = end


def _scan_end(data: bytes, place: int) -> int:
    """Where the next mark stands after a run of dots, in which a mark's first byte is followed by nought."""
    while True:
        place = data.find(b"\xff", place) if place < len(data) else -1
        if place < 0:
            raise ValueError("it is cut off")
        if data[place + 1] not in (0x00, 0xFF, *range(0xD0, 0xD8)):
            return place
        place += 2 if data[place + 1] != 0xFF else 1


def _turned(tiff: bytes) -> int:
    """How the camera was held."""
    order = ">" if tiff.startswith(b"MM") else "<"
    try:
        (start,) = unpack_from(f"{order}I", tiff, 4)
        (count,) = unpack_from(f"{order}H", tiff, start)
        for place in range(start + 2, start + 2 + 12 * count, 12):
            tag, _, _, value = unpack_from(f"{order}HHIH", tiff, place)
            if tag == _ORIENTATION:
                return int(value) if 1 <= value <= 8 else 1
    except error:
        pass  # a camera that does not say so held it upright
    return 1
