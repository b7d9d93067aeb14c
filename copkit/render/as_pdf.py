"""A document as PDF/UA-1 by Typst: the tree goes over as JSON, so no text in it can act as source."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from copkit.patterns import when_used
from copkit.render.conserving import of_block, require_all, would_lose
from copkit.render.for_typst import Tree
from copkit.render.lettering import setting
from copkit.render.meta import Meta
from copkit.render.nodes import Node
from copkit.render.paging import words_of
from copkit.render.paper import SIZES
from copkit.render.places import builtin, find
from copkit.render.problems import TemplateProblem
from copkit.render.typesetting import typeset
from copkit.render.widths import ACROSS, LARGE

STYLESHEET = "document.typ"
_LOST = when_used(r"LOST (\d+)")
#: Whether the end of each run of text stands on the paper; the first that does not.
JUDGE = b"""
#context {
  let on-paper(one) = {
    let at = one.location().position()
    at.x < page.width and at.y < page.height - 0.4cm
  }
  let seen = (false,) * int(sys.inputs.ends)
  for one in query(<end>) { if on-paper(one) { seen.at(one.value) = true } }
  for (number, there) in seen.enumerate() { if not there { panic("LOST " + str(number)) } }
}
"""


def pdf(body: Node, meta: Meta, *, shadow: Path | None = None) -> bytes:
    """The document as tagged PDF, the same bytes for the same input.

    `shadow` may hold its own `document.typ`, and further fonts in `fonts/`; for letters that none has stand marks.
    Raises TemplateProblem for a fault in the stylesheet, DocumentProblem where the paper would lose a word.
    """
    how = setting(body, meta, shadow / "fonts" if shadow else None)
    stylesheet = find(STYLESHEET, shadow)
    ours = stylesheet.is_relative_to(builtin())
    files = {"main.typ": stylesheet.read_bytes() + (JUDGE if ours else b"")}
    given = Tree(files, how, LARGE if meta.large else ACROSS)
    document = {"meta": _meta(meta, how.say), "body": given.plain(body)}
    made = _typeset(given, document, meta.date)
    if not ours:
        require_all(body, words_of(made), "pdf", how.say)
    return made


def _typeset(given: Tree, document: dict[str, Any], day: date) -> bytes:
    from typst import TypstError

    try:
        return typeset(
            given.files,
            given.how.folders,
            sys_inputs={"document": json.dumps(document, ensure_ascii=False), "ends": str(len(given.ends))},
            pdf_standards=["ua-1"],
            timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
        )
    except TypstError as fault:
        if lost := _LOST.search(fault.message):
            text = given.how.say(given.ends[int(lost[1])].text())
            raise would_lose("pdf", of_block(text.split()[-1], text)) from fault
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
        "paper": SIZES[meta.paper],
        "large": meta.large,
        "accent": meta.marks.accent,
        "head": [say(one) for one in meta.head],
    }
