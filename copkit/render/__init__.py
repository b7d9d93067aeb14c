"""Documents: from a view and a template to HTML, and from that HTML to PDF, Word, Markdown and plain text.

Importing this package is light; each writer loads what it needs when it is called.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from copkit.render.meta import Meta
from copkit.render.nodes import Node
from copkit.render.problems import DocumentProblem, RenderProblem, TemplateProblem
from copkit.render.templating import html

__all__ = [
    "FORMATS",
    "DocumentProblem",
    "Meta",
    "Node",
    "RenderProblem",
    "TemplateProblem",
    "docx",
    "html",
    "lacking",
    "markdown",
    "pdf",
    "text",
    "tree",
]


def tree(page: str) -> Node:
    """The body of a page as a tree that keeps the rules for documents; raises DocumentProblem with the place."""
    from copkit.render.parse import parse
    from copkit.render.rules import validate

    return validate(parse(page))


def pdf(body: Node, meta: Meta, *, shadow: Path | None = None) -> bytes:
    """The document as tagged PDF (PDF/UA-1), the same bytes for the same input."""
    from copkit.render import as_pdf

    return as_pdf.pdf(body, meta, shadow=shadow)


def lacking(page: str, meta: Meta, shadow: Path | None = None) -> str:
    """What is to be said where the page's PDF has marks for letters that no font has; nothing where it has none."""
    from copkit.render.lettering import warning

    return warning(page, meta, shadow / "fonts" if shadow else None)


def docx(body: Node, meta: Meta, *, shadow: Path | None = None) -> bytes:
    """The document for Word, in the styles of `reference.docx`, the same bytes for the same input."""
    from copkit.render import as_docx

    return as_docx.docx(body, meta, shadow=shadow)


def markdown(body: Node) -> str:
    """The document as Markdown."""
    from copkit.render import as_markdown

    return as_markdown.markdown(body)


def text(body: Node) -> str:
    """The document as plain text, at most 78 characters a line."""
    from copkit.render import as_text

    return as_text.text(body)


def _as_html(page: str, meta: Meta, shadow: Path | None = None) -> bytes:
    tree(page)
    return page.encode()


def _as_pdf(page: str, meta: Meta, shadow: Path | None = None) -> bytes:
    return pdf(tree(page), meta, shadow=shadow)


def _as_docx(page: str, meta: Meta, shadow: Path | None = None) -> bytes:
    return docx(tree(page), meta, shadow=shadow)


def _as_markdown(page: str, meta: Meta, shadow: Path | None = None) -> bytes:
    return markdown(tree(page)).encode()


def _as_text(page: str, meta: Meta, shadow: Path | None = None) -> bytes:
    return text(tree(page)).encode()


#: Each format by the ending of its files: from a page's HTML and its meta (and the user's templates) to bytes.
#: All refuse, with DocumentProblem, a page that breaks the rules for documents.
FORMATS: Mapping[str, Callable[..., bytes]] = MappingProxyType(
    {"html": _as_html, "pdf": _as_pdf, "docx": _as_docx, "md": _as_markdown, "txt": _as_text}
)
