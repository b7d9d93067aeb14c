"""What is unsafe about where a workspace lies: programs of others, a drive without locks, open folders."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from copkit.editing.lock import TEMP_END, TEMP_START, take
from copkit.looking import is_folder, names_in
from copkit.patterns import when_used
from copkit.world.git.running import NoGit, read

_KNOWN = (b"copkit check", b"pre-commit.com", b"git lfs")
_VERSION = when_used(r"git version (\d+)\.(\d+).*")
FIRST_SAFE_GIT = (2, 38)
"""The first that knows `safe.bareRepository`: an older one may run programs that a folder from elsewhere names."""


def is_safe_git(told: str) -> bool:
    """Whether a git of this version runs nothing of a folder that is only looked at."""
    found = _VERSION.match(told)
    return found is not None and (int(found[1]), int(found[2])) >= FIRST_SAFE_GIT


def hooks(root: Path) -> list[str]:
    """The programs that git runs when something is kept here, but those that call copkit itself."""
    found = []
    with suppress(NoGit):
        folder = _hooks_folder(root)
        for file in (folder / name for name in names_in(folder)):
            if file.suffix != ".sample" and os.access(file, os.X_OK) and not _is_known(file):
                found.append(file.name)
    return found


def _hooks_folder(root: Path) -> Path:
    named = read(root, "config", "--local", "--get", "core.hooksPath")
    if named.ok and named.text.strip():
        top = read(root, "rev-parse", "--show-toplevel").text.strip()
        return Path(top, named.text.strip())
    told = read(root, "rev-parse", "--git-common-dir")
    if not told.ok:
        raise NoGit("there is no repository here", "")
    return root / told.text.strip() / "hooks"


def _is_known(file: Path) -> bool:
    data = file.read_bytes()[:100_000]
    return any(known in data for known in _KNOWN)


def open_to_all(folder: Path) -> bool:
    """Whether everybody who uses this computer can read what is in a folder; Windows has other rights."""
    if os.name == "nt" or not is_folder(folder):
        return False
    real = folder.resolve()
    ways_in = all(place.stat().st_mode & stat.S_IXOTH for place in (real, *real.parents))
    return ways_in and bool(real.stat().st_mode & stat.S_IROTH)


def knows_locks(root: Path) -> bool:
    """Whether the drive keeps two copkits apart; also where that cannot be tried, since nothing is written then.

    A drive without locks says yes to whoever asks, so the same file is asked for twice.
    """
    from tempfile import NamedTemporaryFile

    try:
        trial = NamedTemporaryFile(dir=root, prefix=TEMP_START, suffix=TEMP_END)  # noqa: SIM115
        with trial as first, open(first.name, "rb") as second:
            return not (take(first.fileno()) and take(second.fileno()))
    except OSError:
        return True
