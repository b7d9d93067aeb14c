"""`copkit check --staged`: what is about to be committed, and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from copkit.checks import Selection
from copkit.checks import check as run_checks
from copkit.cli.check import ending
from copkit.cli.common import the_day
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.report.as_text import folded, is_due
from copkit.cli.show import note, say_finding
from copkit.cli.taken_out import named_still
from copkit.findings import Finding
from copkit.workspace import Folder, Shared
from copkit.workspace.load import PROGRAMME
from copkit.world.git.index_tree import IndexTree
from copkit.world.git.running import NoGit

EVERYWHERE = ("PRV-07", "PRV-10")
"""Checks that are told wherever they stand: git keeps what it must not."""
Say = Callable[[list[Finding], date], None]


def check_staged(
    tree: Folder, wanted: Sequence[str], today: str, select: Callable[[], Selection], say: Say, *, strict: bool
) -> int:
    """Check the staged files as they are staged, of the communities wanted or of all.

    Others of their communities are read, and counted if wrong; told is what the commit breaks, wherever it stands.
    `select` gives the checks; they are gathered while git answers. `say` prints what was found on the day.
    """
    days: list[date] = []

    def day(shared: Shared) -> date:
        days.append(the_day(today, shared))
        return days[0]

    try:
        index = IndexTree(Path(tree.real))
        selection = select()
        with index:
            staged = index.staged()
            mine = {path.split("/")[1] for path in staged if path.startswith("communities/") and "/" in path[12:]}
            mine = mine.intersection((*wanted, PROGRAMME)) if wanted else mine
            found = list(
                run_checks(
                    index,
                    default_today=day,
                    communities=mine or {""},
                    selection=selection,
                    tracked=index.tracked,
                    of_programme=None if PROGRAMME in mine else _everywhere(selection),
                )
            )
            broken = named_still(index, wanted, days[0], selection)
    except NoGit as none:
        raise Stop(none.message, REFUSED, none.hint) from none
    told = [one for one in found if one.position.path in staged or one.code in EVERYWHERE]
    others = [one for one in found if one not in told and one not in broken]
    told += broken
    say(told, days[0])
    _say_broken(len(broken))
    _count(len(others))
    return ending(told, strict=strict)


def _everywhere(selection: Selection) -> Selection:
    return replace(selection, codes=selection.codes.intersection(EVERYWHERE))


def say_each(told: list[Finding], every: bool) -> None:
    """A line for each finding; what is not due yet is counted alone, unless every one is wanted."""
    for one in told:
        if every or is_due(one):
            say_finding(one)
    if not every and (line := folded(told, "copkit check --staged --all")):
        note(line)


def _say_broken(number: int) -> None:
    if number:
        are = "1 of these is in a file" if number == 1 else f"{number} of these are in files"
        note(f"{are} that the commit leaves as it is, and names what the commit takes out.")


def _count(others: int) -> None:
    if others:
        files = "finding is" if others == 1 else "findings are"
        note(f"{others} more {files} in files that are not staged: copkit check")
