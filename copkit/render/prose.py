"""Light Markdown in what people type: bold, italics, lists and links. Everything else is shown as it was typed.

A text is read by markdown-it-py without HTML, written here with a handful of elements, and cleaned once more by
nh3. Then it is proved that every letter and digit of the text is still there, in order; a text that fails the proof
is shown unformatted.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from copkit.patterns import when_used

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markupsafe import Markup

TAGS = frozenset({"p", "strong", "em", "a", "br", "ul", "ol", "li", "h3", "h4"})
SCHEMES = frozenset({"https", "http", "mailto", "tel"})
OFF = (
    "table", "code", "fence", "blockquote", "hr", "reference", "html_block", "lheading",
    "linkify", "escape", "backticks", "strikethrough", "image", "autolink", "html_inline", "entity",
)  # fmt: skip
DEEPEST = 4
MOST_LISTS = 3
"""How deep lists may stand in lists: Word knows no more, and nobody can read more."""
_LINK = when_used(r"https?://[^/\\\s]|mailto:[^\s/]|tel:[+0-9]", re.IGNORECASE)
_BARE = when_used(r"https?://(?=[\w])[^\s<>\"“”|\\^`{}*]*[^\s<>\"“”|\\^`{}*.,;:!?'’()\[\]]", re.IGNORECASE)
_MARKED = when_used(r"[*_\[\n]")


def prose(text: str, level: int = 0) -> "Markup":
    """The HTML of a text. One line gives a run of text without blocks, several give blocks.

    Headings within it become headings of `level` (3 or 4) and below, or bold paragraphs where that is 0. With a
    level, a single line is a block too.
    """
    from markupsafe import Markup

    writer = _Writer(level)
    if not _MARKED.search(text) and not level:
        writer.text(text, linked=False)
        return Markup("".join(writer.html))
    reader = _reader()
    if "\n" in text or level:
        writer.blocks(reader.parse(text))
    else:
        writer.inline(reader.parseInline(text)[0].children or ())
    made = _clean("".join(writer.html))
    if (
        writer.broken
        or writer.deepest > MOST_LISTS
        or "<a>" in made
        or _letters("".join(writer.said)) != _letters(text)
    ):
        plain = Markup("<br>").join(text.splitlines())  # the join escapes each line
        return Markup("<p>{}</p>").format(plain) if level else plain
    return Markup(made)


@cache
def _reader() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    reader = MarkdownIt("js-default", {"html": False}).disable(OFF)
    reader.validateLink = lambda url: _LINK.match(url) is not None  # type: ignore[method-assign] # the way its manual names
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign] # the same
    return reader


def _clean(html: str) -> str:
    import nh3

    attributes = {"a": {"href"}, "ol": {"start"}}
    return nh3.clean(html, tags=set(TAGS), attributes=attributes, url_schemes=set(SCHEMES), link_rel=None)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _end_of_link(tokens: "Sequence[Token]", start: int) -> int:
    return next(at for at in range(start, len(tokens)) if tokens[at].type == "link_close")


class _Writer:
    """Writes tokens as HTML, and keeps what it says: the proof that nothing is lost."""

    def __init__(self, level: int) -> None:
        self.html: list[str] = []
        self.said: list[str] = []
        self.level = level
        self.before = level - 1
        self.heading = ""
        self.numbers: list[int] = []
        self.deepest = 0
        self.broken = False

    def blocks(self, tokens: "Sequence[Token]") -> None:
        alone = len(tokens) == 3 and tokens[0].type == "paragraph_open" and not self.level
        for at, token in enumerate(tokens):
            if token.type == "inline":
                self.inline(token.children or ())
            elif token.tag.startswith("h"):
                self.mark(token, empty=not tokens[at + token.nesting].content.strip())
            elif token.tag in ("ul", "ol"):
                self.list(token)
            elif not token.hidden and not alone:
                self.block(token)

    def block(self, token: "Token") -> None:
        if token.tag == "li" and token.nesting > 0 and token.info:
            self.said.append(str(self.numbers[-1]))
            self.numbers[-1] += 1
        self.html.append(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")

    def list(self, token: "Token") -> None:
        if token.nesting < 0:
            self.numbers.pop()
            self.html.append(f"</{token.tag}>")
            return
        start = int(token.attrs.get("start", 1)) or 1
        self.numbers.append(start)
        self.deepest = max(self.deepest, len(self.numbers))
        self.html.append(f'<ol start="{start}">' if start > 1 else f"<{token.tag}>")

    def mark(self, token: "Token", *, empty: bool) -> None:
        """A heading no higher than the page allows, one step below the one before it at most."""
        if empty:
            return
        if not self.level:
            self.html.append("</strong></p>" if token.nesting < 0 else "<p><strong>")
            return
        if token.nesting > 0:
            self.before = min(self.level - 1 + int(token.tag[1]), self.before + 1, DEEPEST)
            self.heading = f"h{self.before}"
        self.html.append(f"<{'/' if token.nesting < 0 else ''}{self.heading}>")

    def inline(self, tokens: "Sequence[Token]") -> None:
        links: list[tuple[str, str]] = []
        for at, token in enumerate(tokens):
            if token.type == "text":
                self.text(token.content, linked=bool(links))
            elif token.type == "softbreak":
                self.html.append(" ")
            elif token.type == "link_open":
                links.append((str(token.attrs["href"]), str(token.attrs.get("title", ""))))
                inside = "".join(part.content for part in tokens[at + 1 : _end_of_link(tokens, at)])
                self.open_link(links[-1][0], empty=not inside.strip())
            elif token.type == "link_close":
                self.close_link(*links.pop())
            else:
                self.html.append(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")

    def text(self, words: str, *, linked: bool) -> None:
        from markupsafe import escape

        self.said.append(words)
        at = 0
        for found in () if linked else _BARE.finditer(words):
            address = escape(found[0])
            self.html += [str(escape(words[at : found.start()])), f'<a href="{address}">{address}</a>']
            at = found.end()
        self.html.append(str(escape(words[at:])))

    def open_link(self, address: str, *, empty: bool) -> None:
        from markupsafe import escape

        self.broken = self.broken or not address  # `[x]()` is a link to nowhere
        self.html.append(f'<a href="{escape(address)}">{escape(address) if empty else ""}')

    def close_link(self, address: str, title: str) -> None:
        from markupsafe import escape

        self.said += [address, title]
        self.html.append(f"</a> ({escape(title)})" if title else "</a>")
