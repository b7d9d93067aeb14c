"""`copkit privacy notice`: the privacy notice, made from what each field declares."""

from pathlib import Path

from copkit.cli.common import Out, Root, Today, the_day, workspace
from copkit.cli.exits import OK
from copkit.cli.printing import Formats
from copkit.workspace import load_shared


def notice(format_: Formats = None, out: Out = None, root: Root = None, today: Today = "") -> int:
    """Print the privacy notice: what is kept on people, who sees it, why and for how long.

    Your information governance lead confirms the lawful basis; the template can be changed as any other.

    Example: copkit privacy notice --format docx
    """
    from copkit.cli.pages import chosen_formats, in_formats, put
    from copkit.documents.privacy_notice import notice as made_of

    tree = workspace(root)
    shared = load_shared(tree)
    host = shared.organisations.get(shared.programme.host)
    view = made_of(shared.programme, host.name if host else shared.programme.host, the_day(today, shared))
    folder = out or Path(tree.real) / "build"
    put(tree, folder, "privacy-notice", in_formats(tree, "privacy_notice", view, chosen_formats(format_)))
    return OK
