"""Everything that git keeps, searched: files of all commits, messages, authors, tags, notes, stashes, lost work."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from copkit.world.git.objects import Blobs
from copkit.world.git.repository import Repository
from copkit.world.git.running import NoGit
from copkit.world.git.whereabouts import Commit, commits, not_here, own_records, stashes, told

LARGEST = 20_000_000
MOST_BYTES = 500_000_000
MOST_OBJECTS = 300_000
_AT_ONCE, _NAMES_AT_ONCE = 2_000_000, 500
_LISTED = "--batch-check=%(objectname) %(objecttype) %(objectsize)"


class History(NamedTuple):
    """What git keeps of a name: commits from the oldest, other places, how much was searched, and what was not."""

    commits: tuple[Commit, ...]
    others: tuple[str, ...]
    objects: int
    unsearched: tuple[tuple[str, str], ...]


class Ways(NamedTuple):
    """How to look for a name: in a text, in the name of a file, in files of other kinds, and what these lack."""

    in_text: Callable[[bytes], bool]
    in_name: Callable[[str], bool]
    foreign: Callable[[bytes], bool]
    apart: Callable[[Sequence[bytes]], Iterable[tuple[bool, str]]]


class _Object(NamedTuple):
    id: str
    kind: str
    size: int


def history(root: Path, ways: Ways) -> History | None:
    """What git keeps of a name, in this repository as a whole; None where there is none."""
    try:
        repository = Repository(root)
    except NoGit:
        return None
    every = _objects(root)
    chosen = _chosen(every)
    hits, lacking = _searched(root, chosen, ways)
    known = commits(root, hits, lacking)
    stashed = stashes(root, hits)
    loose = len([one for one in hits if one not in known.located and one not in stashed.located])
    unbranched = [f"{loose} {'piece' if loose == 1 else 'pieces'} of work that no branch holds"] if loose else []
    left = [(known.paths.get(id_, "a file") + " in git", why) for id_, why in lacking.items()]
    if more := len(every) - len(chosen):
        left.append((f"{more:,} of the {len(every):,} things in git", "they are too large, or too many"))
    others = (*stashed.names, *own_records(root, repository.folder, ways.in_text, ways.in_name), *unbranched)
    return History(known.found, others, len(chosen), (*dict.fromkeys((*left, *not_here(root, repository))),))


def _objects(root: Path) -> list[_Object]:
    """Everything that is in the repository's own store, whatever leads to it; the small ones first."""
    lines = told(root, "cat-file", "--batch-all-objects", "--unordered", _LISTED).splitlines()
    found = (line.split(" ") for line in lines)
    return sorted((_Object(id_, kind, int(size)) for id_, kind, size in found), key=lambda one: one.size)


def _chosen(every: list[_Object]) -> list[_Object]:
    """What is to be read, within limits."""
    size = 0
    for number, one in enumerate(every):
        size += one.size
        if one.size > LARGEST or size > MOST_BYTES or number == MOST_OBJECTS:
            return every[:number]
    return every


def _searched(root: Path, chosen: Sequence[_Object], ways: Ways) -> tuple[set[str], dict[str, str]]:
    """The ids of what holds the name; and of what could not be read, with why."""
    hits: set[str] = set()
    foreign: dict[str, bytes] = {}
    lacking: dict[str, str] = {}
    with Blobs(root) as blobs:
        for share in _shares(chosen):
            for one, data in zip(share, blobs.read([one.id for one in share], LARGEST), strict=True):
                if data is None:
                    lacking[one.id] = "git could not read it"
                elif one.kind == "blob" and ways.foreign(data):
                    foreign[one.id] = data
                elif _holds(one, data, ways):
                    hits.add(one.id)
    for id_, (found, lacks) in zip(foreign, ways.apart(list(foreign.values())), strict=True):
        if found:
            hits.add(id_)
        elif lacks:
            lacking[id_] = lacks
    return hits, lacking


def _holds(one: _Object, data: bytes, ways: Ways) -> bool:
    if one.kind != "tree":
        return ways.in_text(data)
    names = re.findall(rb"\d+ ([^\0]+)\0.{%d}" % (len(one.id) // 2), data, re.DOTALL)
    return any(ways.in_name(os.fsdecode(name)) for name in names)


def _shares(chosen: Sequence[_Object]) -> Iterator[list[_Object]]:
    """Objects that are asked for at once: so few, and of so few bytes, that little is in memory."""
    share: list[_Object] = []
    size = 0
    for one in chosen:
        size += one.size
        share.append(one)
        if size > _AT_ONCE or len(share) == _NAMES_AT_ONCE:
            yield share
            share, size = [], 0
    if share:
        yield share
