"""A document's tree as Typst gets it: plain data, with its pictures among the files."""

from collections.abc import Iterator
from typing import Any

from copkit.render.heights import is_tall, tall_in
from copkit.render.lettering import Setting
from copkit.render.nodes import FLOW, TEXT, Node
from copkit.render.pictures import Picture, as_drawing, picture
from copkit.render.widths import ACROSS, fractions

#: Classes of blocks that are kept on one page.
KEPT = frozenset({"voice", "avoid-break", "contents"})
PASSED_ON = ("href", "colspan", "rowspan", "start", "data-lines")


class Tree:
    """A document's tree as it goes to Typst, with its pictures among the files, and a mark at each block's end."""

    def __init__(self, files: dict[str, bytes], how: Setting, across: float = ACROSS) -> None:
        self.files, self.how, self.across = files, how, across
        self.ends: list[Node] = []
        self.tall: set[int] = set()
        self.listed: set[int] = set()

    def plain(self, node: Node) -> dict[str, Any]:
        """An element as JSON: its tag, its classes, its children, and what its tag needs besides."""
        plain: dict[str, Any] = {"tag": node.tag, "class": node.classes}
        if points := node.points:
            plain["size"] = points
        if node.tag in ("img", "svg"):
            image = picture(node)
            size = {name: node.attributes[name] for name in ("width", "height") if name in node.attributes}
            return plain | size | {"src": self.keep(image), "alt": image.words}
        if "screen-only" in node.classes:
            return plain | {"children": ()}
        if node.tag == "table":
            plain["widths"] = fractions(node, room=self.across)
            self.tall |= tall_in(node)
        if "cards" in node.classes:
            self.tall |= {id(card) for card in node.nodes if any(is_tall(one, ACROSS / 2) for one in node.nodes)}
        if "contents" in node.classes:  # the stylesheet writes it anew, with pages
            self.listed = {id(one) for part in node.all("ul", "ol") for one in part.walk()}
        plain |= {name: node.attributes[name] for name in PASSED_ON if name in node.attributes}
        plain["tall"] = self.is_tall(node)
        children = [self.child(child) for child in node.children]
        return plain | {"children": [*children, *self.end(node)]}

    def child(self, child: Node | str) -> dict[str, Any] | str:
        return self.how.say(child) if isinstance(child, str) else self.plain(child)

    def is_tall(self, node: Node) -> bool:
        """Whether a block that would be kept on one page must be free to break."""
        if id(node) in self.tall:
            return True
        if node.tag == "table":
            return False
        return (node.tag == "footer" or not KEPT.isdisjoint(node.classes)) and is_tall(node)

    def end(self, node: Node) -> Iterator[dict[str, Any]]:
        """The mark at the end of a run of text, by which Typst says whether all of it came onto the paper."""
        if id(node) not in self.listed and node.tag in TEXT | FLOW and not node.blocks and node.text().strip():
            yield {"tag": "end", "class": (), "number": len(self.ends), "children": ()}
            self.ends.append(node)

    def keep(self, image: Picture) -> str:
        """Put a picture among the files that Typst may read; its name there."""
        name = f"picture-{len(self.files)}.svg"
        self.files[name] = self.how.draw(as_drawing(image).decode()).encode()
        return name
