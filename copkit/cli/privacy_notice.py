"""`copkit privacy notice`: the privacy notice, made from what each field declares."""

from copkit.cli.common import Out, Overwrite, Root, Today, the_day, workspace
from copkit.cli.delivering import Where, build_folder, deliver
from copkit.cli.exits import OK
from copkit.cli.printing import Formats
from copkit.workspace import load_shared


def notice(
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
) -> int:
    """Print the privacy notice: what is kept on people, who sees it, why and for how long.

    Your information governance lead confirms the lawful basis; the template can be changed as any other.

    Example: copkit privacy notice --format docx
    """
    from copkit.cli.pages import chosen_formats, documents_of, in_formats
    from copkit.documents.privacy_notice import notice as made_of

    tree = workspace(root)
    shared = load_shared(tree)
    host = shared.organisations.get(shared.programme.host)
    view = made_of(shared.programme, host.name if host else shared.programme.host, the_day(today, shared))
    forms = in_formats(tree, "privacy_notice", view, chosen_formats(format_))
    made = documents_of(build_folder(tree), "privacy-notice", forms, "the privacy notice")
    deliver(tree, made, Where(out, overwrite))
    return OK
