"""A merge that was killed half way: it is known by a mark, taken back, and can then be done again.

git writes the files that others changed one after another and not in one step, and moves the branch last. Killed in
between it leaves others' changes in the work tree, some cut short, as though somebody had typed them. So what is
about to be merged is noted first. Afterwards, whatever of it lies in a file that was not changed since goes back to
what is committed here; theirs stays in the commits that were fetched.
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from copkit.editing.lock import sweep
from copkit.editing.temp import replace, write_temp
from copkit.looking import is_file, is_folder, is_link
from copkit.world.git.repository import Repository
from copkit.world.git.running import Ran, read, run

_MARK = "copkit-sync"


class Begun(NamedTuple):
    """A merge that was begun: the commit it started from, theirs, the name that git was given for it, a message."""

    ours: str
    theirs: str
    name: str
    message: str


def begin(repo: Repository, theirs: str, message: str) -> None:
    """Note what is about to be merged, before git touches a file."""
    ends = read(repo.root, "rev-parse", "HEAD", f"{theirs}^{{commit}}").text.split()
    target = repo.folder / _MARK
    sweep(repo.folder)
    replace(write_temp(target, "\n".join([*ends, theirs, message, ""]).encode()), target)


def finished(repo: Repository) -> None:
    """git has ended the merge, or handed it over to the person: the mark goes."""
    with suppress(FileNotFoundError):
        (repo.folder / _MARK).unlink()


def forget_committed(repo: Repository) -> None:
    """A merge that git noted as under way though its commit is made is over: git was stopped before it said so.

    Committed once more it would leave a commit of nothing.
    """
    if repo.under_way == "merge" and read(repo.root, "merge-base", "--is-ancestor", "MERGE_HEAD", "HEAD").ok:
        _forget(repo)


def _forget(repo: Repository) -> None:
    for name in ("MERGE_HEAD", "MERGE_MODE", "MERGE_MSG"):
        (repo.folder / name).unlink(missing_ok=True)


def left_over(repo: Repository) -> Begun | None:
    """The merge that was stopped half way, where there is one and the branch is still where it was."""
    try:
        ours, theirs, name, message = (repo.folder / _MARK).read_text(encoding="utf-8").split("\n")[:4]
    except (OSError, ValueError):
        return None
    if read(repo.root, "rev-parse", "HEAD").text.strip() != ours:
        return None
    return Begun(ours, theirs, name, message)


def complete(repo: Repository, begun: Begun) -> bool:
    """Whether git had written every file and the index, and only what it notes about the merge may be missing.

    That is put there, so that the merge is one that both git and the person can finish. A merge that git notes
    though it could not write the index is forgotten: committed, it would undo what others did.
    """
    if not read(repo.root, "ls-files", "-u").text:
        if repo.under_way != "merge":
            return False
        touched = _names(_top(repo), begun.ours, _result(repo, begun))
        if touched and not touched & _names(_top(repo), "--cached", begun.ours):
            _forget(repo)
            return False
    for name, text in (("MERGE_HEAD", f"{begun.theirs}\n"), ("MERGE_MSG", f"{begun.message}\n")):
        noted = repo.folder / name
        if not is_file(noted) or not noted.read_bytes().strip():
            noted.write_text(text, encoding="utf-8")
    return True


def take_back(repo: Repository, begun: Begun) -> Ran:
    """Give each file that the merge had begun to write its committed text again; what was typed since stays."""
    top, result = _top(repo), _result(repo, begun)
    touched = _names(top, begun.ours, result)
    staged = sorted(touched & _names(top, "--cached", begun.ours) - _names(top, "--cached", result))
    back = Ran(0, b"", "")
    if staged:
        by_name = ("--pathspec-from-file=-", "--pathspec-file-nul")
        back = run(top, "reset", "--quiet", *by_name, begun.ours, data=_listed(staged))
    written = [path for path in sorted(touched) if _is_gits(top, begun.ours, result, path)]
    known = [path for path in written if _at(top, begun.ours, path) is not None]
    if known and back.ok:
        back = run(top, "checkout-index", "--force", "--index", "--quiet", "-z", "--stdin", data=_listed(known))
    if back.ok:
        _remove(top, [path for path in written if path not in known])
    return back


def _names(top: Path, *between: str) -> set[str]:
    """The files that differ between two commits, or a commit and the index, from the top of the work tree."""
    ran = read(top, "diff", "--name-only", "--no-renames", "--no-relative", "-z", *between)
    return {path for path in ran.text.split("\0") if path}


def _top(repo: Repository) -> Path:
    return repo.on_disk(":/.git").parent


def _listed(paths: Iterable[str]) -> bytes:
    return "".join(f"{path}\0" for path in paths).encode("utf-8", "surrogateescape")


def _result(repo: Repository, begun: Begun) -> str:
    """The tree that the merge would have made; theirs where git is too old (before 2.38) to say."""
    if read(repo.root, "merge-base", "--is-ancestor", begun.ours, begun.theirs).ok:
        return begun.theirs
    tree = ("merge-tree", "--write-tree", "--no-messages", "HEAD", _name(repo, begun))
    merged = read(repo.root, "-c", "merge.conflictStyle=merge", *tree)
    return merged.text.split("\0")[0].split("\n")[0] if merged.code in (0, 1) and merged.text else begun.theirs


def _name(repo: Repository, begun: Begun) -> str:
    """Theirs by the name that the merge called it, which stands in the marks of a conflict."""
    same = read(repo.root, "rev-parse", "--verify", "--quiet", f"{begun.name}^{{commit}}").text.strip()
    return begun.name if same == begun.theirs else begun.theirs


def _at(top: Path, revision: str, path: str) -> bytes | None:
    """The bytes that git would write to disk for a file of a commit; None where the commit has no such file."""
    ran = read(top, "cat-file", "--filters", f"{revision}:{path}")
    return ran.out if ran.ok else None


def _is_gits(top: Path, ours: str, result: str, path: str) -> bool:
    """Whether git left what lies there: nothing, or the first part of a version, where we have another."""
    place, before = top / path, _at(top, ours, path)
    if is_link(place) or is_folder(place):
        return False
    try:
        now = place.read_bytes()
    except FileNotFoundError:
        return before is not None
    except OSError:
        return False
    return now != before and any((one or b"").startswith(now) for one in (before, _at(top, result, path)))


def _remove(top: Path, paths: Iterable[str]) -> None:
    """Remove files, and the folders that are empty without them, as git does."""
    for path in paths:
        with suppress(OSError):
            (top / path).unlink(missing_ok=True)
            for folder in (top / path).parents:
                if folder == top:
                    break
                folder.rmdir()
