"""What is about to be committed takes out of a workspace, and other files name still."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date

from copkit.checks import Selection
from copkit.checks import check as run_checks
from copkit.findings import Finding, Position, Severity
from copkit.workspace.load import PROGRAMME
from copkit.workspace.overlay import Overlay
from copkit.workspace.tree import Tree
from copkit.world.git.index_tree import IndexTree
from copkit.yamlfile import read

_FILES = (".yaml", ".yml")


def named_still(
    index: IndexTree, communities: Collection[str], today: date, selection: Selection
) -> list[Finding]:
    """The errors that the commit makes in files that are no part of it, since they name what it takes out.

    They are those which would not be there with what it takes out put back. Where it takes out nothing, nothing is
    read for it.
    """
    gone, chosen = _gone(index), _of_references(selection)
    if not gone or not chosen.codes:
        return []

    def found(tree: Tree) -> Iterator[Finding]:
        return run_checks(tree, today=today, communities=communities, selection=chosen)

    before = {_place(one) for one in found(Overlay(index, gone))}
    others = (one for one in found(index) if one.position.path not in index.staged())
    return [one for one in others if _place(one) not in before]


def _place(one: Finding) -> tuple[str, Position]:
    """What does not depend on the names that are left: the advice may suggest another of them."""
    return one.code, one.position


def _of_references(selection: Selection) -> Selection:
    codes = frozenset(code for code in selection.codes if code.startswith("REF"))
    return replace(selection, codes=codes, least=Severity.ERROR)


def _gone(index: IndexTree) -> Mapping[str, bytes]:
    """The files of the last commit that go, and the shared ones that lose an entry, as they were."""
    staged = [path for path in sorted(index.staged()) if path.startswith("communities/") and path.endswith(_FILES)]
    found = {}
    for path in staged:
        shared = path.split("/")[1] == PROGRAMME
        if (shared or path not in index.tracked) and (old := index.committed(path)) is not None:
            now = index.read(path).data
            if now is None or _names(old, path) - _names(now, path):
                found[path] = old
    return found


def _names(data: bytes, path: str) -> set[tuple[str, str]]:
    """What a file's entries are known by: their ids and names."""
    found = read(data, path).data
    if isinstance(found, dict):
        return {(key, _said(one, "name")) for key, one in found.items()}
    return {(_said(one, "id"), _said(one, "name")) for one in found} if isinstance(found, list) else set()


def _said(entry: object, key: str) -> str:
    return str(entry.get(key, "")) if isinstance(entry, dict) else ""
