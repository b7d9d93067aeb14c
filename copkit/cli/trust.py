"""`copkit trust`: say that what a workspace from elsewhere brings may be used, as it is now."""

import os
from pathlib import Path
from typing import Annotated

import typer

from copkit.cli.common import Root, workspace
from copkit.cli.exits import OK
from copkit.cli.show import say, tell
from copkit.workspace import Folder, find_root, load_shared
from copkit.world.keeping import is_share
from copkit.world.trust import FOLDER, Trust, distrusted, note_trust, seen, trust_in

Show = Annotated[bool, typer.Option("--show", help="List what it is about, and change nothing.")]
Withdraw = Annotated[bool, typer.Option("--withdraw", help="Take back what was said: nothing of it is used.")]


def trust(show: Show = False, withdraw: Withdraw = False, root: Root = None) -> int:
    """Let copkit use the templates of this workspace, as they are now.

    Templates, Typst, fonts and reference.docx are programs, or lead to some. Those of a workspace that you did not
    make here with “copkit init” are left out until you say this; read them first. A file that changes later is
    asked anew. A private_dir: that another machine has is used only after this, too.

    Example: copkit trust
    """
    here = (root or Path.cwd()).absolute()
    found_at = here if (here / FOLDER).is_dir() else find_root(here) or workspace(root).root
    place = Path(os.path.realpath(found_at))
    if withdraw:
        note_trust(place, Trust())
        say("Nothing of this workspace is trusted.")
        return OK
    found, new = (seen(place), distrusted(place)) if (place / FOLDER).is_dir() else ({}, [])
    named = load_shared(Folder(place), {"programme"}).programme.private_dir
    shared = named if is_share(named) else ""
    for path in new:
        say(f"{FOLDER}/{path}")
    if shared:
        say(f"private_dir: {shared}")
    if not show:
        note_trust(place, Trust(trust_in(place).own, found, shared))
    if not new and not shared:
        tell("There is nothing to trust here that copkit does not use already.")
    elif not show:
        tell("copkit uses this from now on, until it changes.")
    return OK
