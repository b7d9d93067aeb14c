"""From the HTML that a template wrote to a tree, strict about the small set of elements that documents may use."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import NoReturn

from copkit.patterns import when_used
from copkit.render.nodes import EMPTY, FLOW, INLINE, INSIDE, TEXT, Node
from copkit.render.problems import DocumentProblem
from copkit.render.spaces import collapse, is_block, paragraphs

KNOWN = FLOW | TEXT | INLINE | EMPTY | frozenset(INSIDE) | {"html", "head", "body", "svg"}
GLOBAL = frozenset(
    {"class", "id", "dir", "lang", "role", "tabindex", "aria-label", "aria-labelledby", "aria-hidden"}
)
ALLOWED = {
    "a": frozenset({"href"}),
    "abbr": frozenset({"title"}),
    "time": frozenset({"datetime"}),
    "ol": frozenset({"start"}),
    "div": frozenset({"data-lines"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "th": frozenset({"scope", "colspan", "rowspan"}),
    "td": frozenset({"colspan", "rowspan"}),
}
#: Beside addresses a page of copkit's that lies in the same folder, and a place in it.
LINK = when_used(r"(https?://|mailto:|tel:|#|[\w-][\w.-]*\.html(#[\w-]*)?$)", re.IGNORECASE)
PICTURE = when_used(r"data:image/(png|jpeg|svg\+xml)[;,]")
UNSAFE_SVG = when_used(
    r"<(script|foreignObject|style|image|use|a)\b|\son\w+\s*=|(href|src)\s*=|url\(", re.IGNORECASE
)
CONTROL = when_used("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

#: Elements that may stand only where INSIDE says.
PARTS = frozenset({"li", "dt", "dd", "caption", "thead", "tbody", "tr", "th", "td", "figcaption"})


class Open:
    """An element that is not closed yet."""

    __slots__ = ("attributes", "children", "line", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], line: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.children: list[Node | str] = []


def parse(page: str) -> Node:
    """The `body` of a page as a tree. Raises DocumentProblem, with the line, for what a document may not hold."""
    builder = _Builder(page)
    builder.feed(page)
    builder.close()
    return builder.body()


class _Builder(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page = page
        self.starts = [0, *(match.end() for match in re.finditer("\n", page))]
        self.open: list[Open] = []
        self.done: Node | None = None
        self.svg = 0
        self.heading = ""

    def body(self) -> Node:
        if self.open:
            self.fail(f"<{self.open[-1].tag}> of line {self.open[-1].line} is never closed")
        if self.done is None:
            raise DocumentProblem("the page has no <body>")
        return self.done

    def fail(self, what: str) -> NoReturn:
        under = f", under “{self.heading}”" if self.heading else ""
        raise DocumentProblem(what, f"line {self.getpos()[0]} of the page{under}")

    @property
    def here(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column

    @property
    def in_head(self) -> bool:
        return any(part.tag == "head" for part in self.open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html" or self.in_head:
            return
        if self.open and self.open[-1].tag == "svg":
            if tag == "svg":
                self.fail("an <svg> may not hold another")
            return
        if tag not in KNOWN:
            self.fail(f"<{tag}> is not an element that documents may use")
        attributes = {name: value or "" for name, value in attrs}
        self.check_place(tag)
        self.check_attributes(tag, attributes)
        self.open.append(Open(tag, attributes, self.getpos()[0]))
        if tag == "svg":
            self.svg = self.here
        if tag in EMPTY:
            self.finish()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in EMPTY or self.in_head or (self.open and self.open[-1].tag == "svg"):
            self.handle_starttag(tag, attrs)
        else:
            self.fail(f"<{tag}/> does not close itself in HTML: write <{tag}></{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "html" or (self.in_head and tag != "head"):
            return
        inside = self.open[-1].tag if self.open else ""
        if inside == "svg" and tag != "svg":
            return
        if tag != inside:
            self.fail(f"</{tag}> closes <{inside}>" if inside else f"</{tag}> closes nothing")
        if tag == "svg":
            source = self.page[self.svg : self.page.index(">", self.here) + 1]
            if UNSAFE_SVG.search(source):
                self.fail("an SVG picture may hold shapes and text only: no script, style, link or outside picture")
            self.open[-1].children = [source]
        self.finish()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1].tag != "svg" and not self.in_head:
            if bad := CONTROL.search(data):
                self.fail(f"the text holds a control character (U+{ord(bad[0]):04X})")
            self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        if self.open and self.open[-1].tag != "svg":
            self.fail("an HTML comment would reach readers: write {# … #} in the template instead")

    def check_place(self, tag: str) -> None:
        inside = self.open[-1].tag if self.open else ""
        if not inside or tag in ("head", "body"):
            fits = not inside and tag in ("head", "body")
        elif inside in INSIDE:
            fits = tag in INSIDE[inside]
        elif inside in TEXT or inside in INLINE:
            fits = tag in INLINE
        else:
            fits = tag not in PARTS
        if tag == "table" and any(part.tag in ("td", "th") for part in self.open):
            fits = False
        if not fits:
            self.fail(f"<{tag}> may not stand in <{inside}>" if inside else f"<{tag}> may not stand by itself")

    def check_attributes(self, tag: str, attributes: dict[str, str]) -> None:
        for name in attributes if tag != "svg" else ():
            if name not in GLOBAL and name not in ALLOWED.get(tag, ()):
                self.fail(f"<{tag}> may not have the attribute {name!r}")
        if tag == "a" and not LINK.match(attributes.get("href", "")):
            self.fail("a link must begin with https:, http:, mailto:, tel: or #, or lead to a .html file beside")
        if tag == "img" and not PICTURE.match(attributes.get("src", "")):
            self.fail("a picture must be held in the page as a data: address (PNG, JPEG or SVG)")
        for name in ("colspan", "rowspan", "data-lines", "start", "width", "height"):
            if not attributes.get(name, "1").isdecimal() or attributes.get(name) == "0":
                self.fail(f"{name} must be a whole number from 1")

    def finish(self) -> None:
        """Close the innermost element and hand it to the one around it."""
        part = self.open.pop()
        children = part.children if part.tag == "svg" else self.settle(part)
        node = Node(part.tag, part.attributes, tuple(children), part.line)
        if part.tag in ("h1", "h2", "h3", "h4"):
            self.heading = node.text()
        if part.tag == "body":
            self.done = node
        elif self.open and part.tag != "head":
            self.open[-1].children.append(node)

    def settle(self, part: Open) -> Iterable["Node | str"]:
        """The children with their white space settled."""
        if part.tag in INSIDE:
            for child in part.children:
                if isinstance(child, str) and child.strip():
                    self.fail(f"text may not stand in <{part.tag}> by itself")
            return [child for child in part.children if isinstance(child, Node)]
        if part.tag in INLINE:
            return part.children
        if part.tag in TEXT or not any(is_block(child) for child in part.children):
            return collapse(part.children)
        return paragraphs(part.children)
