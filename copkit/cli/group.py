"""`copkit group`: the one-page report of a task-and-finish group, or of an interest group."""

from typing import Annotated

import typer

from copkit.cli.common import CommunityName, Out, Overwrite, Root, Today
from copkit.cli.delivering import Made, Where, build_folder, deliver
from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.named import Named, as_of_today, named
from copkit.cli.pages import chosen_formats, documents_of, in_formats
from copkit.cli.printing import Formats
from copkit.documents.source import Audience

GroupName = Annotated[str, typer.Argument(metavar="[GROUP]", help="Its file's name, or the start of it.")]
For = Annotated[str, typer.Option("--for", metavar="AUDIENCE", help="Whom it is for: members or public.")]
AUDIENCES: tuple[Audience, ...] = ("members", "public")


def group(
    community: CommunityName = "",
    group: GroupName = "",
    for_: For = "",
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
) -> int:
    """Print the report of a task-and-finish group on one page, finished or not.

    Its question, who and from where, what it did, found and asks, and what happens now. Without a group, one for
    each of the community. The public version names nobody and leaves out what was reported to members.

    Example: copkit group systems-leadership shared-form --format docx
    """
    from copkit.documents.group_report import group_report

    formats = chosen_formats(format_)
    found, wanted = named(
        as_of_today(for_, AUDIENCES, root, today, community),
        Named(community, group, "group"),
        lambda one: one.community.groups,
    )
    chosen = [
        (of, key) for of in found.annuals for key in sorted(of.community.groups) if not wanted or key == wanted
    ]
    if not chosen:
        raise Stop("there is no group yet", REFUSED, "“copkit new group” starts one from a line in the notes.")
    made: list[Made] = []
    for of, key in chosen:
        name, suffix = of.community.id, "" if of.audience == AUDIENCES[0] else f"-{of.audience}"
        forms = in_formats(found.tree, "group_report", group_report(of, key), formats)
        home, said = build_folder(found.tree, name), f"the report of the group {key} of {name}"
        made += documents_of(home, f"{name}-group-{key}{suffix}", forms, said)
    deliver(found.tree, made, Where(out, overwrite))
    return OK
