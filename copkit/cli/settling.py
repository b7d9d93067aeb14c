"""What git brings together as bytes only, brought together by what it says: notes, and files in other encodings."""

from typing import NamedTuple

from copkit.cli.show import say, tell
from copkit.editing.merging import Unread, merge_notes, plain
from copkit.editing.temp import replace, write_temp
from copkit.looking import is_file
from copkit.models.kinds import KINDS, kind_of
from copkit.world.git.merging import Versions, by_lines, changed_by_both, leave_open, left_by_git, versions
from copkit.world.git.repository import Repository
from copkit.world.git.running import run
from copkit.yamlfile.decode import decode


class _Result(NamedTuple):
    """What a file is to be, whether that is all of it, and what to say."""

    data: bytes
    whole: bool
    said: tuple[str, ...]


def settle(repo: Repository) -> bool:
    """Settle what can be in the merge that is under way, and say how; whether anything was."""
    if repo.under_way != "merge":
        return False
    conflicted = repo.status().conflicted
    done = [
        _settled(repo, path, path in conflicted)
        for path in sorted({*conflicted, *changed_by_both(repo)})
        if not path.startswith(":/")
    ]
    return any(done)


def _settled(repo: Repository, path: str, conflicted: bool) -> bool:
    seen = versions(repo, path)
    result = _result(path, seen)
    there = repo.on_disk(path)
    if result is None or not is_file(there):
        return False
    if there.read_bytes() != result.data and not left_by_git(repo, path, seen):
        return False
    if not result.whole and not conflicted:
        if not _odd(seen):
            return False
        leave_open(repo, path, seen)
    replace(write_temp(there, result.data), there)
    if result.whole:
        run(repo.root, "add", "--", path)
    say(f"brought together: {path}")
    for line in (*result.said, *(() if result.whole else ("but for what is marked in it: see below",))):
        tell(f"  {line}.")
    return result.whole


def _result(path: str, seen: Versions) -> _Result | None:
    """Both versions in one; None where git's own way is as good, or one side has removed the file."""
    if seen.yours is None or seen.theirs is None:
        return None
    why = ""
    if kind_of(path) == KINDS["notes"]:
        try:
            return _Result(*merge_notes(seen.base, seen.yours, seen.theirs, path))
        except Unread as unread:
            why = str(unread)
    if not _odd(seen):
        return None
    mine, before, others = (plain(data or b"") for data in (seen.yours, seen.base, seen.theirs))
    if "\0" in mine + before + others:
        return None
    text, clean = by_lines((mine, before, others))
    told = "line by line, and saved as UTF-8, since not all of it was: look whether it is right"
    return _Result(text.encode(), clean, (f"{why}: {told}" if why else told,))


def _odd(seen: Versions) -> bool:
    """Whether git cannot compare the lines: an encoding that is not UTF-8, or other line ends."""
    return any(data and (decode(data, "").finding or b"\r" in data or data[:1] == b"\xef") for data in seen)
