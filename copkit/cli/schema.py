"""`copkit schema`: what an editor needs to complete and check the files."""

from pathlib import Path

from copkit.cli.common import DryRun, Out, Overwrite, Root, workspace
from copkit.cli.delivering import Made, Where, place, write_placed
from copkit.cli.exits import OK, Stop
from copkit.cli.reading import source
from copkit.cli.show import say
from copkit.cli.write import write
from copkit.editing.schemas import FOLDER, first_line, shipped
from copkit.editing.store import Change
from copkit.workspace import Folder, find_root


def schema(
    out: Out = None,
    overwrite: Overwrite = False,
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
        written = _into_folder(root, made, Where(out, overwrite))
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


def _into_folder(root: Path | None, made: dict[str, bytes], where: Where) -> int:
    """Write them elsewhere, which needs no workspace; how many of them changed."""
    found = workspace(root).root if root is not None else find_root(Path.cwd())
    tree = Folder(found) if found is not None else None
    files = [Made(Path(FOLDER), name, data, f"the schema {name}") for name, data in made.items()]
    return sum(one.changed for one in write_placed(tree, place(tree, files, where)))
