"""`copkit notes print`: the notes of a session as a document, for members or for the public."""

from copkit.cli.common import CommunityName, Out, Overwrite, Root, SessionName, Today
from copkit.cli.delivering import Where
from copkit.cli.notes_session import choose
from copkit.cli.printing import For, Formats, for_audience, logo_of, print_these
from copkit.documents import Source, document


def print_(
    community: CommunityName = "",
    session: SessionName = "last",
    for_: For = "",
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
) -> int:
    """Print a session's notes: the members' version, or the public one.

    The public version names nobody and no organisation, and has no owners. Lines that name somebody are held back
    and counted; plain notes are held back too, unless the notes say “publish: yes”.

    Example: copkit notes print systems-leadership 2026-06-09 --for public --format pdf
    """
    chosen = choose(community, session, root, today)
    made, logo = document("notes"), logo_of(chosen.tree, chosen.shared)
    source = Source(chosen.shared, chosen.community, chosen.session, "members", chosen.today, logo)
    source = for_audience(made, source, for_)
    chosen.document  # noqa: B018 - an end with advice where there are no notes yet
    return print_these(chosen.tree, [(made, source)], format_ or (), Where(out, overwrite))
