"""`copkit privacy`: what is held on a person, taking a name out, what is past its time, and the notice."""

import typer

from copkit.cli.privacy_due import due
from copkit.cli.privacy_erase import erase
from copkit.cli.privacy_export import export
from copkit.cli.privacy_notice import notice

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


app.command()(export)
app.command()(erase)
app.command()(due)
app.command()(notice)
