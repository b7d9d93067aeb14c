"""`copkit privacy`: what is held on a person, taking a name out, and what is past its time."""

import typer

from copkit.cli.print import held
from copkit.cli.privacy_due import due
from copkit.cli.privacy_erase import erase

app = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def privacy() -> None:
    """Answer people who ask what is held on them, take names out, and see what is past its time.

    Example: copkit privacy export jo.ng
    """


app.command("export")(held)
app.command()(erase)
app.command()(due)
