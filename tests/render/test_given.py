"""Pictures that people give: each kind, shape and fault, and what a page makes of them in each format."""

from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from struct import pack
from zlib import compress, crc32

import pytest
from docx import Document

from copkit import render
from copkit.marks import Marks
from copkit.render.given import LOGO, given
from tests.judges.pdf import figure_sizes, judge_by_rules, judge_structure
from tests.render.demo import META
from tests.render.helpers import View

PICTURES = Path(__file__).parent / "pictures"
MM = 72 / 25.4


def chunk(name: bytes, body: bytes) -> bytes:
    return pack(">I", len(body)) + name + body + pack(">I", crc32(name + body))


def png(wide: int, high: int, *more: bytes) -> bytes:
    """A blue picture of so many dots, with more parts."""
    head = chunk(b"IHDR", pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0))
    rows = chunk(b"IDAT", compress((b"\0" + b"\x00\x5e\xb8" * wide) * high))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + rows + chunk(b"IEND", b"")


def jpeg(name: str) -> bytes:
    return (PICTURES / name).read_bytes()


def svg(inside: str, size: str = 'viewBox="0 0 90 20"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{inside}</svg>'.encode()


GOOD = {
    "wide.png": png(1200, 150),
    "tall.png": png(60, 600),
    "line.png": png(1, 2000),
    "tiny.png": png(3, 1),
    "wide.jpg": jpeg("wide.jpg"),
    "turned.jpg": jpeg("turned.jpg"),
    "tiny.svg": svg('<rect width="1" height="1"/>', 'width="1" height="1"'),
    "huge.svg": svg('<rect width="90000" height="9000"/>', 'viewBox="0 0 90000 9000"'),
    "tall.svg": svg('<style>.a{fill:#005eb8}</style><rect class="a" width="2" height="90"/>', 'viewBox="0 0 2 90"'),
}
BAD = {
    "cut off": png(9, 9)[:-30],
    "it is damaged": png(9, 9).replace(b"IDAT", b"IDAT!"),
    "cannot be drawn": png(9, 9).replace(
        chunk(b"IDAT", compress((b"\0" + b"\x00\x5e\xb8" * 9) * 9)), chunk(b"IDAT", b"nothing")
    ),
    "is cut off": jpeg("wide.jpg")[:-40],
    "it moves": png(9, 9, chunk(b"acTL", pack(">II", 2, 0))),
    "it moves, ": svg('<rect width="9" height="9"><animate attributeName="x" to="9"/></rect>'),
    "MB": b"\x89PNG\r\n\x1a\n" + bytes(2_000_001),
    "25 million": png(1, 1).replace(
        chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        chunk(b"IHDR", pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)),
    ),
    "no PNG, JPEG or SVG": b"GIF89a" + bytes(40),
    "no PNG, ": b"",
    "<script>": svg("<script>1</script>"),
    "a script": svg('<rect onclick="x()" width="1" height="1"/>'),
    "leads outside": svg('<image href="https://a.example/x.png" width="9" height="9"/>'),
    "outside": svg('<rect fill="url(https://a.example/x.svg#a)" width="9" height="9"/>'),
    "<foreignObject>": svg("<foreignObject/>"),
    "ENTITY": b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"),
    "repeats": svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
    "how large": svg("<rect/>", ""),
    "it is broken": b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>",
}


@pytest.mark.parametrize("name", GOOD)
def test_a_logo_stands_in_its_room_in_each_format(name: str, tmp_path: Path) -> None:
    found = given(GOOD[name])
    mark = found.mark("Northshire Alliance", LOGO)
    assert mark.width <= 171 and mark.height <= 54 and (mark.width >= 169 or mark.height >= 51)
    meta = replace(META, marks=Marks(mark))
    tree = render.tree(render.html("base", View(meta=meta)))
    path = tmp_path / "logo.pdf"
    path.write_bytes(render.pdf(tree, meta))
    assert judge_by_rules(path) == judge_structure(path) == []
    ((wide, high),) = figure_sizes(path)
    assert wide <= 45.5 * MM and high <= 14.5 * MM
    (shape,) = Document(BytesIO(render.docx(tree, meta))).inline_shapes
    assert shape.width.mm <= 45.5 and shape.height.mm <= 14.5
    assert "Northshire Alliance" in render.markdown(tree)


@pytest.mark.parametrize("why", BAD)
def test_what_cannot_be_shown_is_refused_with_its_reason(why: str) -> None:
    with pytest.raises(ValueError, match=why.strip(" ,")):
        given(BAD[why])


def test_what_a_picture_tells_besides_is_gone() -> None:
    place = b"51.5 N, 0.1 W"
    told = png(9, 9, chunk(b"tEXt", b"Comment\0" + place), chunk(b"eXIf", place))
    assert place in told and place not in given(told).content
    photograph = jpeg("wide.jpg")
    exif = b"\xff\xe1" + pack(">H", len(place) + 8) + b"Exif\0\0" + place
    told = photograph[:2] + exif + b"\xff\xfe" + pack(">H", len(place) + 2) + place + photograph[2:] + place
    assert given(told).content == given(photograph).content == photograph
    drawn = given(svg(f"<metadata>{place.decode()}</metadata><!-- {place.decode()} --><rect x='1' y='1'/>"))
    assert place not in drawn.content


def test_a_photograph_stands_as_it_was_held() -> None:
    found = given(GOOD["turned.jpg"])
    assert (found.kind, found.width < found.height) == ("png", True)


def test_how_sharp_it_will_be() -> None:
    assert given(GOOD["tiny.png"]).sharpness(LOGO) == 2
    assert given(GOOD["wide.png"]).sharpness(LOGO) == 677
    assert given(GOOD["tiny.svg"]).sharpness(LOGO) is None


def test_a_pictures_address_holds_its_very_bytes() -> None:
    found = given(GOOD["wide.jpg"])
    assert b64decode(found.mark("x y", LOGO).src.partition(",")[2]) == found.content
