"""Make changes to the workspace's files, or show exactly what would be made."""

import sys
from collections.abc import Sequence
from pathlib import Path

from copkit.cli.exits import REFUSED, Outpaced, Stop
from copkit.cli.show import say
from copkit.editing.data_format import require_known_format
from copkit.editing.refused import Outrun, Refused
from copkit.editing.store import Change, Noting, apply
from copkit.workspace import Folder


def write(
    tree: Folder, changes: Sequence[Change], *, dry_run: bool, noting: Noting | None = None
) -> list[str]:
    """Make the changes and give the paths written; with `dry_run` print the diff and write nothing.

    Unless `noting` says otherwise, they are remembered, so that “copkit undo” can take them back.
    """
    require_known_format(tree)
    try:
        if dry_run:
            from copkit.editing.diff import diff

            sys.stdout.write(diff(tree.root, changes))
            return []
        from copkit.world.undoing import files

        done = apply(tree.root, changes, noting or files(tree.root))
        return [path_in(tree, str(path)) for path in done]
    except Refused as refused:
        raise stop(tree, refused) from refused


def stop(tree: Folder, refused: Refused, path: Path | None = None) -> Stop:
    """A refusal as the end of the command, with what can be pasted by hand where there is such.

    `path` is the file meant where the refusal names none.
    """
    named = refused.path or path
    place = f"{path_in(tree, str(named))}: " if named is not None else ""
    hint = "\n".join(part for part in (refused.fix, refused.snippet) if part)
    if isinstance(refused, Outrun):
        return Outpaced(f"{place}{refused.message}", REFUSED, hint, tree.root)
    return Stop(f"{place}{refused.message}", REFUSED, hint)


def path_in(tree: Folder, path: str) -> str:
    """A path as the user knows it: within the workspace, with forward slashes."""
    path, root = path.replace("\\", "/"), tree.real.replace("\\", "/")
    return path.removeprefix(root + "/")


def say_written(paths: Sequence[str]) -> None:
    """One line a file that was written."""
    for path in paths:
        say(f"wrote {path}")
