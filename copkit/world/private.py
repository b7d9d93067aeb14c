"""What is private: contact details, which never enter git or a document, read and written."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from copkit.editing.data_format import require_known_format
from copkit.editing.refused import Refused
from copkit.looking import is_link
from copkit.models.programme import Contact
from copkit.workspace import Folder, Shared
from copkit.workspace.tree import Bytes
from copkit.world.keeping import Kept, is_share, keep
from copkit.world.trust import private_dir_trusted

if TYPE_CHECKING:
    from copkit.editing.store import Change

FILE = "contacts.yaml"
_MOST_LINKS = 8
PRIVATE_MODE = 0o770
"""The private folder is made for its owner and a team's group, not for everybody who uses the computer."""


def private_folder(tree: Folder, shared: Shared) -> Path:
    """The folder of private details: `private/`, or the team's shared folder that `private_dir` names.

    Raises `Refused` where another machine has it, and this user did not say that it may be asked.
    """
    named = shared.programme.private_dir or "private"
    if is_share(named) and private_dir_trusted(Path(tree.real)) != named:
        fix = "If you know that machine, “copkit trust” lets copkit use the folder from now on."
        raise Refused(f"private_dir: names a folder of another machine ({named}), which was not asked", fix=fix)
    try:
        place = os.path.normpath(Path(tree.real) / Path(named).expanduser())
    except RuntimeError as problem:
        raise Refused(f"private_dir: names the folder of somebody who is not known here ({named})") from problem
    if not is_share(named):
        _require_no_way_off(tree, place)
    return Path(place)


def _require_no_way_off(tree: Folder, place: str, links: int = 0) -> None:
    """Raise `Refused` where a link of this workspace leads to another machine: it is read, and never followed."""
    here = Path(place)
    if links > _MOST_LINKS or (is_share(place) and not here.is_relative_to(tree.real)):
        fix = "Put a folder there, or name that machine's folder itself as private_dir: in programme.yaml."
        raise Refused(f"a link leads to a folder of another machine ({place}), which was not asked", fix=fix)
    inside = [one for one in (here, *here.parents) if one.is_relative_to(tree.real)]
    if link := next((one for one in reversed(inside) if is_link(one)), None):
        target = os.path.join(link.parent, os.readlink(link), here.relative_to(link))
        _require_no_way_off(tree, os.path.normpath(target), links + 1)


def contacts(tree: Folder, shared: Shared) -> dict[str, Contact]:
    """How to reach people, by their id. Raises `Refused` where the file is missing or unreadable."""
    from copkit.yamlfile import read

    folder = private_folder(tree, shared)
    data, problem = Folder(folder).read(FILE)
    if data is None:
        example = "amina.khan: {email: amina.khan@example.org}"
        why = problem.message if problem else "there is no such file"
        raise Refused(why, path=folder / FILE, fix=f"Write a line for each person, such as “{example}”.")
    document = read(data, FILE)
    if not isinstance(document.data, dict):
        message = next((str(f.message) for f in document.findings), "this is not a list of people")
        raise Refused(message, path=folder / FILE)
    found = {}
    for key, value in document.data.items():
        given = {"email": value} if isinstance(value, str) else value if isinstance(value, dict) else {}
        known = {name: text for name, text in given.items() if name in ("email", "phone") and isinstance(text, str)}
        found[str(key)] = Contact.model_validate(known)
    return found


def known_contacts(tree: Folder, shared: Shared) -> dict[str, Contact]:
    """How to reach people, where that is written down; nobody where there is no file yet."""
    there = Folder(private_folder(tree, shared)).read(FILE)
    return {} if there == Bytes(None) else contacts(tree, shared)


def written_contacts(tree: Folder, shared: Shared, edit: Callable[[bytes | None], bytes]) -> "list[Change]":
    """The change that an edit makes to the contact details; no change where it makes none.

    Raises `Refused` where git would see what is written, and where the file has errors.
    """
    from copkit.editing.store import Change, read_seen

    file = place(tree, shared).path
    try:
        seen = read_seen(file)
        new = edit(seen)
    except Refused as refused:
        fix = refused.fix or "Put it right by hand first."
        raise Refused(refused.message, path=_shown(tree, file), fix=fix) from refused
    return [] if new == seen else [Change(file, new, seen)]


def with_addresses(tree: Folder, shared: Shared, addresses: Mapping[str, str]) -> "list[Change]":
    """The changes that keep e-mail addresses; the file is begun where there is none."""
    from copkit.editing.people import set_contacts

    return written_contacts(tree, shared, lambda data: set_contacts(data or _begun(tree), addresses))


def _begun(tree: Folder) -> bytes:
    from copkit.new.contacts import contacts_file
    from copkit.world.new_files import home

    return contacts_file(home(tree))


def place(tree: Folder, shared: Shared, inside: str = FILE) -> Kept:
    """Where a private file lies; raises `Refused` unless it is known that git will never see it."""
    require_known_format(tree)
    return keep(Path(tree.real), private_folder(tree, shared), inside)


def put_private(tree: Folder, shared: Shared, changes: "Sequence[Change]", *, dry_run: bool) -> Kept | None:
    """Write private details, and say where they are kept; None where there is nothing to write."""
    from copkit.editing.store import apply
    from copkit.world.undoing import private

    if not changes:
        return None
    folder = private_folder(tree, shared)
    kept = [place(tree, shared, change.path.relative_to(folder).as_posix()) for change in changes]
    if dry_run:
        return kept[0]
    try:
        folder.mkdir(PRIVATE_MODE, parents=True, exist_ok=True)
        return kept[0] if apply(folder, changes, private(Path(tree.real))) else None
    except Refused as refused:
        path = refused.path and _shown(tree, refused.path)
        raise Refused(refused.message, path=path, fix=refused.fix, snippet=refused.snippet) from refused


def _shown(tree: Folder, path: Path) -> Path:
    """A path as the user knows it: within the workspace where it lies there."""
    return path.relative_to(tree.real) if path.is_relative_to(tree.real) else path
