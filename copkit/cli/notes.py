"""`copkit notes`: the curator's five minutes: make the file, see what was understood, tidy it, commit it."""

import typer

from copkit.cli.common import AsJson, CommunityName, Root, SessionName, Today
from copkit.cli.exits import OK
from copkit.cli.notes_session import choose

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def notes() -> None:
    """Take a session's notes: make the file, see what was understood, tidy it, commit it.

    Example: copkit notes show systems-leadership 2026-06-09
    """


@app.command()
def show(
    community: CommunityName = "",
    session: SessionName = "last",
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """Show each line as typed, what it was understood to mean, and what is in doubt.

    Works on notes that are not finished or not YAML: nothing that was typed is left out.

    Example: copkit notes show systems-leadership 2026-06-09
    """
    from copkit.cli.notes_show import print_data, print_understood, understand

    understood = understand(choose(community, session, root, today))
    if as_json:
        print_data(understood)
    else:
        print_understood(understood)
    return OK
