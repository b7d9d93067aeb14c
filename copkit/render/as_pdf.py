"""A document as PDF/UA-1 by Typst: the tree goes over as JSON, so no text in it can act as source."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from copkit.patterns import when_used
from copkit.render.meta import Meta
from copkit.render.nodes import Node
from copkit.render.pictures import Picture, picture
from copkit.render.places import find
from copkit.render.problems import DocumentProblem, TemplateProblem
from copkit.render.typesetting import typeset
from copkit.render.widths import fractions

STYLESHEET = "document.typ"
MISSING = when_used(r'the text `"(.+?)"` could not be displayed')
PASSED_ON = ("href", "colspan", "rowspan", "start", "data-lines")


def pdf(body: Node, meta: Meta, *, shadow: Path | None = None) -> bytes:
    """The document as tagged PDF, the same bytes for the same input.

    `shadow` may hold its own `document.typ`, and further fonts in `fonts/`.
    Raises DocumentProblem for a character that no font has, TemplateProblem for a fault in the stylesheet.
    """
    from typst import TypstError

    files: dict[str, bytes] = {"main.typ": find(STYLESHEET, shadow).read_bytes()}
    given = {"meta": _meta(meta), "body": _plain(body, files)}
    try:
        return typeset(
            files,
            shadow / "fonts" if shadow else None,
            sys_inputs={"document": json.dumps(given, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=datetime(meta.date.year, meta.date.month, meta.date.day, tzinfo=UTC),
        )
    except TypstError as fault:
        raise _explain(fault.message) from fault


def _explain(message: str) -> DocumentProblem | TemplateProblem:
    if match := MISSING.search(message):
        text = match[1]
        codes = " ".join(f"U+{ord(letter):04X}" for letter in text[:4])
        return DocumentProblem(
            f"no font for the PDF has “{text}” ({codes}): "
            "put a font that has it in templates/fonts/, or make HTML or Word instead"
        )
    return TemplateProblem(STYLESHEET, 0, message)


def _meta(meta: Meta) -> dict[str, Any]:
    language, _, region = meta.language.partition("-")
    return {
        "title": meta.title,
        "community": meta.community,
        "author": meta.author,
        "footer": meta.footer_line,
        "language": language,
        "region": region.lower(),
        "date": [meta.date.year, meta.date.month, meta.date.day],
    }


def _plain(node: Node, files: dict[str, bytes]) -> dict[str, Any]:
    """An element as JSON: its tag, its classes, its children, and what its tag needs besides."""
    plain: dict[str, Any] = {"tag": node.tag, "class": node.classes}
    if node.tag in ("img", "svg"):
        image = picture(node)
        size = {name: node.attributes[name] for name in ("width", "height") if name in node.attributes}
        return plain | size | {"src": _keep(image, files), "alt": image.words}
    if node.tag == "table":
        plain["widths"] = fractions(node)
    for name in PASSED_ON:
        if name in node.attributes:
            plain[name] = node.attributes[name]
    plain["children"] = [child if isinstance(child, str) else _plain(child, files) for child in node.children]
    return plain


def _keep(image: Picture, files: dict[str, bytes]) -> str:
    """Put a picture among the files that Typst may read; its name there."""
    name = f"picture-{len(files)}.{image.ending}"
    files[name] = image.content
    return name
