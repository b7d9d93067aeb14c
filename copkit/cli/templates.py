"""`copkit templates`: list the templates, or copy one (or one block of it) to change it."""

from pathlib import Path
from typing import Annotated

import typer

from copkit.cli.common import AsJson, DryRun, Root, workspace
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.reading import there_are
from copkit.cli.say_json import say_json
from copkit.cli.show import note, say, tell
from copkit.cli.write import say_written, write

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="List the templates, or copy one to change it.\n\nExample: copkit templates copy agenda",
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="A template, such as agenda.")]
Block = Annotated[str, typer.Option("--block", metavar="BLOCK", help="Only this block; the rest stays built-in.")]


@app.command("list")
def list_(root: Root = None, as_json: AsJson = False) -> int:
    """Show each template, whose it is, and its blocks.

    Example: copkit templates list
    """
    from copkit.documents.templates import own_folder, templates

    tree = workspace(root)
    found = templates(own_folder(Path(tree.real)))
    if as_json:
        rows = [{"name": one.name, "from": _from(one.own), "blocks": list(one.blocks)} for one in found]
        say_json({"templates": rows})
        return OK
    width = max(len(one.name) for one in found)
    for one in found:
        say(f"{one.name:{width}}  {_from(one.own)}".rstrip())
        if one.blocks:
            tell(f"    {', '.join(one.blocks)}", "dim")
    return OK


@app.command()
def copy(name: Name, block: Block = "", root: Root = None, dry_run: DryRun = False) -> int:
    """Copy a built-in template to make it yours: whole, or one block.

    It goes into templates/ of your workspace. A template of yours stands in for the built-in one of the same name.
    With --block the small file that is written extends the built-in one, so that the rest follows when copkit is
    updated.

    Example: copkit templates copy agenda --block running_order
    """
    from copkit.documents.templates import file_name, only_block, own_folder, templates, whole
    from copkit.editing.store import Change

    tree = workspace(root)
    folder = own_folder(Path(tree.real))
    if folder is None:
        raise Stop("this workspace holds the built-in templates themselves", REFUSED, "Edit them in place.")
    data = whole(name)
    if data is None:
        from copkit.suggest import did_you_mean

        names = [one.name for one in templates(None)]
        raise Stop(f"there is no template “{name}”", hint=did_you_mean(name, names) or there_are(names))
    if block:
        part = only_block(name, block)
        if part is None:
            blocks = next(one.blocks for one in templates(None) if file_name(one.name) == file_name(name))
            raise Stop(f"{name} has no block “{block}”", hint=there_are(blocks))
        data = part.encode()
    written = write(tree, [Change(folder / file_name(name), data, None)], dry_run=dry_run)
    say_written(written)
    if not written and not dry_run:
        note(f"templates/{file_name(name)} is there already and stays as it is")
    return OK


def _from(own: bool) -> str:
    return "yours" if own else "built-in"
