"""Before anything is sent: nothing that is for nobody is in the files, nor in a commit that others do not have."""

from collections.abc import Iterable, Iterator
from typing import NoReturn

from copkit.cli.exits import REFUSED, Stop
from copkit.workspace.nobody import Hidden, hidden_in, hiding, home_of
from copkit.workspace.tree import LARGEST
from copkit.world.git.objects import Blobs
from copkit.world.git.repository import Repository
from copkit.world.git.running import read

_SAFE = "Your commits are safe on this computer."


def refuse_hidden(repo: Repository) -> None:
    """End the command where a file that git keeps has a value for nobody, on disk or as it was committed."""
    committed = read(repo.root, "ls-tree", "-r", "-z", "--name-only", "HEAD").text.split("\0")
    for path in filter(hiding, sorted({*repo.tracked(), *committed})):
        for found in _on_disk(repo, path):
            move = f"Move it to {home_of(path)} (“copkit migrate” does that for files of an older format)"
            _refuse(found, "is in a file that git keeps", f"{move}, then “copkit save”.")
        for found in hidden_in(path, repo.committed(path) or b""):
            if not found.key:
                _refuse(found, "was committed", "Put it right, then “copkit save”.")
            _refuse(found, "was committed before it left the file", "“copkit save” commits the file as it is now.")


def refuse_unsent(repo: Repository, remote: str, theirs: str) -> None:
    """End the command where a commit that others do not have yet holds a value for nobody."""
    known = read(repo.root, "rev-parse", "--verify", "--quiet", theirs).ok
    for found in _in_commits(repo, remote):
        _refuse(found, "is in a commit that is not sent yet", _afresh(repo, theirs if known else ""))


def _on_disk(repo: Repository, path: str) -> Iterator[Hidden]:
    """What the file says now; one that cannot be read is not sent as it is, and is told when it is committed."""
    try:
        data = repo.on_disk(path).read_bytes()
    except OSError:
        return
    yield from (found for found in hidden_in(path, data) if found.key)


def _in_commits(repo: Repository, remote: str) -> Iterator[Hidden]:
    listed = read(repo.root, "rev-list", "--objects", "HEAD", "--not", f"--remotes={remote}").text
    blobs = dict(_named(listed.splitlines(), repo.prefix))
    if not blobs:
        return
    with Blobs(repo.root) as git:
        for path, data in zip(blobs.values(), git.read(list(blobs), LARGEST), strict=True):
            yield from hidden_in(path, data) if data is not None else ()


def _named(lines: Iterable[str], prefix: str) -> Iterator[tuple[str, str]]:
    """The objects that are files with something to hide, each with its path in the workspace."""
    for line in lines:
        name, _, path = line.partition(" ")
        if path.startswith(prefix) and hiding(path.removeprefix(prefix)) is not None:
            yield name, path.removeprefix(prefix)


def _afresh(repo: Repository, theirs: str) -> str:
    """How to commit anew what was not sent; how to send it by hand where there is nothing to begin from."""
    base = read(repo.root, "merge-base", "HEAD", theirs).text.strip() if theirs else ""
    if not base:
        return "docs/privacy.md, “What git still holds”, says what can be done; “git push” alone would send it."
    return (
        f"“git reset --soft {base[:12]}” takes back what is not sent, and every file stays as it is; then "
        "“copkit save” and “copkit notes commit” commit it anew."
    )


def _refuse(found: Hidden, where: str, hint: str) -> NoReturn:
    what = f"“{found.key}” is for nobody, and {where}" if found.key else f"a file that cannot be read {where}"
    raise Stop(f"{found.position}: {what}, so nothing was sent", REFUSED, f"{_SAFE} {hint}")
