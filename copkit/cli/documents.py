"""Commands before a session: agenda, plan, table plan, invitation and the speaker's brief."""

from typing import Annotated

import typer

from copkit.cli.common import CommunityName, Out, Overwrite, Root, SessionName, Today
from copkit.cli.delivering import Where
from copkit.cli.exits import OK
from copkit.cli.printing import For, Formats, Wanted, find_sources, print_documents
from copkit.cli.show import note, say

Role = Annotated[str, typer.Option("--role", metavar="ROLE", help="moderator: prompts and who comes first time.")]
Addresses = Annotated[bool, typer.Option("--addresses", help="Print the line to paste into Bcc, nothing else.")]


def agenda(
    community: CommunityName = "",
    session: SessionName = "next",
    for_: For = "",
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
) -> int:
    """Print the agenda of a session: members' version, or the public one.

    Clock times are worked out from the minutes of each item. Without a community, one for each that has such a
    session. Files go to build/ unless --out names a folder, a file or “-” for the screen.

    Example: copkit agenda systems-leadership 2026-06-09 --format pdf --format docx
    """
    return print_documents(
        "agenda", Wanted(community, session, for_, format_ or (), Where(out, overwrite), root, today)
    )


def plan(
    community: CommunityName = "",
    session: SessionName = "next",
    role: Role = "",
    for_: For = "",
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
) -> int:
    """Print the facilitator's plan, for the team only: what each item is for, the steps, who, and what if late.

    Example: copkit plan systems-leadership next --format pdf
    """
    if role and role != "moderator":
        raise typer.BadParameter(f"there is no plan for “{role}”; there is one for the moderator")
    name = role or "plan"
    wanted = Wanted(community, session, for_, format_ or (), Where(out, overwrite), root, today)
    return print_documents(name, wanted)


def tables(
    community: CommunityName = "",
    session: SessionName = "next",
    for_: For = "",
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
) -> int:
    """Print a table plan that mixes organisations and sectors and spreads newcomers.

    The number of tables is the plan's, else enough for 8 or fewer at each. The same members give the same plan.

    Example: copkit tables systems-leadership 2026-06-09 --format pdf
    """
    return print_documents(
        "tables", Wanted(community, session, for_, format_ or (), Where(out, overwrite), root, today)
    )


def invite(
    community: CommunityName = "",
    session: SessionName = "next",
    addresses: Addresses = False,
    for_: For = "",
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
) -> int:
    """Print the invitation; for a session that was moved or cancelled, the notice of the change.

    With --addresses it prints the members' addresses from the private folder on one line, to paste into Bcc.

    Example: copkit invite systems-leadership next --format txt --out -
    """
    wanted = Wanted(community, session, for_, format_ or (), Where(out, overwrite), root, today)
    return _addresses(wanted) if addresses else print_documents("invite", wanted)


def brief(
    community: CommunityName = "",
    session: SessionName = "next",
    for_: For = "",
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
) -> int:
    """Print the brief for the senior leader who speaks: how long, to whom, about what, and what follows.

    Example: copkit brief systems-leadership next --format docx
    """
    return print_documents(
        "brief", Wanted(community, session, for_, format_ or (), Where(out, overwrite), root, today)
    )


def _addresses(wanted: Wanted) -> int:
    from copkit.cli.private import contacts
    from copkit.documents.addresses import addresses

    tree, sources = find_sources(wanted)
    known = contacts(tree, sources[0].registers)
    for source in sources:
        found = addresses(source, known)
        if len(sources) > 1:
            note(f"{source.community.id}, {source.session.id}:")
        if found.line:
            say(found.line)
        for name in found.missing:
            note(f"no address: {name}")
    return OK
