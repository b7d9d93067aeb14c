"""What to do about a lock that git met, in words."""

import os

from copkit.cli.exits import REFUSED, Stop
from copkit.looking import is_there
from copkit.world.git.locks import is_ours, lock_in, shown
from copkit.world.git.repository import Repository
from copkit.world.git.running import Ran


def refuse_locked(repo: Repository, ran: Ran, what: str, kept: str) -> None:
    """End with advice where a lock stood in git's way; do nothing where none did.

    `what` is what did not happen ("nothing was committed"), `kept` says what is safe all the same.
    """
    lock = lock_in(ran.err)
    if lock is None:
        return
    if not lock.is_there:
        message = f"git cannot write {shown(repo, lock.path)} ({lock.why.strip()}), so {what}"
        raise Stop(message, REFUSED, f"{kept} Is the disk full, or does the folder belong to somebody else?")
    if "remote:" in ran.err and not is_ours(repo, lock.path):
        message = f"the shared copy is locked by another git, so {what}"
        path = os.path.normpath(lock.path)
        hint = (
            f"{kept} Somebody may be sending at this moment: wait a minute and run this again. If it stays so, "
            f"a git was stopped half way there: when nobody else is sending, whoever keeps the shared copy "
            f"deletes the file {path}"
        )
        raise Stop(message, REFUSED, hint)
    message = f"another git is at work here, or was stopped half way, so {what}"
    hint = (
        f"{kept} Wait a minute and run this again. If it stays so, close every other program that uses this "
        f"folder (other terminals, VS Code) or restart the computer: then no git is at work here, and it is safe "
        f"to delete the file {shown(repo, lock.path)} and run this again."
    )
    raise Stop(message, REFUSED, hint)


def refuse_index_lock(repo: Repository, what: str, kept: str) -> None:
    """End with advice where the index is locked: a merge would go on without it, and call itself done."""
    if is_there(lock := repo.folder / "index.lock"):
        refuse_locked(repo, Ran(128, b"", f"Unable to create '{lock}': File exists."), what, kept)
