"""`copkit privacy export`: all that is held on a person, as a page for the person and as data."""

import json

from copkit.cli.common import AsJson, Out, Overwrite, Root, Today, the_day, workspace
from copkit.cli.delivering import Made, Where, deliver, tell_of
from copkit.cli.exits import OK
from copkit.cli.printing import Formats
from copkit.cli.privacy_person import Case, Who, case
from copkit.cli.private import hidden_folder, private_folder
from copkit.cli.show import note, say
from copkit.people.mentions import Mention

REQUESTS = "requests"
"""The folder of such exports, in the private one."""


def export(
    person: Who,
    format_: Formats = None,
    out: Out = None,
    overwrite: Overwrite = False,
    root: Root = None,
    today: Today = "",
    as_json: AsJson = False,
) -> int:
    """Write all that is held on a person: every mention with its file and line, as a page and as JSON.

    The names of other people are taken out of the lines. The files go to the private folder, unless --out names
    another; --json prints the data and writes nothing. Read it before you send it.

    Example: copkit privacy export jo.ng
    """
    from copkit.cli.pages import chosen_formats, documents_of, in_formats
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
    home = (hidden_folder(tree, shared) if out is None else private_folder(tree, shared)) / REQUESTS
    name, of = f"{view.id}-{day.isoformat()}", f"what is held on {view.id}"
    made = documents_of(home, name, in_formats(tree, "privacy_export", view, chosen_formats(format_)), of)
    made.append(Made(home, f"{name}.json", data.encode(), f"the data of {of}", beside=True))
    where = Where(out, overwrite)
    deliver(tree, made, where)
    for path in found.onboarding.unread:
        note(f"private/{path} cannot be read in full: look by hand for what it holds of {view.name}.")
    doubtful = sum(not one.sure for one in found.found)
    tell_of(where, f"{len(view.files)} files name {view.name}, in {view.mentions} places.")
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
