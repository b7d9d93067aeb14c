"""A picture that somebody gives: known by its content, refused where it may not be shown, and bare."""

import json
from base64 import b64encode
from typing import Any, NamedTuple

from copkit.marks import Mark
from copkit.render.dots import PNG, Dots, dots
from copkit.render.drawings import Drawing, drawing
from copkit.render.pictures import Picture, as_drawing
from copkit.render.typesetting import typeset

LARGEST, MOST_DOTS = 2_000_000, 25_000_000
SHARP = 150
"""Dots to the inch from which a picture is sharp in print."""
_MM_A_PIXEL = 25.4 / 96
_MM_AN_INCH = 25.4
_SHEET = "#set page(width: auto, height: auto, margin: 0pt)\n"


class Room(NamedTuple):
    """The greatest width and height of a picture, in millimetres."""

    wide: float
    high: float


LOGO, PARTNER, FIGURE = Room(45, 14), Room(25, 9), Room(62, 58)


class Given(NamedTuple):
    """A picture, bare: its kind (png, jpeg, svg+xml), and its size in dots or, of a drawing, in CSS pixels."""

    kind: str
    content: bytes
    width: float
    height: float

    def mark(self, words: str, room: Room) -> Mark:
        """It as a page holds it, as large as the room lets it be."""
        scale = min(room.wide / self.width, room.high / self.height) / _MM_A_PIXEL
        address = f"data:image/{self.kind};base64,{b64encode(self.content).decode()}"
        return Mark(address, words, max(1, int(self.width * scale)), max(1, int(self.height * scale)))

    def sharpness(self, room: Room) -> int | None:
        """Its dots to the inch in that room; None of a drawing, which is sharp at any size."""
        if self.kind == "svg+xml":
            return None
        return round(_MM_AN_INCH * max(self.width / room.wide, self.height / room.high))


def given(data: bytes) -> Given:
    """The picture that a file holds, whatever its name. ValueError says why it cannot be shown."""
    if len(data) > LARGEST:
        raise ValueError(f"it has {len(data) / 1e6:.1f} MB, and 2 MB are enough for print: save it smaller")
    found = dots(data) or drawing(data)
    if found is None:
        raise ValueError("it is no PNG, JPEG or SVG: save it as one of them")
    if found.moves:
        raise ValueError("it moves, and paper does not: save one picture of it")
    made = _of_drawing(found) if isinstance(found, Drawing) else _of_dots(data, found)
    _see(made)
    return made


def _of_drawing(found: Drawing) -> Given:
    return Given("svg+xml", found.content, found.width, found.height)


def _of_dots(data: bytes, found: Dots) -> Given:
    if not 0 < found.width * found.height <= MOST_DOTS:
        raise ValueError(f"it has {found.width} × {found.height} dots, and 25 million are enough: save it smaller")
    if found.turned != 1:
        return _upright(data, found)
    return Given("png" if found.content.startswith(PNG) else "jpeg", found.content, found.width, found.height)


def _upright(data: bytes, found: Dots) -> Given:
    """A photograph drawn anew as the camera was held: without what the camera says, it would lie on its side."""
    wide, high = (found.width, found.height) if found.turned < 5 else (found.height, found.width)
    width = min(FIGURE.wide, FIGURE.high * wide / high)
    source = f'{_SHEET}#image(bytes(json("dots.json")), width: {width}mm)'
    files = {"main.typ": source.encode(), "dots.json": json.dumps(list(data)).encode()}
    made = dots(_drawn(files, format="png", ppi=300))
    assert made is not None
    return Given("png", made.content, made.width, made.height)


def _see(made: Given) -> None:
    """Have it drawn once: what cannot be drawn is found before a document is made with it."""
    ending = {"svg+xml": "svg", "jpeg": "jpg"}.get(made.kind, made.kind)
    files = {
        "main.typ": f'{_SHEET}#image("it.svg", width: 9pt, height: 9pt)'.encode(),
        "it.svg": as_drawing(Picture(made.content, ending, "")),
    }
    _drawn(files, format="pdf")


def _drawn(files: dict[str, bytes], **options: Any) -> bytes:
    from typst import TypstError

    try:
        return typeset(files, **options)
    except (TypstError, RuntimeError) as problem:
        raise ValueError("it is broken: it cannot be drawn") from problem
