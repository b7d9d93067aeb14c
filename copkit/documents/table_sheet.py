"""The table sheet: what a table brings out of its talk, in boxes that become lines of the notes."""

from dataclasses import dataclass
from typing import NamedTuple

from copkit.documents.registry import Document
from copkit.documents.sitting import Sitting, meta, sitting
from copkit.documents.source import Source
from copkit.render.meta import Meta


class Box(NamedTuple):
    """A space to write in: its heading, what goes there, and its height in lines of handwriting."""

    heading: str
    hint: str
    lines: int


BOXES = (
    Box("What works", "A success that others could use", 3),
    Box("What is hard", "A challenge, and whether we can meet it ourselves", 3),
    Box("What we could do together", "An idea that more than one organisation can try", 3),
    Box("Asks and offers", "Who, and what: help wanted, help given", 3),
    Box("Who should talk to whom", "Two names, and about what", 2),
)


@dataclass(frozen=True, kw_only=True)
class TableSheet:
    """A sheet for one table. It is empty, so anybody may see it."""

    meta: Meta
    sitting: Sitting
    boxes: tuple[Box, ...]


def build(source: Source) -> TableSheet:
    """The table sheet of a session."""
    return TableSheet(meta=meta(source, "Table sheet"), sitting=sitting(source), boxes=BOXES)


DOCUMENT = Document("table-sheet", "Table sheet", ("members", "public", "team"), "table_sheet", build)
