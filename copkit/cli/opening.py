"""The door by which whatever is printed comes to its files: the workspace for one audience, on one day."""

from base64 import b64encode
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from copkit.audience import door
from copkit.cli.common import the_day, workspace
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.require_readable import names_known, say_unread
from copkit.cli.show import note
from copkit.documents.source import Audience
from copkit.workspace import CommunityFiles, Folder, Shared, load_shared

PICTURES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}
OPENNESS: tuple[Audience, ...] = ("public", "members", "team")
"""The audiences, from all who may read to the few."""
assert set(OPENNESS) == set(get_args(Audience))


@dataclass(frozen=True)
class Opened:
    """The workspace, for an audience, on a day. `logo` is a `data:` address."""

    tree: Folder
    shared: Shared
    audience: Audience
    today: date
    logo: str

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
    return Opened(tree, shared, audience, the_day(today, shared), logo_of(tree, shared))


def audience_named(typed: str, offered: Sequence[Audience], what: str = "") -> Audience:
    """The audience that was typed, or the first offered; `what` is only for few where more may not see it."""
    found = next((one for one in OPENNESS if one == (typed or offered[0])), None)
    if found is not None and found in offered:
        return found
    if what and found is not None and OPENNESS.index(found) < min(map(OPENNESS.index, offered)):
        most = " and ".join(offered)
        raise Stop(f"the {what} is for {most} only, since it holds more than others may see", REFUSED)
    raise Stop(f"there is no version for “{typed}”", hint=f"There are {', '.join(offered)}.")


def logo_of(tree: Folder, shared: Shared) -> str:
    """The host's own logo as a `data:` address; empty where there is none or it cannot be read."""
    path = shared.programme.logo
    kind = PICTURES.get(Path(path).suffix.casefold())
    if not path or kind is None:
        return ""
    data = tree.read(path.replace("\\", "/")).data
    if data is None:
        note(f"the logo {path} cannot be read; documents are made without it")
        return ""
    return f"data:{kind};base64,{b64encode(data).decode()}"
