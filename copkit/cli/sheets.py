"""`copkit sheets`: what lies on the tables of a session: sign-in, table, story and feedback sheets."""

from typing import Annotated

import typer

from copkit.cli.common import CommunityName, Out, Overwrite, Root, SessionName, Today
from copkit.cli.delivering import Where
from copkit.cli.exits import Stop
from copkit.cli.printing import Formats, Wanted, find_sources, print_these
from copkit.documents import document

SheetName = Annotated[
    str,
    typer.Argument(metavar="[SHEET]", help="sign-in, table, story or feedback, all four when left out; follow-up."),
]
ON_THE_DAY = {"sign-in": "sign_in", "table": "table_sheet", "story": "story_sheet", "feedback": "feedback_sheet"}
SHEETS = ON_THE_DAY | {"follow-up": "follow_up_sheet"}


def sheets(
    community: CommunityName = "",
    session: SessionName = "next",
    sheet: SheetName = "",
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
) -> int:
    """Print the sheets for a session: sign-in, table, story and feedback, a page each.

    They are empty and ask for nothing sensitive. A sheet may be named alone: follow-up is for three months later,
    and asks what people used.

    Example: copkit sheets systems-leadership 2026-06-09 table --format pdf
    """
    where = Where(out, overwrite)
    community, session, sheet = _arguments(community, session, sheet)
    tree, sources = find_sources(Wanted(community, session, "", (), where, root, today))
    names = [SHEETS[sheet]] if sheet else list(ON_THE_DAY.values())
    chosen = [(document(name), source) for source in sources for name in names]
    return print_these(tree, chosen, format_ or (), where)


def _arguments(community: str, session: str, sheet: str) -> tuple[str, str, str]:
    """Whatever of the three was typed: `copkit sheets table`, `copkit sheets 2026-06-09 table`."""
    if sheet and sheet not in SHEETS:
        raise Stop(f"there is no sheet “{sheet}”", hint=f"There are {', '.join(SHEETS)}.")
    if community in SHEETS and not sheet:
        return "", session, community
    if session in SHEETS and not sheet:
        alone = community in ("next", "last") or community[:1].isdigit()
        return ("", community, session) if alone else (community, "next", session)
    return community, session, sheet
