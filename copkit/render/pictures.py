"""Pictures held in a page: their bytes, and a drawing turned into dots, or dots into a drawing, for a format."""

from base64 import b64decode, b64encode
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from copkit.render.nodes import Node
from copkit.render.problems import DocumentProblem
from copkit.render.typesetting import typeset

ENDINGS = {"svg+xml": "svg", "jpeg": "jpg"}
DOTS_PER_INCH = 220


class Picture(NamedTuple):
    """A picture's bytes, the ending of its file name (png, jpg, svg) and its meaning in words."""

    content: bytes
    ending: str
    words: str


def picture(node: Node) -> Picture:
    """The picture of an `img` or `svg` element."""
    if node.tag == "svg":
        return Picture(node.source().encode(), "svg", node.attributes["aria-label"])
    return from_address(node.attributes["src"], node.attributes["alt"])


def from_address(address: str, words: str) -> Picture:
    """The picture of a `data:` address."""
    head, _, data = address.partition(",")
    kind = head.removeprefix("data:image/").partition(";")[0]
    content = b64decode(data) if head.endswith(";base64") else unquote_to_bytes(data)
    return Picture(content, ENDINGS.get(kind, kind), words)


def as_dots(drawing: Picture, width: int = 0) -> Picture:
    """An SVG drawing as PNG, by Typst, as wide as it will be shown in CSS pixels; other pictures as they are."""
    if drawing.ending != "svg":
        return drawing
    wide = f", width: {width * 0.75}pt" if width else ""
    source = f'#set page(width: auto, height: auto, margin: 0pt)\n#image("drawing.svg"{wide})'
    files = {"main.typ": source.encode(), "drawing.svg": drawing.content}
    return Picture(typeset(files, format="png", ppi=DOTS_PER_INCH), "png", drawing.words)


def as_drawing(picture: Picture) -> bytes:
    """A picture as an SVG drawing, which is text: Typst takes no other file from memory."""
    if picture.ending == "svg":
        return picture.content
    from copkit.render.dots import dots

    try:
        found = dots(picture.content)
    except ValueError as problem:
        raise DocumentProblem(f"a picture cannot be shown: {problem}", picture.words) from problem
    if found is None:
        raise DocumentProblem("a picture is neither PNG nor JPEG, as it says it is", picture.words)
    wide, high = found.width, found.height
    kind = "png" if picture.content.startswith(b"\x89") else "jpeg"
    data = b64encode(picture.content).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" viewBox="0 0 {wide} {high}">'
        f'<image width="{wide}" height="{high}" href="data:image/{kind};base64,{data}"/></svg>'
    ).encode()
