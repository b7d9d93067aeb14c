"""A document as PDF/UA-1 by Typst: the tree goes over as JSON, so no text in it can act as source."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from copkit.render.lettering import Setting, setting
from copkit.render.meta import Meta
from copkit.render.nodes import Node
from copkit.render.pictures import Picture, as_drawing, picture
from copkit.render.places import find
from copkit.render.problems import TemplateProblem
from copkit.render.typesetting import typeset
from copkit.render.widths import fractions

STYLESHEET = "document.typ"
PASSED_ON = ("href", "colspan", "rowspan", "start", "data-lines")



def pdf(body: Node, meta: Meta, *, shadow: Path | None = None) -> bytes:
    """The document as tagged PDF, the same bytes for the same input.

    `shadow` may hold its own `document.typ`, and further fonts in `fonts/`; for letters that none has stand marks.
    Raises TemplateProblem for a fault in the stylesheet.
    """
    from typst import TypstError

    how = setting(body, meta, shadow / "fonts" if shadow else None)
    files: dict[str, bytes] = {"main.typ": find(STYLESHEET, shadow).read_bytes()}
    given = {"meta": _meta(meta, how.say), "body": _plain(body, files, how)}
    try:
        return typeset(
            files,
            how.folders,
            sys_inputs={"document": json.dumps(given, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=datetime(meta.date.year, meta.date.month, meta.date.day, tzinfo=UTC),
        )
    except TypstError as fault:
        raise TemplateProblem(STYLESHEET, 0, fault.message) from fault


def _meta(meta: Meta, say: Callable[[str], str]) -> dict[str, Any]:
    language, _, region = meta.language.partition("-")
    return {
        "title": say(meta.title),
        "community": say(meta.community),
        "author": say(meta.author),
        "footer": say(meta.footer_line),
        "language": language,
        "region": region.lower(),
        "date": [meta.date.year, meta.date.month, meta.date.day],
    }


def _plain(node: Node, files: dict[str, bytes], how: Setting) -> dict[str, Any]:
    """An element as JSON: its tag, its classes, its children, and what its tag needs besides."""
    plain: dict[str, Any] = {"tag": node.tag, "class": node.classes}
    if node.tag in ("img", "svg"):
        image = picture(node)
        size = {name: node.attributes[name] for name in ("width", "height") if name in node.attributes}
        return plain | size | {"src": _keep(image, files, how), "alt": image.words}
    if node.tag == "table":
        plain["widths"] = fractions(node)
    for name in PASSED_ON:
        if name in node.attributes:
            plain[name] = node.attributes[name]
    plain["children"] = [_child(child, files, how) for child in node.children]
    return plain


def _child(child: Node | str, files: dict[str, bytes], how: Setting) -> dict[str, Any] | str:
    return how.say(child) if isinstance(child, str) else _plain(child, files, how)


def _keep(image: Picture, files: dict[str, bytes], how: Setting) -> str:
    """Put a picture among the files that Typst may read; its name there."""
    name = f"picture-{len(files)}.svg"
    files[name] = how.draw(as_drawing(image).decode()).encode()
    return name
