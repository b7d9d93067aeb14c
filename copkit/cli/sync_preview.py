"""What `copkit sync` would do, as far as it can be known before anything is fetched."""

from copkit.cli.show import say, tell
from copkit.visible import visible
from copkit.world.git.repository import Repository
from copkit.world.git.running import read

_MOST = 20


def preview(repo: Repository, remote: str, theirs: str) -> None:
    """Say what others have done, and list what would be sent; `theirs` is the commit where they stand."""
    known = not theirs or read(repo.root, "cat-file", "-e", f"{theirs}^{{commit}}").ok
    if not known:
        tell(
            f"{remote} has what others did and is not here yet: it would be fetched first."
        )
    elif theirs and (coming := _commits(repo, f"HEAD..{theirs}")):
        tell(f"{_count(coming)} of others would be brought together with yours.")
    base = (theirs,) if theirs and known else (f"--remotes={remote}",) if theirs else ()
    _say_ours(remote, _commits(repo, "HEAD", *(("--not", *base) if base else ())))


def _say_ours(remote: str, ours: list[str]) -> None:
    if not ours:
        tell(f"There is nothing to send to {remote}.")
        return
    tell(f"{_count(ours)} would be sent to {remote}:")
    for line in ours[:_MOST]:
        say(f"  {visible(line)}")
    if len(ours) > _MOST:
        say(f"  … and {len(ours) - _MOST} more")


def _commits(repo: Repository, *which: str) -> list[str]:
    """Commits, the newest first, each as its short name, its day and what was written beside it."""
    return read(repo.root, "log", "--format=%h  %as  %s", *which).text.splitlines()


def _count(commits: list[str]) -> str:
    return "1 commit" if len(commits) == 1 else f"{len(commits)} commits"
