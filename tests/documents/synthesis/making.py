"""A year of the demonstration, or of a small workspace, as an audience reads it."""

from datetime import date
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any

from copkit.dates import Year, year_from_label
from copkit.documents.annual import Annual
from copkit.documents.source import Audience
from copkit.documents.synthesis import build
from copkit.documents.synthesis.evidence_page import build as build_evidence
from copkit.documents.synthesis.one_page import build as build_page
from copkit.metrics import Period
from copkit.render import FORMATS, html
from copkit.workspace import CommunityFiles, Folder, Shared, load_community, load_shared
from tests.shell import ROOT

TODAY = date(2026, 11, 27)
BUILT: dict[str, Any] = {"synthesis": build, "synthesis_page": build_page, "evidence": build_evidence}


@cache
def demonstration_files(community: str) -> tuple[Shared, CommunityFiles]:
    """The demonstration's registers and one community, read once."""
    tree = Folder(ROOT)
    return load_shared(tree), load_community(tree, community)


def year(label: str = "2026-27") -> Year:
    """A year from April."""
    found = year_from_label(label, "april").value
    assert found is not None
    return found


def annual(community: str, audience: Audience = "members", label: str = "2026-27", today: date = TODAY) -> Annual:
    """A year of the demonstration."""
    shared, files = demonstration_files(community)
    span = year(label)
    return Annual(shared, files, span, Period(span.start, span.end), audience, today)


def small(
    root: Path, files: dict[str, str], audience: Audience = "members", label: str = "2026-27", today: date = TODAY
) -> Annual:
    """A year of a community called `one`, from files by their paths under `communities/`."""
    for name, text in {
        "programme/programme.yaml": "programme: P\n",
        "one/community.yaml": "id: one\n",
        **files,
    }.items():
        path = root / "communities" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    tree, span = Folder(root), year(label)
    return Annual(
        load_shared(tree), load_community(tree, "one"), span, Period(span.start, span.end), audience, today
    )


def page(of: Annual, *, one_page: bool = False) -> str:
    """The evidence's HTML, or the board page's."""
    return html("synthesis_page", build_page(of)) if one_page else html("evidence", build_evidence(of))


def report(of: Annual) -> str:
    """The report's HTML."""
    return html("synthesis", build(of))


def in_format(of: Annual, form: str, which: str = "synthesis") -> bytes:
    """The report in a format, or its evidence, or the board page."""
    view: Any = BUILT[which](of)
    return FORMATS[form](html(which, view), view.meta, None)


def said(of: Annual, *, one_page: bool = False) -> str:
    """The report and its evidence as Markdown, or the board page, for looking things up in it."""
    documents = ("synthesis_page",) if one_page else ("synthesis", "evidence") if of.facts.held else ("evidence",)
    return "\n".join(in_format(of, "md", one).decode() for one in documents)
