"""What of a workspace this user trusts: a record of their own, outside the workspace, by what the files held.

Templates, Typst, fonts and `reference.docx` of a workspace are programs. They run where this user made the
workspace here (`copkit init`), or said so of just these files (`copkit trust`); one that changed is asked anew.
"""

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from copkit.editing.store import write_out
from copkit.world.cache import user_settings

FOLDER = "templates"


class Trust(NamedTuple):
    """What is trusted of a workspace: all of it where it is the user's own, else files by their digests."""

    own: bool = False
    files: Mapping[str, str] = {}
    private_dir: str = ""
    """A folder of another machine that may be used."""


def trust_in(root: Path) -> Trust:
    """What this user has said of a workspace; nothing where the record is not there or makes no sense."""
    try:
        noted = json.loads(_record(root).read_bytes())
        files = {str(path): str(digest) for path, digest in noted["files"].items()}
        return Trust(noted["own"] is True, files, str(noted["private_dir"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError):
        return Trust()


def note_trust(root: Path, trust: Trust) -> None:
    """Keep in mind what this user trusts. Raises `Refused` where nothing can be kept."""
    record = _record(root)
    record.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_out(record, json.dumps(trust._asdict(), indent=1, sort_keys=True).encode())


def seen(root: Path) -> dict[str, str]:
    """The digest of each file of the workspace's own templates, by its path among them."""
    folder, found = root / FOLDER, {}
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            file = Path(here) / name
            found[file.relative_to(folder).as_posix()] = sha256(file.read_bytes()).hexdigest()
    return found


def distrusted(root: Path) -> list[str]:
    """The files of the workspace's own templates that may not be used yet; none where all may be."""
    trust = trust_in(root)
    if trust.own or not (root / FOLDER).is_dir():
        return []
    return [path for path, digest in seen(root).items() if trust.files.get(path) != digest]


def private_dir_trusted(root: Path) -> str:
    """The folder of another machine that may be used for private details; empty where none may be."""
    return trust_in(root).private_dir


def _record(root: Path) -> Path:
    return user_settings("trust") / f"{sha256(os.fsencode(os.path.realpath(root))).hexdigest()}.json"
