"""What a page says: its blocks of text, the figures that lead to the annex, and the rows in which they stand."""

from html.parser import HTMLParser
from typing import NamedTuple

BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "h4", "figcaption", "dd", "dt", "title", "td", "th"})
UNSEEN = frozenset({"svg", "style", "script"})


class Block(NamedTuple):
    """A piece of text: its element (`alt` is of a chart, in words), its id, its row's heading, and its figures.

    A figure stands in the text as ¤.
    """

    tag: str
    id: str
    row: str
    text: str
    figures: tuple[tuple[str, str], ...] = ()

    @property
    def whole(self) -> str:
        """The text with the words of its figures."""
        return " ".join((self.text, *(words for _, words in self.figures)))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.open: list[Block] = []
        self.row, self.unseen, self.figure, self.marks = "", 0, "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "aria-label" in given:
            self.blocks.append(Block("alt", "", self.row, given["aria-label"]))
        self.unseen += tag in UNSEEN
        if tag == "tr":
            self.row = ""
        if tag in BLOCKS:
            self.open.append(Block(tag, given.get("id", ""), self.row, ""))
        if tag == "div":
            self.marks = "values" in given.get("class", "")
        if tag == "br":
            self.handle_data(" | ")
        if tag == "a" and given.get("class") == "figure":
            self.figure = given["href"].removeprefix("#")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN
        if tag == "a":
            self.figure = ""
        self.marks &= tag != "div"
        if tag in BLOCKS and self.open:
            done = self.open.pop()
            kind = "alt" if self.marks else done.tag
            self.blocks.append(done._replace(tag=kind, text=" ".join(done.text.split())))
            self.row = done.text if tag in ("th", "td") and not self.row else self.row

    def handle_data(self, data: str) -> None:
        if self.unseen or not self.open:
            return
        one = self.open[-1]
        if self.figure:
            one = one._replace(figures=(*one.figures, (self.figure, data)))
        self.open[-1] = one._replace(text=one.text + ("¤" if self.figure else data))


def blocks(html: str) -> list[Block]:
    """Every block of a page, in order."""
    reader = _Reader()
    reader.feed(html)
    return reader.blocks
