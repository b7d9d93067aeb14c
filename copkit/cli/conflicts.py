"""A conflict between two people's changes, in their words: which file, whose lines, what to do."""

import re
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from copkit.cli.show import say, tell
from copkit.dates import say_date
from copkit.editing.merging import Unread, merge_notes, plain
from copkit.models.kinds import KINDS, kind_of
from copkit.patterns import when_used
from copkit.suggest import argument
from copkit.world.git.merging import versions
from copkit.world.git.repository import Repository

_START, _MIDDLE, _END, _BASE = "<<<<<<<", "=======", ">>>>>>>", "|||||||"
_ANY = when_used(rb"^[ \t]*(?:<{7}|>{7})(?=[ \t\r\n]|$)", re.MULTILINE)


_NOTHING_LOST = " Nothing is lost: both versions are in the file."


class Clash(NamedTuple):
    """A place that both changed: the line of the file, what is yours and what is theirs."""

    line: int
    yours: tuple[str, ...]
    theirs: tuple[str, ...]


def clashes(text: str) -> list[Clash]:
    """The places of a file that are marked as changed by both."""
    found: list[Clash] = []
    start, side = 0, ""
    kept: dict[str, list[str]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        sign = line.rstrip("\r")[:7]
        if sign == _START:
            start, side, kept = number, "yours", {"yours": [], "base": [], "theirs": []}
        elif side and sign == _BASE:
            side = "base"
        elif side and sign == _MIDDLE and line.rstrip("\r") == _MIDDLE:
            side = "theirs"
        elif side and sign == _END:
            found.append(Clash(start, tuple(kept["yours"]), tuple(kept["theirs"])))
            side = ""
        elif side:
            kept[side].append(line.rstrip("\r"))
    return found


def unsettled(repo: Repository, paths: tuple[str, ...]) -> list[str]:
    """The files that still hold the marks of two versions."""
    return [path for path in paths if _ANY.search(_bytes(repo, path))]


def _bytes(repo: Repository, path: str) -> bytes:
    try:
        return (repo.on_disk(path)).read_bytes()
    except OSError:
        return b""


def explain(repo: Repository, paths: tuple[str, ...]) -> None:
    """Say of each file who changed what, show both sides in full, and what to do."""
    count = "One file was" if len(paths) == 1 else f"{len(paths)} files were"
    whole = all(_holds_both(repo, path) for path in paths)
    tell(f"{count} changed by two people at once.{_NOTHING_LOST if whole else ''}", "bold")
    for path in paths:
        say()
        say(path, "bold")
        say(f"  {_called(path)}")
        _explain_file(repo, path)
    say()
    say("What to do:", "bold")
    tell("  1. Open each file. Keep what is right of both versions; often that is all of it, theirs above yours.")
    say(f"  2. Delete the lines that start with {_START}, {_MIDDLE} and {_END}, and save.")
    say("  3. Run “copkit sync” again.")
    say("To go back to how it was before: “git merge --abort”. Your own commits stay.")


def _explain_file(repo: Repository, path: str) -> None:
    you, they = repo.author("HEAD", path), repo.author("MERGE_HEAD", path)
    found = clashes(plain(_bytes(repo, path)))
    for clash in found:
        _side(f"Line {clash.line}, yours ({you})", clash.yours)
        _side(f"and theirs ({they})", clash.theirs)
    if found:
        return
    seen = versions(repo, path)
    if seen.yours is None or seen.theirs is None:
        who = f"You removed it; {they} changed it." if seen.yours is None else f"{they} removed it; you changed it."
        say(f"  {who} The file is kept as it was changed. To remove it, delete it before step 3.")
    elif _holds_both(repo, path):
        say("  Both versions were changed and no marks are left: step 3 takes the file as it is now.")
    else:
        tell(f"  The file is as you ({you}) have it; what {they} changed is not in it. To take theirs instead:")
        say(f"    git checkout --theirs -- {argument(path, 'FILE')}")


def _holds_both(repo: Repository, path: str) -> bool:
    """Whether each line of both versions is in the file, but for what one took out and the other left alone."""
    seen = versions(repo, path)
    if seen.yours is None or seen.theirs is None:
        return True
    if kind_of(path) == KINDS["notes"]:
        with suppress(Unread):
            if merge_notes(seen.base, seen.yours, seen.theirs, path).data == _bytes(repo, path):
                return True
    base, yours, theirs = (_lines(data or b"") for data in seen)
    there = _lines(_bytes(repo, path))
    return yours - (base - theirs) <= there and theirs - (base - yours) <= there


def _lines(data: bytes) -> set[str]:
    return {line.strip() for line in plain(data).split("\n")}


def _side(title: str, lines: tuple[str, ...]) -> None:
    say(f"  {title}:")
    for line in lines:
        say(f"    {line}")
    if not any(line.strip() for line in lines):
        say("    (nothing)")


def _called(path: str) -> str:
    """What a file holds: `session notes of 9 June 2026`."""
    kind = kind_of(path)
    if kind is None:
        return "not a file of copkit's"
    name = path.rpartition("/")[2]
    if kind in (KINDS["plan"], KINDS["notes"]):
        try:
            return f"{kind.title.lower()} of {say_date(date.fromisoformat(name[:10]))}"
        except ValueError:
            return kind.title.lower()
    return kind.title.lower()
