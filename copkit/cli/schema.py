"""`copkit schema`: what an editor needs to complete and check the files."""

from pathlib import Path
from typing import Annotated

import typer

from copkit.cli.common import DryRun, Root, workspace
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.reading import source
from copkit.cli.show import say
from copkit.cli.write import write
from copkit.editing.refused import Refused
from copkit.editing.schemas import FOLDER, first_line, shipped
from copkit.editing.store import Change, write_out


def schema(
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FOLDER", help=f"A folder; the workspace's {FOLDER} when left out."),
    ] = None,
    root: Root = None,
    dry_run: DryRun = False,
) -> int:
    """Write the JSON Schema of every kind of file, for editors.

    A file whose first line names its schema is then completed and checked as you type, in Visual Studio Code
    (with the YAML extension) and in every editor that knows the YAML language server. No network is needed.
    What copkit makes from then on has such a line. Run it again after an update of copkit.

    Example: copkit schema

    Example: copkit schema --out schemas
    """
    made = shipped()
    if out is None:
        written = _into_workspace(root, made, dry_run=dry_run)
        folder = FOLDER
    elif dry_run:
        raise Stop("--dry-run shows changes to the workspace; --out writes elsewhere")
    else:
        written = _into_folder(out, made)
        folder = str(out)
    if not dry_run:
        _say_end(folder, written, len(made) - written)
        if out is None and written == len(made):
            _say_first_line()
    return OK


def _say_end(folder: str, written: int, same: int) -> None:
    if not written:
        say(f"The {same} schemas in {folder} are up to date; nothing was written.")
        return
    rest = f"; {same} {'was' if same == 1 else 'were'} up to date" if same else ""
    say(f"wrote {written} schema{'' if written == 1 else 's'} in {folder}{rest}")


def _say_first_line() -> None:
    """What to do for the files that are there already: only new ones come with the line."""
    say("New files begin with such a line; into those that are there, put it yourself:")
    say(f"  {first_line('community', 'communities/COMMUNITY/community.yaml')}")


def _into_workspace(root: Path | None, made: dict[str, bytes], *, dry_run: bool) -> int:
    tree = workspace(root)
    changes = []
    for name, data in made.items():
        seen = source(tree, f"{FOLDER}/{name}")
        if seen != data:
            changes.append(Change(tree.root / FOLDER / name, data, seen))
    return len(write(tree, changes, dry_run=dry_run))


def _into_folder(out: Path, made: dict[str, bytes]) -> int:
    try:
        return sum(write_out(out / name, data) for name, data in made.items())
    except Refused as refused:
        raise Stop(str(refused), REFUSED, refused.fix) from refused
    except OSError as problem:
        raise Stop(f"{out} cannot be written ({problem.strerror})", REFUSED) from problem
