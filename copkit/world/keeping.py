"""May something private be written here? One function answers, and where it cannot know the answer is no."""

import os
import re
from pathlib import Path
from typing import NamedTuple

from copkit.editing.refused import Refused
from copkit.looking import is_folder, is_there
from copkit.patterns import when_used
from copkit.world.environment import variable
from copkit.world.git.running import NoGit, Ran, read

_SOURCES = ("communities", "templates", "build", ".git")
_SHARE = when_used(r"[\\/]{2}.*|[\\/]net[\\/].*|\w{2,}:[\\/]{2}.*", re.IGNORECASE)
_NOT_KEPT = "so nothing was written there"


class Kept(NamedTuple):
    """A place where something private may be written, and who can see it there: found out, not guessed."""

    path: Path
    where: str
    """Such as “in private/, outside git”, to end a sentence."""


def is_share(text: str) -> bool:
    """Whether a folder is named that another machine has: only to look there tells that machine who is looking."""
    text = text.strip()
    return any(_SHARE.fullmatch(one) for one in (text, os.path.normpath(text)))


def keep(root: Path, folder: Path, inside: str) -> Kept:
    """The place of a private file in a folder. Raises `Refused` unless it is known that git will never see it.

    No link may lie on the way. Where no `.git` lies above, there is no git to see it; where one does, git has to
    say itself that it ignores the file, and that it keeps nothing of the folder.
    """
    root, target = Path(os.path.realpath(root)), folder / inside
    shown = _shown(root, folder)
    _require_own_place(root, folder, shown)
    _require_no_link(root, folder, target, shown)
    real = Path(os.path.realpath(target))
    if not _is_kept_by_git(real, shown):
        return Kept(target, f"in {shown}/, which everyone who can open {_it(root, folder)} can read")
    _ask_git(real, Path(os.path.realpath(folder)), shown)
    return Kept(target, f"in {shown}/, outside git")


def _shown(root: Path, folder: Path) -> str:
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.as_posix()


def _it(root: Path, folder: Path) -> str:
    return "this folder" if folder.is_relative_to(root) else "it"


def _require_own_place(root: Path, folder: Path, shown: str) -> None:
    """The folder is for private details alone."""
    parts = Path(os.path.normpath(folder)).parts
    inside = Path(os.path.normpath(folder)).is_relative_to(root)
    first = parts[len(root.parts) :][:1] if inside else ()
    if ".git" in parts or (inside and (not first or first[0].casefold() in _SOURCES)):
        fix = "Name another folder as private_dir: in programme.yaml, or leave it out."
        raise Refused(f"{shown} is not a folder for private details alone, {_NOT_KEPT}", fix=fix)


def _require_no_link(root: Path, folder: Path, target: Path, shown: str) -> None:
    """No link leads from the workspace, or from a folder elsewhere, to where a file would really lie."""
    start = root if folder.is_relative_to(root) else Path(os.path.realpath(folder.parent)) / folder.name
    lexical = target if folder.is_relative_to(root) else start / target.relative_to(folder)
    real = os.path.realpath(lexical)
    if os.path.normcase(real) != os.path.normcase(os.path.normpath(lexical)):
        fix = "Put a folder there, or name the other one as private_dir: in programme.yaml."
        raise Refused(f"a link lies on the way to {shown}/{target.name}, {_NOT_KEPT}", fix=fix)


def _is_kept_by_git(real: Path, shown: str) -> bool:
    """Whether a `.git` lies above, or the environment names one; refused where that cannot be seen."""
    if variable("GIT_DIR") or variable("GIT_WORK_TREE"):
        return True
    try:
        return any(is_there(folder / ".git") for folder in real.parents)
    except OSError as problem:
        why = f"{problem.filename}: {problem.strerror}"
        raise Refused(f"it cannot be seen whether git keeps {shown}/ ({why}), {_NOT_KEPT}") from problem


def _ask_git(real: Path, folder: Path, shown: str) -> None:
    """Have git say that it ignores a file, and keeps nothing beside it: it is asked where the file will lie."""
    here = next(place for place in real.parents if is_folder(place))
    try:
        ignored = read(here, "check-ignore", "--quiet", "--no-index", "--", _named(real, here), patterns=True)
        if ignored.code == 1:
            raise Refused(f"git does not ignore {shown}/", fix=f"Add a line “{shown}/” to .gitignore.")
        _require(ignored, shown)
        held = read(here, "ls-files", "-z", "--", _named(folder, here))
        _require(held, shown)
    except NoGit as none:
        raise Refused(f"{none.message}, and a .git lies above {shown}/, {_NOT_KEPT}", fix=none.hint) from none
    if held.out:
        hint = f"Take it out first: git rm -r --cached {shown}, and add {shown}/ to .gitignore."
        raise Refused(f"git tracks files in {shown}/, which is for what it must never see", fix=hint)


def _require(ran: Ran, shown: str) -> None:
    if not ran.ok:
        fix = "Put right what git says, or take the .git away if nothing here is kept by git."
        raise Refused(f"git cannot say whether it ignores {shown}/ ({ran.first_words}), {_NOT_KEPT}", fix=fix)


def _named(path: Path, here: Path) -> str:
    """A path for git that is neither an option nor a pattern of git's own."""
    return "./" + Path(os.path.relpath(path, here)).as_posix()
