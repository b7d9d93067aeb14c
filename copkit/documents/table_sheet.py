"""The table sheet: what a table brings out of its talk, in boxes that become lines of the notes."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit import lexicon
from copkit.documents.sitting import Sitting, meta, sitting
from copkit.documents.source import Source
from copkit.render.meta import Meta

say = lexicon.Words("table_sheet")


class Box(NamedTuple):
    """A space to write in: its heading, what goes there, and its height in lines of handwriting."""

    heading: str
    hint: str
    lines: int


HEIGHTS = (3, 3, 3, 3, 2)
"""The lines of handwriting for which each box has room."""


@dataclass(frozen=True, kw_only=True)
class TableSheet:
    """A sheet for one table. It is empty, so anybody may see it."""

    meta: Meta
    sitting: Sitting
    boxes: tuple[Box, ...]


def build(source: Source) -> TableSheet:
    """The table sheet of a session."""
    return TableSheet(
        meta=meta(source, lexicon.text("titles.table-sheet")),
        sitting=sitting(source),
        boxes=tuple(Box(*one, lines) for one, lines in zip(say.pairs("boxes"), HEIGHTS, strict=True)),
    )
