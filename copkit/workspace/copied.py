"""What to do about a file named as a copy of another: nothing reads it, and somebody's words may be in it."""

from copkit.findings import Finding, Position, Severity
from copkit.models.copies import original
from copkit.suggest import argument
from copkit.workspace.tree import Tree


def copies_of(path: str, tree: Tree) -> list[Finding]:
    """The findings of the files that are named as copies of one."""
    beside = tree.copies(path.rpartition("/")[0])
    return [copied(one, tree) for one in beside if original(one) == path]


def copied(path: str, tree: Tree) -> Finding:
    """The finding of one such file: copkit never reads it, and never deletes it."""
    of = original(path)
    name = of.rpartition("/")[2]
    mine, its = tree.read(path).data, tree.read(of).data
    if its is None:
        message = f"this is {name} under a name that Notepad, OneDrive or a phone gives: copkit does not read it"
        fix = f"Rename it to {name}."
    elif mine == its:
        message, fix = f"this is a copy of {name}, and says the same: copkit does not read it", "Delete it."
    else:
        message = f"this is another version of {name}, as OneDrive or a phone keeps it: copkit does not read it"
        differs = f"git diff --no-index {argument(of, 'FILE')} {argument(path, 'FILE')}"
        fix = f"“{differs}” shows what differs. Put what is missing into {name}, then delete this file."
    return Finding("REF-05", Severity.WARNING, Position(path), message, fix)
