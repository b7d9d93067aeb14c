"""Nothing is written into a workspace whose data format is newer than this copkit: one rule for every command."""

from copkit import __version__
from copkit.editing.refused import Refused
from copkit.workspace import Folder
from copkit.workspace.data_format import CURRENT, SETTINGS, stated_in

_UPDATE = "Fetch the later copkit into your copy of it (git pull) and install it again: pipx install --force ."


def require_known_format(tree: Folder) -> None:
    """Raise `Refused` where the settings state a format that this copkit does not know."""
    found = stated_in(tree.read(SETTINGS).data)
    if found.known:
        return
    if found.number is None:
        message = f"{found.position}: “format:” is not a whole number, so nothing was written"
        raise Refused(message, fix=f"Write format: {CURRENT}, or what stood there before.")
    message = (
        f"{found.position}: a later copkit made these files: they are in format {found.number}, and copkit "
        f"{__version__} writes format {CURRENT}; so nothing was written"
    )
    raise Refused(message, fix=f"{_UPDATE} Until then these files can be read and printed.")
