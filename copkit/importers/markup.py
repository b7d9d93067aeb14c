"""The text of markup, whatever makes it: the parts of office documents, web pages, pictures that are drawn."""

import html
import re

_TAG = re.compile(r"<(/?)([\w:.-]+)([^<>]*)>|<[!?][^<>]*>")
_VALUE = re.compile(r"""=\s*"([^"]*)"|=\s*'([^']*)'""")
_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "tspan", "u", "r", "rPr",
    "t", "rPh", "phoneticPr", "bookmarkStart", "bookmarkEnd", "proofErr", "hyperlink", "ins", "del", "delText",
    "smartTag", "lastRenderedPageBreak", "noProof", "lang", "rFonts", "sz", "szCs", "color", "bCs", "iCs", "rStyle",
    "highlight", "noBreakHyphen", "softHyphen", "soft-page-break", "latin", "ea", "cs", "solidFill", "srgbClr",
    "schemeClr", "vertAlign", "commentRangeStart", "commentRangeEnd", "bookmark", "bookmark-start", "bookmark-end",
    "fldChar", "instrText", "kern", "rFont", "scheme", "family", "charset", "extLst", "ext", "moveFrom", "moveTo",
    "permStart", "permEnd", "spacing",
))  # fmt: skip
"""What stands within a line, and so may part a name; every other sign ends a line."""


def plain_text(text: str) -> str:
    """What is to be read, lines apart and runs joined; then the values of attributes, such as a writer's name."""
    values = dict.fromkeys(one or other for one, other in _VALUE.findall(text))
    return html.unescape("\n".join([_TAG.sub(_instead, text), *values]))


def _instead(match: re.Match[str]) -> str:
    name = (match[2] or "").rpartition(":")[2]
    if name in ("s", "tab"):
        return " "
    return "" if name in _INLINE else "\n"
