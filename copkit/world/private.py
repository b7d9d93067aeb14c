"""What is private: contact details, which never enter git or a document, read and written."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from copkit.editing.data_format import require_known_format
from copkit.editing.refused import Refused
from copkit.models.programme import Contact
from copkit.workspace import Folder, Shared

if TYPE_CHECKING:
    from copkit.editing.store import Change

FILE = "contacts.yaml"


def private_folder(tree: Folder, shared: Shared) -> Path:
    """The folder of private details: `private/`, or the team's shared folder that `private_dir` names."""
    return Path(tree.real) / Path(shared.programme.private_dir or "private").expanduser()


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
    return contacts(tree, shared) if (private_folder(tree, shared) / FILE).exists() else {}


def written_contacts(tree: Folder, shared: Shared, edit: Callable[[bytes | None], bytes]) -> "list[Change]":
    """The change that an edit makes to the contact details; no change where it makes none.

    Raises `Refused` where git would see what is written, and where the file has errors.
    """
    from copkit.editing.store import Change, read_seen

    folder = hidden_folder(tree, shared)
    try:
        seen = read_seen(folder / FILE)
        new = edit(seen)
    except Refused as refused:
        fix = refused.fix or "Put it right by hand first."
        raise Refused(refused.message, path=_shown(tree, folder / FILE), fix=fix) from refused
    return [] if new == seen else [Change(folder / FILE, new, seen)]


def with_addresses(tree: Folder, shared: Shared, addresses: Mapping[str, str]) -> "list[Change]":
    """The changes that keep e-mail addresses; the file is begun where there is none."""
    from copkit.editing.people import set_contacts

    return written_contacts(tree, shared, lambda data: set_contacts(data or _begun(tree), addresses))


def _begun(tree: Folder) -> bytes:
    from copkit.new.contacts import contacts_file
    from copkit.world.new_files import home

    return contacts_file(home(tree))


def hidden_folder(tree: Folder, shared: Shared, path: str = FILE) -> Path:
    """The private folder, in which git must leave such a file alone; raises `Refused` where it does not."""
    require_known_format(tree)
    folder = private_folder(tree, shared)
    inside = Path(tree.real)
    if not Path(os.path.realpath(folder)).is_relative_to(inside):
        return folder
    name = folder.relative_to(inside).as_posix() if folder.is_relative_to(inside) else folder.name
    from copkit.world.git.tracked import tracked_files

    if any(path.startswith(f"{name}/") for path in tracked_files(inside) or ()):
        hint = f"Take it out first: git rm -r --cached {name}, and add {name}/ to .gitignore."
        raise Refused(f"git tracks files in {name}/, which is for what it must never see", fix=hint)
    if _git_would_see(inside, f"{name}/{path}"):
        raise Refused(f"git does not ignore {name}/", fix=f"Add a line “{name}/” to .gitignore.")
    return folder


def _git_would_see(root: Path, path: str) -> bool:
    """Whether a new file would be taken for one to commit: there is a repository, and nothing says to ignore it."""
    from copkit.world.git.repository import Repository
    from copkit.world.git.running import NoGit, read

    try:
        Repository(root)
        asked = read(root, "check-ignore", "--quiet", "--no-index", "--", path, patterns=True)
        return asked.code == 1
    except NoGit:
        return False


def put_private(tree: Folder, shared: Shared, changes: "Sequence[Change]", *, dry_run: bool) -> bool:
    """Write private details, wherever their folder is; whether there is anything to write. None of it is shown."""
    from copkit.editing.store import apply

    if not changes or dry_run:
        return bool(changes)
    folder = private_folder(tree, shared)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return bool(apply(folder, changes))
    except Refused as refused:
        path = refused.path and _shown(tree, refused.path)
        raise Refused(refused.message, path=path, fix=refused.fix, snippet=refused.snippet) from refused


def _shown(tree: Folder, path: Path) -> Path:
    """A path as the user knows it: within the workspace where it lies there."""
    return path.relative_to(tree.real) if path.is_relative_to(tree.real) else path
