"""Which other communities meet on a day, found without decoding every file."""

from collections.abc import Collection
from datetime import date

from copkit.workspace.load import community_ids
from copkit.workspace.tree import Tree


def meeting_on(tree: Tree, days: Collection[date], but: Collection[str]) -> list[str]:
    """The communities, other than those left out, with a plan that names one of the days.

    A plan is named for its first date and holds its present one, so a look at its name and bytes is enough to
    pass over the others; a day that is mentioned for another reason costs only a needless look.
    """
    texts = [day.isoformat() for day in days]
    octets = [text.encode() for text in texts]
    return [
        name
        for name in community_ids(tree)
        if name not in but and any(_names_a_day(tree, path, texts, octets) for path in _plans(tree, name))
    ]


def _plans(tree: Tree, name: str) -> list[str]:
    return [path for path in tree.files(f"communities/{name}/sessions") if not path.endswith(".notes.yaml")]


def _names_a_day(tree: Tree, path: str, texts: list[str], octets: list[bytes]) -> bool:
    if any(text in path for text in texts):
        return True
    data = tree.read(path).data or b""
    return any(day in data for day in octets)
