"""New entries of the registers, in the file that the settings name; only while all of a register can be read."""

from collections.abc import Mapping
from typing import Any

from copkit.cli.exits import REFUSED, Stop
from copkit.cli.require_readable import Unclear
from copkit.cli.splicing import spliced
from copkit.editing.people import add_entries
from copkit.editing.store import Change
from copkit.findings import Finding, Severity
from copkit.models.ids import trouble
from copkit.people.files import Registers, for_new, unread
from copkit.workspace import Folder, Shared
from copkit.workspace.data_format import SETTINGS


def _unread_settings(shared: Shared) -> Finding | None:
    errors = (one for one in shared.files.findings if one.code == "REF-08" and one.severity is Severity.ERROR)
    return next((one for one in errors if one.position.path == SETTINGS), None)


def new_entries(tree: Folder, shared: Shared, register: Registers, entries: Mapping[str, Any]) -> Change:
    """The change that puts entries at the end of a register's file for what is new."""
    if broken := unread(register, shared.files.findings) or _unread_settings(shared):
        raise Unclear(broken)  # whoever is added might be in it already
    if why := shared.programme.new_entries_in and trouble(shared.programme.new_entries_in):
        where = shared.files.where(shared.programme, "new_entries_in")
        hint = "Write the name of a file, without its ending."
        raise Stop(f"{where}: no file can be called so: {why}; nothing was written", REFUSED, hint)
    return spliced(tree, for_new(register, shared.programme), lambda data: add_entries(data, entries))
