"""Somebody whose name was typed where a command or a noun is wanted: where they stand, and what shows them.

A terminal is the team's, which may have every name of the register.
"""

from collections.abc import Sequence
from pathlib import Path

from copkit.workspace import Folder, Shared, find_root, load_shared

_MOST = 3


def shown_by(words: Sequence[str], root: Path | None = None) -> str:
    """Who may be meant by the words, each with the command that shows the person; empty where nobody is."""
    place = root or find_root(Path.cwd())
    if place is None:
        return ""
    shared = load_shared(Folder(place), ("programme", "people", "organisations"))
    for typed in dict.fromkeys((" ".join(words), words[0])):
        found = shared.register.meant(typed)
        keys = (found.id,) if found.id else found.near[:_MOST]
        if keys:
            return "\n".join(_where(shared, key) for key in keys)
    return ""


def _where(shared: Shared, key: str) -> str:
    one = shared.people[key]
    return f"{one.name or key} is in {shared.file_of(one)}: “copkit show person {key}”."
