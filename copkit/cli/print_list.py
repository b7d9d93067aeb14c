"""What `copkit print` lists: the documents there are, for whom, and what is still missing for each."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from textwrap import wrap

from copkit.cli.common import pick_ids
from copkit.cli.opening import opened
from copkit.cli.show import say, tell
from copkit.documents.catalogue import DOCUMENTS, SETS
from copkit.documents.missing import KINDS, Here, missing
from copkit.documents.registry import Document
from copkit.workspace import load_community

NAMES, WHOM = 27, 21
"""How wide the first two columns are."""


def list_documents(root: Path | None, today: str) -> None:
    """List them by what they are of, each with whom it may be made for and what is missing where."""
    place = opened(root, today, "team", KINDS)
    here = [
        Here(load_community(place.tree, name, KINDS), place.shared, place.today)
        for name in pick_ids(place.tree, "")
    ]
    rows = [(one, _missing(one, here)) for one in DOCUMENTS.values()]
    for (audiences, lacks), several in groupby(rows, lambda row: (row[0].audiences, row[1])):
        _say(_names([one.name for one, _ in several]), ", ".join(audiences), lacks)
    say()
    say("“copkit print WHAT [COMMUNITY] [WHICH]” prints one; “--help” says of what.", "cyan")


def _names(names: Sequence[str]) -> str:
    """Documents that stand together, with the name of the set that they are."""
    return "".join(f"{name}: " for name, those in SETS.items() if those == tuple(names)) + ", ".join(names)


def _missing(wanted: Document, here: Sequence[Here]) -> str:
    """What most lacks, and in how many communities; empty where nothing does."""
    found = [why for one in here if (why := missing(wanted, one))]
    if not found:
        return ""
    most = max(dict.fromkeys(found), key=found.count)
    return f"{most}: {found.count(most)} of {len(here)}" if len(here) > 1 else most


def _say(names: str, audiences: str, missing: str) -> None:
    """A line of three columns; names that have no room go on below."""
    first, *rest = wrap(names, NAMES, break_on_hyphens=False)
    tell(f"{first:{NAMES}}  {audiences:{WHOM}}  {missing}".rstrip())
    for line in rest:
        say(f"  {line}")
