"""The engine, once through: plant, run, and keep what was written, which fields were read, and which pages made."""

from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from copkit import render
from copkit.models.decode import Decoded
from copkit.models.kinds import Kind
from copkit.workspace import places
from copkit.yamlfile import Document
from tests.markers.planting import Planted, plant
from tests.markers.reporting import Report, report
from tests.markers.running import Output, run_all
from tests.markers.tracing import traced


class Engine(NamedTuple):
    """What was planted, what came out, the pages that were made, and the report on it."""

    planted: Planted
    outputs: list[Output]
    pages: frozenset[str]
    report: Report


def once(folder: Path, *, slow: bool = False) -> Engine:
    """Run everything in its quick formats, or in its slow ones."""
    (root := folder / "workspace").mkdir()
    planted, pages, html = plant(root), set(), render.html

    def noting(template: str, *args: Any, **options: Any) -> Any:
        pages.add(template.removesuffix(".html.j2"))
        return html(template, *args, **options)

    with pytest.MonkeyPatch.context() as patch, traced() as read:
        patch.setattr(render, "html", noting)
        patch.setattr("os.fsync", lambda _: None)  # no power is cut here
        _read_once(patch)
        outputs = list(run_all(planted.root, folder / "out", slow=slow))
    return Engine(planted, outputs, frozenset(pages), report(planted, outputs, read))


def _read_once(patch: pytest.MonkeyPatch) -> None:
    """Let the same bytes be read and decoded once in all runs, where half of the time goes: records are frozen."""
    decode, read, found = places.decode, cache(places._read), dict[tuple[int, str], Decoded]()

    def decoded(document: Document, kind: Kind) -> Decoded:
        at = id(document), kind.name  # whose documents are kept above
        if at not in found:
            found[at] = decode(document, kind)
        return found[at]

    patch.setattr(places, "_read", read)
    patch.setattr(places, "decode", decoded)
