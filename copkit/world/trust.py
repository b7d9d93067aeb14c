"""What of a workspace this user trusts: a record of their own, outside the workspace, by what the files held.

Templates, Typst, fonts and `reference.docx` of a workspace are programs. They run where this user made the
workspace here (`copkit init`), or said so of just these files (`copkit trust`); one that changed is asked anew.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from copkit.editing.refused import Refused
from copkit.looking import files_below, is_folder, is_there
from copkit.world.cache import user_settings

FOLDER = "templates"
_NEVER_READ = (".DS_Store", "Thumbs.db", "desktop.ini")
_left_out: dict[Path, list[str]] = {}


class Trust(NamedTuple):
    """What is trusted of a workspace: all of it where it is the user's own, else files by their digests."""

    own: str = ""
    """The folder as the disk knows it, where this user made the workspace: another in its place is not theirs."""
    files: Mapping[str, str] = {}
    private_dir: str = ""
    """A folder of another machine that may be used."""


def trust_in(root: Path) -> Trust:
    """What this user has said of a workspace; nothing where the record is not there or makes no sense."""
    try:
        noted = json.loads(_record(root).read_bytes())
        files = {str(path): str(digest) for path, digest in noted["files"].items()}
        return Trust(str(noted["own"]), files, str(noted["private_dir"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError):
        return Trust()


def note_trust(root: Path, trust: Trust) -> None:
    """Keep in mind what this user trusts. Raises `Refused` where nothing can be kept."""
    from copkit.editing.store import write_out

    record = _record(root)
    record.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_out(record, json.dumps(trust._asdict(), indent=1, sort_keys=True).encode())


def is_free(root: Path) -> bool:
    """Whether nothing of a workspace is in a folder yet, so that what is made there is the user's own."""
    return not any(is_there(root / name) for name in ("communities", FOLDER, ".git"))


def note_own(root: Path) -> None:
    """Keep in mind that this user made the workspace here; where that fails, `copkit trust` is asked for."""
    with suppress(OSError, Refused, RuntimeError):
        note_trust(root, Trust(own=_folder(root)))


def seen(root: Path) -> dict[str, str]:
    """The digest of each file of the workspace's own templates, by its path among them.

    Raises `Refused` for one that is no plain file, or cannot be read.
    """
    folder, found = root / FOLDER, {}
    for file in files_below(folder):
        if file.name not in _NEVER_READ:
            found[file.relative_to(folder).as_posix()] = sha256(_bytes(file)).hexdigest()
    return found


def distrusted(root: Path) -> list[str]:
    """The files of the workspace's own templates that may not be used yet; none where all may be."""
    trust = trust_in(root)
    if trust.own and trust.own == _folder(root):
        return []
    return [path for path, digest in seen(root).items() if trust.files.get(path) != digest]


def own_templates(root: Path) -> Path | None:
    """The folder of the workspace's own templates; None where it has none, or where they may not be used.

    All or none, since a template includes others; `left_out` tells of it.
    """
    from copkit.render.places import builtin

    folder = root / FOLDER
    if not is_folder(folder) or folder.samefile(builtin()):
        return None
    if root not in _left_out:
        _left_out[root] = distrusted(root)
    return None if _left_out[root] else folder


def left_out() -> list[str]:
    """What was not used of a workspace from elsewhere, to be said once at the end of a command."""
    told = sorted({path for paths in _left_out.values() for path in paths})
    _left_out.clear()
    return told


def private_dir_trusted(root: Path) -> str:
    """The folder of another machine that may be used for private details; empty where none may be."""
    return trust_in(root).private_dir


def _record(root: Path) -> Path:
    return user_settings("trust") / f"{sha256(os.fsencode(os.path.realpath(root))).hexdigest()}.json"


def _folder(root: Path) -> str:
    about = os.stat(root)
    return f"{about.st_dev}:{about.st_ino}"


def _bytes(file: Path) -> bytes:
    from copkit.world.given import read_given

    return read_given(file, "a template")
