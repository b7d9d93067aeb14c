"""SVG drawings that somebody gives: how large, whether they only show, and the same without its remarks."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from copkit.patterns import when_used

_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_BEGINS, _EARLY = b"<svg", 20_000
_MOVES = frozenset({"animate", "animateMotion", "animateTransform", "animateColor", "set"})
_LENGTH = when_used(r"\s*([\d.]+)\s*(px|pt|mm|cm|in|pc)?\s*")
_PX = {"px": 1.0, "pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "pc": 16.0}
_INSIDE = when_used(r"#|data:image/(png|jpeg);base64,")
_OUTSIDE = when_used(r"@import|url\(\s*[\"']?(?!#)|javascript:", re.IGNORECASE)

ElementTree.register_namespace("", _SVG[1:-1])
ElementTree.register_namespace("xlink", _XLINK[1:-1])


class Drawing(NamedTuple):
    """A drawing, bare, and its size in CSS pixels."""

    content: bytes
    width: float
    height: float
    moves: bool = False


def drawing(data: bytes) -> Drawing | None:
    """The drawing of an SVG file; None of another. ValueError where it is broken, or does more than show."""
    if _BEGINS not in data[:_EARLY]:
        return None
    if b"<!ENTITY" in data:
        raise ValueError("it makes up letters of its own (<!ENTITY>)")
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as problem:
        raise ValueError(f"it is broken ({problem})") from problem
    if _name(root) != "svg":
        return None
    if trouble := next(_troubles(root), ""):
        raise ValueError(trouble)
    _strip(root)
    moves = any(_name(one) in _MOVES for one in root.iter())
    return Drawing(ElementTree.tostring(root), *_size(root), moves)


def _troubles(root: Element) -> Iterator[str]:
    """What it does besides showing."""
    used = {value[1:] for one in root.iter() if _name(one) == "use" for value in _links(one)}
    for one in root.iter():
        name = _name(one)
        if name in ("script", "foreignObject", "iframe", "handler"):
            yield f"it holds <{name}>"
        if any(key.lower().startswith("on") for key in one.attrib):
            yield "it holds a script"
        if any(not _INSIDE.match(value) for value in _links(one)):
            yield "it has a link that leads outside"
        styles = one.text or "" if name == "style" else ""
        if any(_OUTSIDE.search(text) for text in (*one.attrib.values(), styles)):
            yield "it has a link that leads outside"
        if one.get("id") in used and any(_name(part) == "use" for part in one.iter()):
            yield "it repeats what repeats something"


def _links(one: Element) -> list[str]:
    return [value.strip() for key, value in one.attrib.items() if key in ("href", f"{_XLINK}href")]


def _strip(one: Element) -> None:
    """Take out what is not to be seen: remarks on who made it, and whatever drawing programs add for themselves."""
    for key in [key for key in one.attrib if key.startswith("{") and not key.startswith((_XLINK, _XML))]:
        del one.attrib[key]
    for part in list(one):
        if _name(part) in ("metadata", "") or not isinstance(part.tag, str):
            one.remove(part)
        else:
            _strip(part)


def _name(one: Element) -> str:
    """Its name; none where it is not SVG's."""
    return one.tag.removeprefix(_SVG) if isinstance(one.tag, str) and one.tag.startswith(_SVG) else ""


def _size(root: Element) -> tuple[float, float]:
    box = [float(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip()) if _is_number(part)]
    wide, high = _length(root.get("width", "")), _length(root.get("height", ""))
    if len(box) == 4 and box[2] > 0 and box[3] > 0:
        if not (wide and high):
            return box[2], box[3]
        return wide, high
    if not (wide and high):
        raise ValueError("it does not say how large it is (viewBox)")
    root.set("viewBox", f"0 0 {wide:g} {high:g}")
    return wide, high


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d*\.?\d+(e[-+]?\d+)?", text, re.IGNORECASE) is not None


def _length(text: str) -> float:
    match = _LENGTH.fullmatch(text)
    return float(match[1]) * _PX[match[2] or "px"] if match and match[1].count(".") < 2 else 0.0
