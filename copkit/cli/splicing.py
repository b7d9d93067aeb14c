"""The change that an edit makes to a file; where it cannot be made, an end with the lines to paste."""

from collections.abc import Callable

from copkit.cli.reading import source
from copkit.cli.write import stop
from copkit.editing.refused import Refused
from copkit.editing.store import Change
from copkit.workspace import Folder


def spliced(tree: Folder, path: str, edit: Callable[[bytes], bytes]) -> Change:
    """The change of one file of the workspace; a file that is not there is begun."""
    seen = source(tree, path)
    try:
        return Change(tree.root / path, edit(seen or b""), seen)
    except Refused as refused:
        where = tree.root / path
        told = Refused(refused.message, path=where, fix=refused.fix, snippet=refused.snippet)
        raise stop(tree, told) from refused
