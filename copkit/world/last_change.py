"""The last change that copkit made, as the private folder keeps it: what each file was, and what it became."""

import json
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from copkit.editing.refused import Refused

FILE = "undo.json"
"""It lies in the workspace's own `private/`, also where `private_dir:` names another folder."""
_FORMAT = 1
_TOUCHED = ("files", "pages")


class Touched(NamedTuple):
    """A file of the workspace that was changed."""

    path: str
    was: bytes | None
    """None: it is new."""
    became: str
    """The digest of what was written; empty where the file went."""


class LastChange(NamedTuple):
    """What one command did. Without files there is nothing that can be taken back, and `why` says why."""

    command: str
    began: str
    files: tuple[Touched, ...] = ()
    folders: tuple[str, ...] = ()
    """Those that were made for the files, the deepest last."""
    issued: tuple[str, ...] = ()
    """What says what people hold in their calendars: it is written by this command, or since, and stays."""
    pages: tuple[Touched, ...] = ()
    """What the command printed into `build/` beside it, and was not there before."""
    why: str = ""
    """`private`, `calendar` or `commit`."""
    commit: str = ""


def digest(data: bytes | None) -> str:
    """What tells whether a file is still as it was written."""
    return "" if data is None else sha256(data).hexdigest()


def as_bytes(change: LastChange) -> bytes:
    """The record as it lies on disk: text line by line, so that a name in it can be found."""
    several = {name: [_as_data(one) for one in getattr(change, name)] for name in _TOUCHED}
    whole = {"format": _FORMAT, **change._asdict(), **several}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "surrogateescape") + b"\n"


def from_bytes(data: bytes, path: Path) -> LastChange:
    """The record that these bytes are. Raises `Refused` where they are none."""
    try:
        whole = json.loads(data.decode("utf-8", "surrogateescape"))
        if whole.pop("format") != _FORMAT:
            raise ValueError
        return LastChange(
            command=str(whole["command"]),
            began=datetime.fromisoformat(whole["began"]).isoformat(timespec="microseconds"),
            files=tuple(map(_touched, whole["files"])),
            folders=tuple(map(str, whole["folders"])),
            issued=tuple(map(str, whole["issued"])),
            pages=tuple(map(_touched, whole["pages"])),
            why=str(whole["why"]),
            commit=str(whole["commit"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        fix = "Delete it: only what was done last cannot be taken back then."
        raise Refused("this record of the last change cannot be read", path=path, fix=fix) from problem

def _as_data(one: Touched) -> dict[str, Any]:
    return one._asdict() | {"was": _lines(one.was)}


def _touched(data: Any) -> Touched:
    return Touched(str(data["path"]), _bytes(data["was"]), str(data["became"]))


def _lines(data: bytes | None) -> list[str] | None:
    return None if data is None else data.decode("utf-8", "surrogateescape").split("\n")


def _bytes(lines: Any) -> bytes | None:
    if lines is None:
        return None
    if not isinstance(lines, Sequence) or isinstance(lines, str):
        raise TypeError
    return "\n".join(lines).encode("utf-8", "surrogateescape")
