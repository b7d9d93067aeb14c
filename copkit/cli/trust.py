"""`copkit trust`: say that what a workspace from elsewhere brings may be used, as it is now."""

import os
from pathlib import Path
from typing import Annotated

import typer

from copkit.cli.common import DryRun, Root, workspace
from copkit.cli.exits import OK
from copkit.cli.show import say, tell
from copkit.looking import is_folder
from copkit.workspace import Folder, find_root, load_shared
from copkit.world.keeping import is_share
from copkit.world.trust import FOLDER, Trust, distrusted, note_trust, seen, trust_in

Withdraw = Annotated[bool, typer.Option("--withdraw", help="Take back what was said: nothing of it is used.")]


def trust(withdraw: Withdraw = False, root: Root = None, dry_run: DryRun = False) -> int:
    """Let copkit use the templates of this workspace, as they are now.

    Templates, Typst, fonts and reference.docx are programs, or lead to some. Those of a workspace that you did not
    make here with “copkit init” are left out until you say this; read them first. A file that changes later is
    asked anew. A private_dir: that another machine has is used only after this, too. With --dry-run it lists
    what it is about, and nothing is trusted.

    Example: copkit trust
    """
    here = (root or Path.cwd()).absolute()
    found_at = here if is_folder(here / FOLDER) else find_root(here) or workspace(root).root
    place = Path(os.path.realpath(found_at))
    if withdraw:
        _note(place, Trust(), dry_run=dry_run)
        say(f"Nothing of this workspace {'would be' if dry_run else 'is'} trusted.")
        return OK
    found, new = (seen(place), distrusted(place)) if is_folder(place / FOLDER) else ({}, [])
    named = load_shared(Folder(place), {"programme"}).programme.private_dir
    shared = named if is_share(named) else ""
    for path in new:
        say(f"{FOLDER}/{path}")
    if shared:
        say(f"private_dir: {shared}")
    _note(place, Trust(trust_in(place).own, found, shared), dry_run=dry_run)
    if not new and not shared:
        tell("There is nothing to trust here that copkit does not use already.")
    else:
        tell(f"copkit {'would use' if dry_run else 'uses'} this from now on, until it changes.")
    return OK


def _note(place: Path, trust: Trust, *, dry_run: bool) -> None:
    if not dry_run:
        note_trust(place, trust)
