"""`copkit help`: the first screen, every command, or one of them."""

from typing import Annotated

import typer

from copkit.cli.exits import OK
from copkit.cli.registry import COMMANDS, GROUPS
from copkit.cli.show import say, styled, tell_beside

Words = Annotated[
    list[str] | None, typer.Argument(metavar="[COMMAND|all]", help="A command, such as “notes commit”; or all.")
]


def help_(words: Words = None) -> int:
    """Show every command, by when it is used; or one, as --help does.

    Example: copkit help all
    """
    from copkit.cli.app import run

    if words != ["all"]:
        return run([*(words or ()), "--help"])
    room = max(map(len, COMMANDS)) + 4
    for title, names in GROUPS.items():
        say(title, "bold")
        for name in names:
            tell_beside(styled(f"  {name:<{room - 2}}"), room, COMMANDS[name].help)
    say("“copkit help COMMAND” shows one; “copkit print” lists what can be printed.")
    return OK
