"""The marks of a programme, read from its files: one that cannot be shown is said, and stops no document."""

from typing import TYPE_CHECKING

from copkit.cli.show import note
from copkit.marks import UNMARKED, Mark, Marks
from copkit.workspace import Folder, Shared

if TYPE_CHECKING:
    from copkit.render.given import Room


def marks_of(tree: Folder, shared: Shared) -> Marks:
    """The host's logo."""
    programme = shared.programme
    if not programme.logo:
        return UNMARKED
    from copkit.render.given import LOGO

    return Marks(_mark(tree, programme.logo, programme.logo_alt or programme.host, LOGO))


def _mark(tree: Folder, path: str, words: str, room: "Room") -> Mark | None:
    """One of them, as large as its room lets it be; None where it cannot be shown."""
    from copkit.render.given import SHARP, given

    data = tree.read(path.replace("\\", "/")).data
    if data is None:
        note(f"the logo {path} cannot be read; documents are made without it")
        return None
    try:
        found = given(data)
    except ValueError as problem:
        note(f"the logo {path} cannot be shown: {problem}. Documents are made without it.")
        return None
    sharpness = found.sharpness(room)
    if sharpness is not None and sharpness < SHARP:
        note(f"the logo {path} has {sharpness} dots to the inch in print, and {SHARP} are needed: use a larger one")
    return found.mark(words, room)
