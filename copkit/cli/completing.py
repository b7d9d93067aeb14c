"""What a shell offers to complete: communities, sessions and years, nouns, formats and codes. Never an error."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from copkit.workspace import Folder, community_ids, find_root

_ALWAYS = ("next", "last")


def subjects(ctx: Any, incomplete: str) -> list[str]:
    """Communities; and, once one is named, its sessions and the years of them."""
    tree = _tree(ctx)
    if tree is None:
        return []
    every = community_ids(tree)
    named = [word for word in _typed(ctx) if word in every]
    if not named and not incomplete[:1].isdigit():
        return _fitting([*every, *_ALWAYS], incomplete)
    found = [one for name in named or every for one in _sessions(tree, name)]
    return _fitting([*dict.fromkeys(found), *sorted({one[:4] for one in found}), *_ALWAYS], incomplete)


def nouns(ctx: Any, incomplete: str) -> list[str]:
    """What can be listed and shown."""
    from copkit.nouns.registry import NOUNS

    return _fitting(NOUNS, incomplete)


def codes(ctx: Any, incomplete: str) -> list[str]:
    """The codes of checks."""
    from copkit.checks import registry

    return _fitting(registry(), incomplete.upper())


def formats(ctx: Any, incomplete: str) -> list[str]:
    """The forms of a document."""
    from copkit.render import FORMATS

    return _fitting(FORMATS, incomplete)


def _sessions(tree: Folder, community: str) -> Iterable[str]:
    names = (path.rpartition("/")[2] for path in tree.files(f"communities/{community}/sessions"))
    return sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml") and ".notes" not in name)


def brings(ctx: Any, incomplete: str) -> list[str]:
    """What people bring, after the words that stand before the last comma."""
    from copkit.models.vocabularies import BRINGS

    before, comma, last = incomplete.rpartition(",")
    return [f"{before}{comma}{one}" for one in _fitting(BRINGS, last)]


def _tree(ctx: Any) -> Folder | None:
    root = find_root(Path(ctx.params.get("root") or Path.cwd()).absolute())
    return Folder(root) if root is not None else None


def _typed(ctx: Any) -> list[str]:
    """The words that stand before the one to complete."""
    several = (value if isinstance(value, list | tuple) else (value,) for value in ctx.params.values())
    return [one for words in several for one in words if isinstance(one, str)]


def _fitting(known: Iterable[str], incomplete: str) -> list[str]:
    return [one for one in known if one.startswith(incomplete)]
