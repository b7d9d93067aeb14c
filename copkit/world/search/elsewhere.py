"""Where files that copkit does not write name a person: notes of one's own, office documents, what was printed."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from copkit.editing.lock import LOCK_NAME, TEMP_START
from copkit.editing.refused import Refused
from copkit.findings import Position
from copkit.importers.inside import Inside, insides
from copkit.importers.text import decode
from copkit.looking import is_folder
from copkit.people.mentions import Mention, Seeker, in_one
from copkit.workspace import Folder
from copkit.world.apart import apart
from copkit.world.everything import is_binary
from copkit.world.search.files import Seen, every_file

MADE, PRIVATE = "build/", "private/"
_AT_ONCE, _MOST = 24, 30_000_000
"""Files, and their bytes, that one child looks through; where it fails, each gets a child of its own."""
_FOREIGN = (
    b"PK",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"SQLite format",
    rb"{\rtf",
    b"b0VIM",
)
_BY_NAME = (".html", ".htm", ".xml", ".svg", ".eml", ".ics", ".vcf")
_TABLES = (".csv", ".tsv")


class Unsearched(NamedTuple):
    """What was not searched, and why."""

    path: str
    why: str


class Elsewhere(NamedTuple):
    """What came of a search: each line that names the person, what was not searched, and how much was."""

    found: tuple[Mention, ...]
    unsearched: tuple[Unsearched, ...]
    texts: int
    documents: int


def elsewhere(tree: Folder, private: Path, seeker: Seeker, covered: Collection[str]) -> Elsewhere:
    """Search every file of a workspace and its private folder, but for those that are `covered` already."""
    found: list[Mention] = []
    unsearched: list[Unsearched] = []
    foreign: list[Seen] = []
    texts = 0
    for seen in _both(tree, private, covered):
        if seen.data is None:
            unsearched.append(Unsearched(seen.path, seen.why))
        elif is_foreign(seen.path, seen.data):
            foreign.append(seen)
        else:
            texts += not is_ours(seen.path)
            found += _in_text(seen.path, decode(seen.data), seeker)
    for seen, read in zip(foreign, read_apart(foreign), strict=True):
        found += _in_document(seen.path, read.text, seeker)
        if read.lacks:
            unsearched.append(Unsearched(seen.path, read.lacks))
    return Elsewhere(tuple(found), tuple(unsearched), texts + len(covered), len(foreign))


def is_ours(path: str) -> bool:
    """Whether a file is one of copkit's own that lies there while it writes, or after it was stopped."""
    return path.rpartition("/")[2].startswith((LOCK_NAME, TEMP_START))


def _both(tree: Folder, private: Path, covered: Collection[str]) -> Iterator[Seen]:
    """The files of a workspace, then those of its private folder, wherever that lies, as `private/`."""
    inside = private.is_relative_to(tree.real)
    yield from every_file(tree, covered, private.relative_to(tree.real).as_posix() if inside else "")
    if is_folder(private):
        of_private = {one.removeprefix(PRIVATE) for one in covered if one.startswith(PRIVATE)}
        for one in every_file(Folder(private), of_private):
            yield one._replace(path=f"{PRIVATE}{one.path}")


def is_foreign(path: str, data: bytes) -> bool:
    """Whether a file is no plain text, and is read in a child."""
    return data.startswith(_FOREIGN) or is_binary(data) or path.lower().endswith(_BY_NAME)


def read_apart(files: Sequence[Seen]) -> Iterator[Inside]:
    """The text of each file, read in children with limits; a file that ends its child is said not to be read."""
    for share in _shares(files):
        given = [(one.path, one.data) for one in share]
        try:
            yield from (Inside(*one) for one in apart(insides, given))
        except Refused as problem:
            if len(share) == 1:
                yield Inside("", problem.message)
            else:
                for one in share:
                    yield from read_apart([one])


def _shares(files: Sequence[Seen]) -> Iterator[list[Seen]]:
    share: list[Seen] = []
    size = 0
    for one in files:
        size += len(one.data or b"")
        if share and (len(share) == _AT_ONCE or size > _MOST):
            yield share
            share, size = [], len(one.data or b"")
        share.append(one)
    if share:
        yield share


def _in_text(path: str, text: str, seeker: Seeker) -> Iterator[Mention]:
    """The mentions in a text; in a table also where the cells between which a name is split give it together."""
    found = seeker.in_file(path, text)
    yield from found
    if path.lower().endswith(_TABLES) and not any(one.sure for one in found):
        joined = in_one(text) if seeker.is_in_cells(text) else ""
        yield from (one for one in seeker.in_file(path, joined) if one.sure)


def _in_document(path: str, text: str, seeker: Seeker) -> Iterator[Mention]:
    """The mentions in a document, which has no lines that can be named: each line of its text once."""
    lines: dict[str, Mention] = {}
    for one in seeker.in_file(path, text):
        known = lines.get(one.line)
        if known is None or (one.sure and not known.sure):
            lines[one.line] = one._replace(position=Position(path, 0, 0))
    yield from lines.values()
