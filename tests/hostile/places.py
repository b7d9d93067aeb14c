"""Where things are in the small workspace, and the short ways to change and to look at it."""

import re
from pathlib import Path

from tests.shell import Ran

COMMUNITY, DAY, SESSION = "home-first", "2026-05-01", "2026-06-09"
ABOUT = f"communities/{COMMUNITY}/community.yaml"
MEMBERS = f"communities/{COMMUNITY}/members.yaml"
PLAN = f"communities/{COMMUNITY}/sessions/{SESSION}.yaml"
NOTES = f"communities/{COMMUNITY}/sessions/{SESSION}.notes.yaml"
ISSUED = f"communities/{COMMUNITY}/issued.yaml"
PEOPLE = "communities/programme/people.yaml"
PROGRAMME = "communities/programme/programme.yaml"
ORGANISATIONS = "communities/programme/organisations.yaml"


def put(root: Path, path: str, data: str | bytes) -> Path:
    """Write one file of the workspace, byte for byte."""
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return file


def add(root: Path, path: str, text: str) -> Path:
    """Put text at the end of a file."""
    return put(root, path, (root / path).read_bytes() + text.encode())


def change(root: Path, path: str, old: str, new: str) -> Path:
    """Replace text that is there."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    return put(root, path, text.replace(old, new))


def calm(ran: Ran) -> None:
    """A command ended as copkit ends: no traceback, no fault of its own, nothing that acts on a terminal."""
    assert ran.code in (0, 1, 2, 3)
    assert "Traceback" not in ran.out + ran.err
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", ran.out + ran.err)
