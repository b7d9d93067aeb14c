"""The day on which each session's notes were first committed: what git alone knows."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from copkit.workspace import Folder, Shared
from copkit.world.git.repository import Repository
from copkit.world.git.running import NoGit, read

_NOTES = ":(glob)communities/*/sessions/*.notes.yaml"


def first_commits(tree: Folder, shared: Shared) -> Mapping[str, Mapping[str, date]] | None:
    """For each community the day of the first commit of each session's notes; None where git cannot say.

    A shallow clone has lost the first commits. A workspace whose day is fixed (`as_of:`) is an example or an
    archive: the days on which its files were committed say nothing of when its notes were written.
    """
    root = Path(tree.real)
    if shared.programme.as_of is not None:
        return None
    try:
        repository = Repository(root)
    except NoGit:
        return None
    if repository.shallow:
        return None
    log = ("log", "--reverse", "--diff-filter=A", "--no-renames", "--name-only", "--relative", "--format=%x01%as")
    told = read(root, *log, "--", _NOTES, patterns=True)
    return _read(told.text) if told.ok else None


def _read(log: str) -> dict[str, dict[str, date]]:
    found: dict[str, dict[str, date]] = {}
    day = date.min
    for line in log.splitlines():
        if line.startswith("\x01"):
            day = date.fromisoformat(line[1:11])
        elif line:
            parts = line.split("/")
            found.setdefault(parts[1], {}).setdefault(parts[-1].removesuffix(".notes.yaml"), day)
    return found
