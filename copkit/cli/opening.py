"""The door by which whatever is printed comes to its files: the workspace for one audience, on one day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from copkit.audience import door
from copkit.cli.common import the_day, workspace
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.marking import marks_of
from copkit.cli.require_readable import names_known, say_unread
from copkit.documents.source import Audience
from copkit.marks import Marks
from copkit.workspace import CommunityFiles, Folder, Shared, load_shared

OPENNESS: tuple[Audience, ...] = ("public", "members", "team")
"""The audiences, from all who may read to the few."""
assert set(OPENNESS) == set(get_args(Audience))


@dataclass(frozen=True)
class Opened:
    """The workspace, for an audience, on a day. `marks` are the host's and its partners'."""

    tree: Folder
    shared: Shared
    audience: Audience
    today: date
    marks: Marks

    def community(self, name: str) -> CommunityFiles:
        """A community with all its files; what cannot be read of them is said."""
        files = door(self.shared, self.audience, self.today).load(self.tree, name)
        say_unread(files.files)
        return files


def opened(root: Path | None, today: str, audience: Audience, kinds: Collection[str] | None = None) -> Opened:
    """Open the workspace for an audience; with all kinds of file, what cannot be read of the registers is said."""
    tree = workspace(root)
    shared = load_shared(tree, kinds)
    names_known(shared, audience)
    if kinds is None:
        say_unread(shared.files)
    return Opened(tree, shared, audience, the_day(today, shared), marks_of(tree, shared))


def audience_named(typed: str, offered: Sequence[Audience], what: str = "") -> Audience:
    """The audience that was typed, or the first offered; `what` is only for few where more may not see it."""
    found = next((one for one in OPENNESS if one == (typed or offered[0])), None)
    if found is not None and found in offered:
        return found
    if what and found is not None and OPENNESS.index(found) < min(map(OPENNESS.index, offered)):
        most = " and ".join(offered)
        raise Stop(f"the {what} is for {most} only, since it holds more than others may see", REFUSED)
    raise Stop(f"there is no version for “{typed}”", hint=f"There are {', '.join(offered)}.")
