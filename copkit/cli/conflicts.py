"""A conflict between two people's changes, in their words: which file, whose lines, what to do."""

import re
from datetime import date
from typing import NamedTuple

from copkit.cli.show import say, tell
from copkit.dates import say_date
from copkit.models.kinds import KINDS, kind_of
from copkit.patterns import when_used
from copkit.world.git.repository import Repository
from copkit.world.git.running import read

_START, _MIDDLE, _END, _BASE = "<<<<<<<", "=======", ">>>>>>>", "|||||||"
_ANY = when_used(rb"^[ \t]*(?:<{7}|>{7})(?=[ \t\r\n]|$)", re.MULTILINE)


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
    tell(f"{count} changed by two people at once. Nothing is lost: both versions are in the file.", "bold")
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
    found = clashes(_bytes(repo, path).decode("utf-8", "replace"))
    for clash in found:
        _side(f"Line {clash.line}, yours ({you})", clash.yours)
        _side(f"and theirs ({they})", clash.theirs)
    if found:
        return
    stages = {line.split()[2] for line in read(repo.root, "ls-files", "-u", "--", path).text.split("\n") if line}
    if "2" not in stages or "3" not in stages:
        who = f"You removed it; {they} changed it." if "2" not in stages else f"{they} removed it; you changed it."
        say(f"  {who} The file is kept as it was changed. To remove it, delete it before step 3.")
    else:
        say("  Both versions were changed and no marks are left: step 3 takes the file as it is now.")


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
