"""The options of what is printed, each declared once: those of every document, and those that some have."""

from typing import Annotated, Any, Final

import typer

from copkit.cli.common import AsJson, Out, Overwrite, Root, Today
from copkit.cli.completing import formats

_FORMS = "html (the default), pdf, docx, md or txt; may be repeated."
Formats = Annotated[
    list[str] | None,
    typer.Option("--format", metavar="FORMAT", help=_FORMS, autocompletion=formats),
]
From = Annotated[str, typer.Option("--from", metavar="DAY", help="From this day, instead of a whole year.")]
To = Annotated[str, typer.Option("--to", metavar="DAY", help="Up to this day, instead of a whole year.")]
Overdue = Annotated[bool, typer.Option("--overdue", help="Only those past their date.")]
OwnerName = Annotated[str, typer.Option("--owner", metavar="NAME", help="Only this person's: an id or a name.")]
Addresses = Annotated[bool, typer.Option("--addresses", help="Print the line to paste into Bcc, nothing else.")]
OnePage = Annotated[bool, typer.Option("--one-page", help="The board's page: the year on one side of A4.")]
Ready = Annotated[bool, typer.Option("--ready", help="Only list what is still in somebody's head, with its file.")]
Large = Annotated[bool, typer.Option("--large", help="Large print: 18 point, one column, wide tables as lists.")]
Together = Annotated[bool, typer.Option("--commission", help="All communities of one commission together.")]
Statement = Annotated[bool, typer.Option("--statement", help="An attendance statement, however short the time.")]

OF_EVERY: Final[dict[str, tuple[Any, Any]]] = {
    "format_": (Formats, None),
    "out": (Out, None),
    "large": (Large, False),
    "overwrite": (Overwrite, False),
    "root": (Root, None),
    "today": (Today, ""),
}
"""What every document takes beside its audience: the option, and what stands for one that is left out."""
OWN: Final[dict[str, tuple[Any, Any]]] = {
    "from_": (From, ""),
    "to": (To, ""),
    "overdue": (Overdue, False),
    "owner": (OwnerName, ""),
    "addresses": (Addresses, False),
    "one_page": (OnePage, False),
    "ready": (Ready, False),
    "commission": (Together, False),
    "statement": (Statement, False),
    "as_json": (AsJson, False),
}
"""What single documents take: the catalogue says which."""


def whom(audiences: tuple[str, ...]) -> Any:
    """The option `--for` of what is for these: it stands in `Annotated[str, …]`."""
    said = " or ".join(", ".join(audiences).rsplit(", ", 1))
    return typer.Option("--for", metavar="AUDIENCE", help=f"Whom it is for: {said}.")


For = Annotated[str, whom(("members", "public", "team"))]
