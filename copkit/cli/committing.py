"""Commit exactly the files that are named, or say what stands in the way and what to do. Nothing is ever lost."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from copkit.checks import Selection, check_community, check_programme, make_context
from copkit.cli.exits import REFUSED, Stop
from copkit.cli.locks import refuse_locked
from copkit.cli.show import note, say, say_finding, tell
from copkit.editing.data_format import require_known_format
from copkit.findings import Finding, Severity
from copkit.people.files import holds
from copkit.suggest import argument
from copkit.visible import visible
from copkit.workspace import CommunityFiles, Folder, Shared
from copkit.workspace.nobody import hiding
from copkit.world.git import interrupted
from copkit.world.git.repository import Repository
from copkit.world.git.running import NoGit, Ran, read
from copkit.world.git.status import Status
from copkit.world.undoing import committed, sweep_record

KEPT = "What you typed is safe in the file."
_MOST_WORDS = 40
_MOST_PATHS = 5
_LEAVES = ("PRV-02", "PRV-07", "PRV-10")


def repository(tree: Folder) -> Repository:
    """The workspace's repository, ready to be committed to; an end with advice where it is not."""
    require_known_format(tree)
    try:
        repo = Repository(Path(tree.real))
    except NoGit as none:
        raise Stop(none.message, REFUSED, f"{KEPT} {none.hint}") from none
    sweep_record(tree.root)
    return repo


def status(repo: Repository) -> Status:
    """How the repository stands; an end with advice where nothing can be committed."""
    try:
        found = repo.status()
    except NoGit as none:
        raise Stop(none.message, REFUSED, f"{KEPT} {none.hint}") from none
    if interrupted.left_over(repo):
        message = "an earlier “copkit sync” was stopped half way"
        raise Stop(message, REFUSED, f"{KEPT} “copkit sync” puts it right; then run this again.")
    files, under_way = ", ".join(found.conflicted[:3]), repo.under_way
    if under_way == "merge" and files:
        message = f"two versions have to be brought together first: {files}"
        raise Stop(message, REFUSED, f"{KEPT} “copkit sync” shows both and says what to do.")
    if under_way == "merge":
        raise Stop(
            "a merge is not finished yet", REFUSED, f"{KEPT} “copkit sync” finishes it; then run this again."
        )
    if under_way:
        hint = (
            f"“git {under_way} --continue” finishes it, “git {under_way} --abort” gives it up; then run this again."
        )
        raise Stop(f"git is in the middle of a {under_way}", REFUSED, f"{KEPT} {hint}")
    if files:
        hint = f"Keep what is right in them, tell git so (git add {files}), then run this again."
        raise Stop(f"two versions have to be brought together first: {files}", REFUSED, f"{KEPT} {hint}")
    if not found.branch:
        raise Stop("no branch is checked out, so a commit might be lost", REFUSED, f"{KEPT} {_branches(repo)}")
    return found


def _branches(repo: Repository) -> str:
    names = read(repo.root, "for-each-ref", "--format=%(refname:short)", "refs/heads").text.split()
    if not names:
        return "“git switch -c main” makes a branch of what is here."
    return f"“git switch {argument(names[0], 'BRANCH')}” goes back to the branch {names[0]}; then run this again."


def findings(
    tree: Folder, shared: Shared, communities: Iterable[CommunityFiles], today: date, paths: Iterable[str]
) -> list[Finding]:
    """What the checks say of these files, and of private files that git keeps anywhere in the workspace."""
    repo = repository(tree)
    tracked, wanted, everything = frozenset(repo.tracked()), set(paths), Selection.of()
    context = make_context(tree, shared, today, tracked)
    found = check_programme(context, everything)
    for community in communities:
        found += check_community(context, community, everything)[0]
    return [one for one in found if _told(one, wanted) or (one.code == "PRV-10" and one.position.path in tracked)]


def _told(finding: Finding, paths: Collection[str]) -> bool:
    """Whether a finding is of these files, or of something without which they cannot be understood or kept."""
    if finding.position.path in paths:
        return finding.code != "NOT-01"
    return finding.code == "PRV-07" or (finding.code == "REF-08" and holds("people", finding.position.path))


def exposes(finding: Finding) -> bool:
    """Whether committing would expose somebody, or nobody can know: git never forgets."""
    unread = finding.code == "REF-08" and finding.severity is Severity.ERROR
    number = finding.code == "PRV-01" and finding.severity is Severity.ERROR
    return number or finding.code in _LEAVES or (unread and hiding(finding.position.path) is not None)


def say_findings(found: Sequence[Finding], *, remarks: bool = True) -> None:
    """The findings, remarks among them or only counted, and an end where a commit would expose somebody."""
    shown = [one for one in found if remarks or one.severity is not Severity.INFO]
    for one in shown:
        say_finding(one)
    if more := len(found) - len(shown):
        note(f"{more} {'remark' if more == 1 else 'remarks'} besides: “copkit check” shows all.")
    if grave := [one for one in found if exposes(one)]:
        places = ", ".join(dict.fromkeys(str(one.position) for one in grave))
        hint = f"Take it out at {places}, then run this again. Once committed it stays in the history."
        raise Stop("nothing was committed, since it would expose somebody", REFUSED, hint)


def commit(repo: Repository, before: Status, paths: Sequence[str], message: str) -> None:
    """Commit these files and no other, and say so."""
    done = repo.commit(paths, message, [path for path in paths if path in before.untracked])
    if not done.ok:
        refuse(repo, done)
    committed(repo.root, read(repo.root, "rev-parse", "--short", "HEAD").text.strip())
    tell(f"committed: {message}", "green")
    for path in paths:
        say(f"  {path}{' (removed)' if path in before.removed else ''}")
    if left := [path for path in before.staged if path not in paths]:
        note(f"Left staged, as they were: {few(left)}")


def few(paths: Sequence[str]) -> str:
    """Some paths in one line: the first five, and how many more there are."""
    more = len(paths) - _MOST_PATHS
    return ", ".join(paths[:_MOST_PATHS]) + (f" and {more} more" if more > 0 else "")


def refuse(repo: Repository, done: Ran) -> NoReturn:
    """git did not commit: in its own words, with what to do about the usual reasons."""
    said = done.err
    if "tell me who you are" in said or "auto-detect email" in said or "ident name" in said:
        hint = (
            "Tell git once who you are, then run this again:\n"
            '  git config --global user.name "Your Name"\n'
            "  git config --global user.email you@example.org"
        )
        raise Stop("git does not know who you are yet, so nothing was committed", REFUSED, f"{KEPT} {hint}")
    refuse_locked(repo, done, "nothing was committed", KEPT)
    for line in done.words.split("\n")[:_MOST_WORDS]:
        note(f"  {visible(line)}")
    if repo.hooks():
        hint = "Put right what it says above, then run this again."
        raise Stop("a check that runs before each commit (a hook) said no", REFUSED, f"{KEPT} {hint}")
    raise Stop("git did not commit; its own words are above", REFUSED, KEPT)


def refuse_ignored(path: str) -> NoReturn:
    """End where git is told to leave a file out, so that it can never be committed."""
    asks = f"“git check-ignore -v {argument(path, 'FILE')}”"
    hint = f"{KEPT} {asks} says which line of which file tells it so; take that line out."
    raise Stop(f"git is told to ignore {path}, so nothing was committed", REFUSED, hint)
