"""`copkit sync`: fetch what others did, bring it together with yours, send it. Never forces anything."""

from collections.abc import Iterable
from typing import NoReturn

from copkit.cli import committing
from copkit.cli.common import DryRun, Many, Root, workspace
from copkit.cli.conflicts import explain, unsettled
from copkit.cli.exits import FOUND, OK, REFUSED, Stop
from copkit.cli.gone import emptied
from copkit.cli.locks import refuse_index_lock, refuse_locked
from copkit.cli.settling import settle
from copkit.cli.show import note, say, tell
from copkit.cli.sync_preview import preview
from copkit.cli.unsent import refuse_hidden, refuse_unsent
from copkit.looking import is_there
from copkit.visible import visible
from copkit.world.git import interrupted
from copkit.world.git.merging import changed_by_both
from copkit.world.git.repository import Repository
from copkit.world.git.running import HOOKS, NETWORK, NoGit, Ran, read, run
from copkit.world.git.status import Status

SAFE = "Your commits are safe on this computer."
TRIES = 3
_OVERWRITTEN = "would be overwritten"


def sync(root: Root = None, many: Many = False, dry_run: DryRun = False) -> int:
    """Fetch what others did, bring it together with yours, and send it.

    Where two people changed the same lines it shows both and says what to do; run it again after that. It never
    forces anything and never rewrites what is committed. --dry-run asks the shared copy how it stands, and lists
    what would be sent; what others did is seen once it is fetched.

    Example: copkit sync
    """
    repo = committing.repository(workspace(root))
    refuse_hidden(repo)
    if dry_run:
        return _would(repo)
    if begun := interrupted.left_over(repo):
        _put_right(repo, begun)
    interrupted.finished(repo)
    interrupted.forget_committed(repo)
    if (clash := _finish_merge(repo)) is not None:
        return clash
    before = _born(repo)
    _say_uncommitted(before)
    remote, branch = _remote(repo, before)
    for _ in range(TRIES):
        _fetch(repo, remote)
        refuse_unsent(repo, remote, f"refs/remotes/{remote}/{branch}")
        if not many:
            _brake(repo, f"refs/remotes/{remote}/{branch}")
        if _merge(repo, remote, branch):
            return FOUND
        pushed = _push(repo, before, remote, branch)
        if pushed.ok:
            say("In step with the others.", "green")
            return OK
        if "[rejected]" not in pushed.err and "fetch first" not in pushed.err:
            refuse_locked(repo, pushed, "nothing was sent", SAFE)
            _refuse(pushed, remote, "send to")
    raise Stop("others kept sending at the same moment", REFUSED, f"{SAFE} Run “copkit sync” again.")


def _would(repo: Repository) -> int:
    """Say what would be done. Nothing is fetched, put right or sent."""
    if interrupted.left_over(repo) or repo.under_way == "merge":
        tell("An earlier “copkit sync” is not finished: that would be done first.")
        return OK
    before = _born(repo)
    _say_uncommitted(before)
    remote, branch = _remote(repo, before)
    asked = run(repo.root, "ls-remote", remote, f"refs/heads/{branch}", seconds=NETWORK)
    if not asked.ok:
        _refuse(asked, remote, "reach")
    refuse_unsent(repo, remote, f"refs/remotes/{remote}/{branch}")
    preview(repo, remote, asked.text.partition("\t")[0])
    return OK


def _born(repo: Repository) -> Status:
    """Where the repository stands; an end where nothing is committed in it."""
    before = committing.status(repo)
    if not before.born:
        hint = "“copkit save” commits plans, “copkit notes commit” notes."
        raise Stop("there is nothing to send yet", REFUSED, hint)
    return before


def _put_right(repo: Repository, begun: interrupted.Begun) -> None:
    """Finish or take back a merge that was stopped half way, so that it can be done."""
    if interrupted.complete(repo, begun):
        settle(repo)
    else:
        note("An earlier “copkit sync” was stopped half way. What it had begun is taken back, and done again.")
        back = interrupted.take_back(repo, begun)
        if not back.ok:
            refuse_locked(repo, back, "nothing was brought together", SAFE)
            _words(back)
            raise Stop("git could not take it back; its own words are above", REFUSED, SAFE)


def _finish_merge(repo: Repository) -> int | None:
    """Finish a merge that has been settled by hand; explain what is not settled. None: there is none in the way."""
    if repo.under_way != "merge":
        return None
    try:
        conflicted = repo.status().conflicted
    except NoGit as none:
        raise Stop(none.message, REFUSED, none.hint) from none
    if open_ones := unsettled(repo, conflicted):
        explain(repo, tuple(open_ones))
        return FOUND
    for path in conflicted:
        there = is_there(repo.on_disk(path))
        command = ("add",) if there else ("rm", "--quiet", "--cached")
        if not (done := run(repo.root, *command, "--", str(repo.on_disk(path)))).ok:
            refuse_locked(repo, done, "nothing was brought together", SAFE)
            raise Stop(f"git cannot take {path}", REFUSED, done.words)
        say(f"settled: {path}{'' if there else ' (removed)'}")
    _conclude(repo)
    say("Both versions are brought together.", "green")
    return None


def _conclude(repo: Repository) -> None:
    """Commit a merge in which nothing is open any more."""
    done = run(repo.root, "commit", "--quiet", "--no-edit", seconds=HOOKS)
    if not done.ok:
        committing.refuse(repo, done)


def _say_uncommitted(before: Status) -> None:
    if mine := [path for path in before.dirty if path.startswith("communities/")]:
        note(f"Not committed yet, so not sent: {committing.few(mine)}")
        note("“copkit notes commit” commits notes, “copkit save” the rest.")


def _remote(repo: Repository, before: Status) -> tuple[str, str]:
    """Where to send to: what the branch follows, else the only other place there is."""
    remotes = read(repo.root, "remote").text.split()
    follows = read(repo.root, "config", f"branch.{before.branch}.remote").text.strip()
    merges = read(repo.root, "config", f"branch.{before.branch}.merge").text.strip()
    if follows in remotes and merges:
        return follows, merges.removeprefix("refs/heads/")
    if not remotes:
        hint = f"{SAFE} Ask for the address of the shared copy, then: git remote add origin ADDRESS"
        raise Stop("there is no shared copy to send to", REFUSED, hint)
    if len(remotes) > 1 and "origin" not in remotes:
        hint = f"Say once which: git branch --set-upstream-to={remotes[0]}/{before.branch}"
        raise Stop(f"there are several shared copies: {', '.join(remotes)}", REFUSED, hint)
    return ("origin" if "origin" in remotes else remotes[0]), before.branch


def _track(before: Status) -> tuple[str, ...]:
    """Remember where the branch went, when it follows nothing yet."""
    return () if before.upstream else ("--set-upstream",)


def _fetch(repo: Repository, remote: str) -> None:
    fetched = run(repo.root, "fetch", "--quiet", remote, seconds=NETWORK)
    if not fetched.ok:
        refuse_locked(repo, fetched, "nothing was fetched or sent", SAFE)
        _refuse(fetched, remote, "reach")


def _push(repo: Repository, before: Status, remote: str, branch: str) -> Ran:
    return run(repo.root, "push", "--quiet", *_track(before), remote, f"HEAD:refs/heads/{branch}", seconds=NETWORK)


def _merge(repo: Repository, remote: str, branch: str) -> bool:
    """Bring in what others did; whether two changes clash, which is then explained."""
    theirs = f"refs/remotes/{remote}/{branch}"
    if not read(repo.root, "rev-parse", "--verify", "--quiet", theirs).ok:
        return False
    coming = read(repo.root, "rev-list", "--count", f"HEAD..{theirs}").text.strip()
    if coming == "0":
        return False
    message = f"Bring together with {remote}"
    by_hand = ("--no-commit",) if changed_by_both(repo, theirs) else ()
    merge = ("merge", "--quiet", "--ff", *by_hand, "-m", message, theirs)
    refuse_index_lock(repo, "nothing was brought together", SAFE)
    _refuse_dirty(repo, theirs)
    interrupted.begin(repo, theirs, message)
    merged = run(repo.root, "-c", "merge.conflictStyle=merge", *merge, seconds=HOOKS)
    settled = _after_merge(repo, merged)
    if repo.under_way == "merge":
        if conflicted := repo.status().conflicted:
            explain(repo, conflicted)
            return True
        if merged.ok or settled:
            _conclude(repo)
    if not merged.ok and not settled:
        _refuse_merge(repo, merged)
    say(f"fetched {coming} {'commit' if coming == '1' else 'commits'} of others")
    return False


def _brake(repo: Repository, theirs: str) -> None:
    """End before others' commits take away more than a third of a folder's files here, unasked."""
    which = ("--name-only", "--diff-filter=D", "--find-renames", "--relative", "-z", f"HEAD...{theirs}")
    gone = read(repo.root, "diff", *which).text  # empty where theirs is not there yet
    if one := emptied(repo, gone.split("\0")):
        hint = f"{SAFE} “git log {theirs}” says who. “copkit sync --many” takes it in all the same."
        raise Stop(f"others deleted {one.told} here; nothing was brought together", REFUSED, hint)


def _refuse_dirty(repo: Repository, theirs: str) -> None:
    """Others' changes never go over a file that is not committed: so what a killed merge leaves is git's alone."""
    top = repo.on_disk(":/.git").parent
    changed = read(top, "diff", "--name-only", "--no-renames", "--no-relative", "-z", f"HEAD...{theirs}").text
    dirty = {repo.on_disk(path) for path in committing.status(repo).dirty}
    if mine := [path for path in changed.split("\0") if path and top / path in dirty]:
        _commit_first(mine)


def _commit_first(paths: Iterable[str]) -> NoReturn:
    hint = f"Commit them first (“copkit notes commit” or “copkit save”): {', '.join(paths)}. {SAFE}"
    raise Stop("others changed files that you have changed and not committed", REFUSED, hint)


def _after_merge(repo: Repository, merged: Ran) -> bool:
    """Take back what a merge that failed had begun to write; one that stands is settled: whether anything was."""
    stands = merged.ok or _OVERWRITTEN in merged.err
    begun = None if stands else interrupted.left_over(repo)
    if begun is None or interrupted.complete(repo, begun):
        settled = settle(repo)
        interrupted.finished(repo)
        return settled
    if interrupted.take_back(repo, begun).ok:
        interrupted.finished(repo)
    return False


def _refuse_merge(repo: Repository, merged: Ran) -> NoReturn:
    """Why git did not bring both together."""
    refuse_locked(repo, merged, "nothing was brought together", SAFE)
    if _OVERWRITTEN in merged.err:
        _commit_first(line.strip() for line in merged.err.split("\n") if line.startswith("\t"))
    if "unrelated histories" in merged.err:
        hint = f"{SAFE} Is this the right shared copy? “git remote -v” shows it."
        raise Stop("the shared copy is of another workspace: the two have nothing in common", REFUSED, hint)
    if repo.under_way == "merge":  # a hook or a missing name stopped the commit of a merge that is ready
        committing.refuse(repo, merged)
    _words(merged)
    raise Stop("git could not bring the two together; its own words are above", REFUSED, SAFE)


def _refuse(ran: Ran, remote: str, what: str) -> None:
    """The shared copy cannot be reached, or does not take it: why, as far as git says, and what to do."""
    said = ran.err.lower()
    _words(ran)
    if any(word in said for word in ("denied", "authentication", "could not read username", "403", "401")):
        hint = f"{SAFE} Ask whoever keeps the shared copy for leave to write to it."
        raise Stop(f"{remote} does not let you in", REFUSED, hint)
    if "remote rejected" in said or "declined" in said or "protected" in said:
        hint = f"{SAFE} Show its words above to whoever keeps the shared copy."
        raise Stop(f"{remote} did not take what was sent", REFUSED, hint)
    if "does not appear to be a git repository" in said or "not found" in said:
        hint = f"{SAFE} “git remote -v” shows the address; “git remote set-url {remote} ADDRESS” puts it right."
        raise Stop(f"there is no shared copy at the address of {remote}", REFUSED, hint)
    hint = f"{SAFE} Are you online? Run “copkit sync” again later."
    raise Stop(f"copkit cannot {what} {remote}", REFUSED, hint)


def _words(ran: Ran) -> None:
    for line in ran.words.split("\n")[:20]:
        note(f"  {visible(line)}")
