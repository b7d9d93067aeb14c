"""The organisations that a community is for: they grow as people join it."""

from datetime import date

from copkit.cli.show import note
from copkit.cli.splicing import spliced
from copkit.editing.source import Source, get
from copkit.editing.splice import insert_item, set_key
from copkit.editing.store import Change
from copkit.workspace import CommunityFiles, Folder, Shared


def into_scope(tree: Folder, shared: Shared, files: CommunityFiles, works_for: str, day: date) -> list[Change]:
    """The change that puts the organisation of somebody who joins in scope; none where it is, or none is known."""
    became = shared.register.successor
    scope = {became(key, day) for key in files.about.community.organisations}
    if not works_for or became(works_for, day) in scope:
        return []
    path = f"communities/{files.id}/community.yaml"
    note(f"{works_for} is in scope of {files.id} now. If it is not meant to be, take it out of {path}.")
    return [spliced(tree, path, lambda data: _with(data, works_for))]


def _with(data: bytes, organisation: str) -> bytes:
    if get(Source.of(data, "").document.data, ("community",)) is None:
        return set_key(data, ("community",), {"organisations": [organisation]})
    return insert_item(data, ("community", "organisations"), organisation)
