"""`copkit privacy export`: all that is held on a person, as a page for the person and as data."""

import json
from pathlib import Path

from copkit.cli.common import AsJson, Out, Root, Today, the_day, workspace
from copkit.cli.exits import OK
from copkit.cli.printing import Formats
from copkit.cli.privacy_person import Case, Who, case
from copkit.cli.private import hidden_folder
from copkit.cli.show import note, say
from copkit.people.mentions import Mention

REQUESTS = "requests"
"""The folder of such exports, in the private one."""


def export(
    person: Who,
    format_: Formats = None,
    out: Out = None,
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """Write all that is held on a person: every mention with its file and line, as a page and as JSON.

    The names of other people are taken out of the lines. The files go to the private folder, unless --out names
    another; --json prints the data and writes nothing. Read it before you send it.

    Example: copkit privacy export jo.ng
    """
    from copkit.cli.pages import chosen_formats, in_formats, put
    from copkit.documents.privacy_export import as_data
    from copkit.documents.privacy_export import export as made_of

    tree = workspace(root)
    found = case(tree, person)
    shared = found.workspace.shared
    day = the_day(today, shared)
    named = [*found.found, *_private(found)]
    view = made_of(found.workspace, found.seeker, named, found.contact, found.onboarding.records, day)
    data = json.dumps(as_data(view), indent=2, ensure_ascii=False) + "\n"
    if as_json:
        say(data.rstrip("\n"))
        return OK
    folder = out or hidden_folder(tree, shared) / REQUESTS
    made = in_formats(tree, "privacy_export", view, chosen_formats(format_)) | {"json": data.encode()}
    put(tree, Path(folder), f"{view.id}-{day.isoformat()}", made)
    for path in found.onboarding.unread:
        note(f"private/{path} cannot be read in full: look by hand for what it holds of {view.name}.")
    doubtful = sum(not one.sure for one in found.found)
    say(f"{len(view.files)} files name {view.name}, in {view.mentions} places.")
    if doubtful:
        note(f"{doubtful} of them may be somebody else: read them before you send the page.")
    return OK


def _private(found: Case) -> list[Mention]:
    """The mentions in the private folder, but for earlier exports: they are made of the same lines."""
    return [
        one._replace(position=one.position._replace(path=f"private/{one.position.path}"))
        for one in found.found_private
        if not one.position.path.startswith(f"{REQUESTS}/")
    ]
