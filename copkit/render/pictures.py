"""Pictures held in a page: their bytes, and a drawing turned into dots for formats that cannot hold drawings."""

from base64 import b64decode
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from copkit.render.nodes import Node
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


def as_dots(drawing: Picture) -> Picture:
    """An SVG drawing as PNG, by Typst; other pictures as they are."""
    if drawing.ending != "svg":
        return drawing
    source = b'#set page(width: auto, height: auto, margin: 0pt)\n#image("drawing.svg")'
    files = {"main.typ": source, "drawing.svg": drawing.content}
    return Picture(typeset(files, None, format="png", ppi=DOTS_PER_INCH), "png", drawing.words)
