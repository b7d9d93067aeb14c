"""A document as a tree of elements: what every format is written from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

INLINE = frozenset({"strong", "em", "a", "br", "span", "abbr", "time"})
HEADINGS = ("h1", "h2", "h3", "h4")
#: Classes of what stands in a box, in every format.
BOXES = frozenset({"panel", "callout"})
#: The size of letters by a part's class, in points; besides these `pt24` and its like say it themselves.
SIZES = {"small": 11.0, "smaller": 10.5}
TEXT = frozenset({"p", *HEADINGS, "dt", "caption", "figcaption"})
SECTIONS = frozenset({"header", "main", "footer", "section", "aside", "nav", "div"})
FLOW = frozenset({*SECTIONS, "li", "dd", "td", "th"})
#: Elements that hold only certain others.
INSIDE = {
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "dl": frozenset({"dt", "dd"}),
    "table": frozenset({"caption", "thead", "tbody"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "figure": frozenset({"img", "svg", "div", "figcaption"}),
}
EMPTY = frozenset({"br", "img"})


@dataclass(frozen=True, slots=True)
class Node:
    """One element: its tag, attributes and children (elements and text), and its line in the HTML.

    White space is settled: text runs hold single spaces, and elements that hold blocks hold nothing but blocks.
    An `svg` holds its own source as its only child.
    """

    tag: str
    attributes: Mapping[str, str]
    children: tuple["Node | str", ...]
    line: int

    @property
    def classes(self) -> tuple[str, ...]:
        return tuple(self.attributes.get("class", "").split())

    @property
    def points(self) -> float:
        """The size of its letters, where its class says one; else 0."""
        return next(filter(None, map(_points, self.classes)), 0.0) if "class" in self.attributes else 0.0

    @property
    def nodes(self) -> tuple["Node", ...]:
        """The children that are elements."""
        return tuple(child for child in self.children if isinstance(child, Node))

    @property
    def blocks(self) -> bool:
        """Whether it holds blocks (rather than a run of text)."""
        return any(node.tag not in INLINE for node in self.nodes)

    def text(self) -> str:
        """Everything that it says, without the pictures."""
        if self.tag == "svg":
            return ""
        if self.tag == "br":
            return "\n"
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def source(self) -> str:
        """The source of an SVG picture."""
        return "".join(child for child in self.children if isinstance(child, str))

    def walk(self) -> Iterator["Node"]:
        """The element and everything inside it, in reading order."""
        yield self
        for node in self.nodes:
            yield from node.walk()

    def all(self, *tags: str) -> Iterator["Node"]:
        """Every element with one of the tags inside it, in reading order."""
        return (node for node in self.walk() if node.tag in tags)


def _points(name: str) -> float:
    """The size that a class says, in points; 0 for another class."""
    said = name.removeprefix("pt")
    return float(said) if said != name and said.isdecimal() else SIZES.get(name, 0.0)
