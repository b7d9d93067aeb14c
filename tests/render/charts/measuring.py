"""Finds what is wrong with a picture: text outside it, and texts that stand over one another."""

import re
from itertools import combinations
from typing import NamedTuple
from xml.etree import ElementTree

from copkit.render.charts.letters import SIZE, width

SVG = "{http://www.w3.org/2000/svg}"
#: How far a capital reaches above the baseline and a tail below it, in parts of the size.
ABOVE, BELOW = 0.74, 0.2


class Box(NamedTuple):
    """The room that a text takes, and the text."""

    left: float
    top: float
    right: float
    bottom: float
    said: str


def boxes(svg: str) -> list[Box]:
    """The room of each text of a picture."""
    return [_box(element) for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def _box(element: ElementTree.Element) -> Box:
    x, y = float(element.attrib["x"]), float(element.attrib["y"])
    said = element.text or ""
    long = width(said, bold=element.get("font-weight") == "700")
    told = element.get("textLength")
    assert told is None or abs(float(told) - long) < 0.06, said
    before = {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor", "start")] * long
    if turn := element.get("transform"):
        match = re.fullmatch(r"rotate\(-90 (\S+) (\S+)\)", turn)
        assert match and (float(match[1]), float(match[2])) == (x, y), turn
        return Box(x - ABOVE * SIZE, y - long + before, x + BELOW * SIZE, y + before, said)
    return Box(x - before, y - ABOVE * SIZE, x - before + long, y + BELOW * SIZE, said)


def problems(svg: str, slack: float = 0.6) -> list[str]:
    """Texts that leave the picture and pairs of texts that overlap."""
    left, top, wide, high = map(float, ElementTree.fromstring(svg).attrib["viewBox"].split())
    found = boxes(svg)
    outside = [
        f"{box.said!r} leaves the picture: {box[:4]}"
        for box in found
        if box.left < left - slack
        or box.top < top - slack
        or box.right > left + wide + slack
        or box.bottom > top + high + slack
    ]
    over = [
        f"{one.said!r} and {other.said!r} overlap"
        for one, other in combinations(found, 2)
        if min(one.right, other.right) - max(one.left, other.left) > slack
        and min(one.bottom, other.bottom) - max(one.top, other.top) > slack
    ]
    return [*outside, *over]


def light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
