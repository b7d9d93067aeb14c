"""A document as Markdown (CommonMark with tables), for wikis, chat and e-mail."""

import re

from copkit import lexicon
from copkit.patterns import when_used
from copkit.render.conserving import require_all
from copkit.render.lines import drawing_of, headed_rows, kept, one_line
from copkit.render.nodes import BOXES, HEADINGS, Node

SPECIAL = when_used(r"([\\`*_\[\]<>|~])")
#: What would begin a heading, list, quotation or rule at the start of a line.
AT_START = when_used(r"^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$|-)|=+\s*$|\d{1,9}(?=[.)](?:\s|$)))", re.MULTILINE)
#: Keeps two lists from running into one.
APART = "<!-- -->"
ENTITY = when_used(r"&(?=#?\w+;)")


def markdown(body: Node) -> str:
    """The document as Markdown; everything that people typed is escaped, so it shows as typed."""
    blocks: list[str] = []
    for block in _blocks(body):
        if blocks and block[:2] == blocks[-1][:2] == "- ":
            blocks.append(APART)
        blocks.append(block)
    made = "\n\n".join(blocks) + "\n"
    require_all(body, made, "md")
    return made


def _blocks(node: Node) -> list[str]:
    if not node.blocks:
        return [text] if (text := _at_start(_inline(node))) else []
    return [block for child in kept(node) for block in _block(child)]


def _block(node: Node) -> list[str]:
    if node.tag in HEADINGS:
        return [f"{'#' * int(node.tag[1])} {one_line(node, _inline)}"]
    if node.tag in ("ul", "ol"):
        return [_items(node)]
    if node.tag == "dl":
        return [_definitions(node)]
    if node.tag == "table":
        return _table(node)
    if drawing := drawing_of(node):
        return [lexicon.text("common.figure", words=_escape(drawing.attributes["aria-label"]))]
    if node.tag in ("img", "svg"):
        words = node.attributes.get("alt") or node.attributes.get("aria-label", "")
        return [f"\\[{lexicon.text('common.picture', words=_escape(words))}\\]"]
    if "write" in node.classes:
        return [r"\_" * 40]
    if node.tag == "footer":
        return ["---", *_blocks(node)]
    if BOXES & {*node.classes}:
        return ["\n".join(f"> {line}".rstrip() for line in "\n\n".join(_blocks(node)).split("\n"))]
    return _blocks(node)


def _items(node: Node) -> str:
    start = int(node.attributes.get("start", "1"))
    tick = "[ ] " if "checklist" in node.classes else ""
    lines = []
    for number, item in enumerate(node.nodes, start):
        mark = f"{number}. " if node.tag == "ol" else f"- {tick}"
        blocks = _blocks(item)
        tight = all(child.tag in ("p", "ul", "ol") for child in item.nodes) if item.blocks else True
        body = ("\n" if tight else "\n\n").join(blocks)
        lines.append(mark + body.replace("\n", "\n" + " " * (len(mark) - len(tick))))
    return "\n".join(lines)


def _definitions(node: Node) -> str:
    lines = []
    for part in node.nodes:
        text = one_line(part, _inline)
        if part.tag == "dt":
            lines.append(f"- **{text}:**")
        elif lines:
            lines[-1] += f" {text}"
    return "\n".join(lines)


def _table(node: Node) -> list[str]:
    heading, body = headed_rows(node, _inline)
    captions = [f"**{one_line(part, _inline)}**" for part in node.nodes if part.tag == "caption"]
    lines = [_row(heading), _row(["---"] * len(heading)), *map(_row, body)]
    return [*captions, "\n".join(lines)]


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _inline(part: Node | str) -> str:
    if isinstance(part, str):
        return _escape(part)
    if part.tag == "br":
        return "  \n"
    text = "".join(_inline(child) for child in part.children)
    if part.tag in ("strong", "em") and text.strip():
        mark = "**" if part.tag == "strong" else "*"
        core = text.strip()
        return text.replace(core, f"{mark}{core}{mark}", 1)
    if part.tag == "a":
        address = part.attributes["href"]
        if address.startswith("#"):
            return text
        return f"<{address}>" if address == part.text() else f"[{text}](<{address}>)"
    return text


def _escape(text: str) -> str:
    return ENTITY.sub(r"\\&", SPECIAL.sub(r"\\\1", text))


def _at_start(text: str) -> str:
    return AT_START.sub(_apart, text)


def _apart(match: re.Match[str]) -> str:
    space, mark = match.groups()
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"
