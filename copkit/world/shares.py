"""The communities of a large workspace, their checks shared out among processes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from copkit.checks.context import Context
from copkit.checks.history import Version
from copkit.checks.runner import Checked, Selection, check_community, make_context, one_by_one
from copkit.workspace import Tree, load_community, load_shared
from copkit.world.processes import Crew, among, quickest

FILES = 500
"""From so many files on, processes that start with what this one has read are worth their start."""
FILES_AFRESH = 2_000
"""The same where each has to start Python and read the shared files for itself (Windows, macOS)."""


class Work(NamedTuple):
    """What a process needs to check a community."""

    tree: Tree
    context: Context
    selection: Selection


class Afresh(NamedTuple):
    """The same for a process that has to read the shared files for itself."""

    tree: Tree
    selection: Selection
    today: date
    tracked: frozenset[str] | None
    versions: Mapping[str, tuple[Version, ...]] | None

    def work(self) -> Work:
        shared = load_shared(self.tree)
        context = make_context(self.tree, shared, self.today, self.tracked, self.versions)
        return Work(self.tree, context, self.selection)


def shared_out(
    context: Context, tree: Tree, names: Sequence[str], selection: Selection, jobs: int, start: str = ""
) -> Iterator[Checked]:
    """What is found in each community, in order, by so many processes; by this one alone when that is as quick.

    `start` is how processes are started (`fork`, `spawn`); the quickest that is safe here when left out. When none
    can be started, or one is ended from outside, this process does the rest itself.
    """
    done = 0
    if jobs > 1 and _has_files(tree, names, FILES):
        versions = None if context.versions is None else dict(context.versions)
        start = start or quickest()
        given: Work | Afresh = Work(tree, context, selection)
        if start != "fork":
            given = Afresh(tree, selection, context.today, context.tracked, versions)
        if start == "fork" or _has_files(tree, names, FILES_AFRESH):
            for checked in among(Crew(_begin, _check, given), names, jobs, start):
                done += 1
                yield checked
    yield from one_by_one(context, tree, names[done:], selection)


def _has_files(tree: Tree, names: Sequence[str], least: int) -> bool:
    paths = (path for name in names for path in tree.files(f"communities/{name}/sessions"))
    return next(islice(paths, least - 1, None), None) is not None


# --- In each process -------------------------------------------------------------------------------------

_work: list[Work] = []


def _begin(given: Work | Afresh) -> None:
    _work.append(given.work() if isinstance(given, Afresh) else given)


def _check(name: str) -> Checked:
    tree, context, selection = _work[0]
    return check_community(context, load_community(tree, name), selection)
