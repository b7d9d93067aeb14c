"""What a search for a person says: what is left and where, what was searched, and what was not."""

from collections.abc import Sequence
from itertools import groupby

from copkit.cli.show import note
from copkit.people.mentions import Mention
from copkit.world.everything import TABLES
from copkit.world.search import WHAT_GIT_KEEPS, Search, Unsearched
from copkit.world.search.elsewhere import MADE, PRIVATE

MOST = 20
"""Lines of a list; of more their number is said."""


def say_left(found: Sequence[Mention], head: str) -> bool:
    """List what names the person still, by file; whether there is anything."""
    left = [one for one in found if one.sure or one.how == "file name"]
    made = {one.position.path for one in left if one.position.path.startswith(MADE)}
    lines = [
        line
        for path, several in groupby(left, key=lambda one: one.position.path)
        if path not in made
        for line in _left_in(path, list(several))
    ]
    if made:
        name = "1 page names" if len(made) == 1 else f"{len(made)} pages name"
        lines.insert(0, f"{MADE}: {name} the person. Delete the folder; copkit makes it again.")
    if lines:
        note(head)
    _list([f"  {line}" for line in lines])
    return bool(left)


def _left_in(path: str, several: Sequence[Mention]) -> list[str]:
    """What to say of one file."""
    if path.startswith(PRIVATE):
        what = "this raw export" if path.lower().endswith(TABLES) else "this file"
        return [f"{path}: {what} still names the person. Delete it if you need it no more."]
    if path.rpartition("/")[2].startswith("."):
        return [f"{path}: a program left this file, and it names the person. Delete it."]
    named = [one for one in several if one.how != "file name"]
    if not named:
        return [f"{path}: the file itself is named after the person. Give it another name."]
    if not named[0].position.line:
        return [f"{path}: “{named[0].typed}” is in this document. Take it out with the program that made it."]
    return [f"{path}:{one.position.line}: “{one.typed}”" for one in named]


def say_doubtful(found: Sequence[Mention]) -> bool:
    """List what may name the person where copkit changes nothing; whether there is anything."""
    lines = [
        f"    {one.position.path}{f':{one.position.line}' if one.position.line else ''}: “{one.typed}” ({one.why})"
        for one in found
        if not one.sure and one.how != "file name" and not one.position.path.startswith((MADE, PRIVATE))
    ]
    if lines:
        note("  These may be the person, or somebody else:")
    _list(lines)
    return bool(lines)


def say_searched(search: Search) -> None:
    """What was searched, and what was not."""
    files = search.files
    parts = [f"{files.texts:,} texts and {files.documents:,} other files of this workspace and its private folder"]
    if search.history is not None:
        parts.append(f"{search.history.objects:,} things that git keeps")
    note(f"Searched: {' and '.join(parts)}.")
    if search.unsearched:
        note("Not searched, so that the name may be there:")
        _list([f"  {one.path}: {one.why}" for one in folded(search.unsearched)])


def folded(unsearched: Sequence[Unsearched]) -> list[Unsearched]:
    """What was not searched, files of one folder with one reason together."""
    found = []
    by_reason = sorted(unsearched, key=lambda one: (one.why, _folder(one.path), one.path))
    for (why, folder), group in groupby(by_reason, key=lambda one: (one.why, _folder(one.path))):
        several = [one.path for one in group]
        if len(several) > 3:
            found.append(
                Unsearched(f"{folder}: {len(several)} files, such as {several[0].removeprefix(folder)}", why)
            )
        else:
            found += [Unsearched(path, why) for path in several]
    return found


def _folder(path: str) -> str:
    return f"{path.rstrip('/').rpartition('/')[0]}/"


def say_history(search: Search) -> None:
    """Which commits, stashes and records of git hold the name, and what can be done."""
    known = search.history
    if known is None:
        if any(one.path == WHAT_GIT_KEEPS for one in search.unsearched):
            return
        note("Whether git's history holds the name is unknown: there is no git repository here.")
        return
    if not known.commits and not known.others:
        note("Nothing that was searched of what git keeps holds the name.")
        return
    if known.commits:
        first, count = known.commits[0], len(known.commits)
        commits = "1 commit" if count == 1 else f"{count} commits"
        note(f"git keeps the name in {commits}, from {first.id} ({first.day}) on:")
        _list([f"  {one.id}  {one.day}  {one.subject}" for one in known.commits])
    if known.others:
        note("git keeps the name here, too:")
        _list([f"  {one}" for one in known.others])
    for line in ADVICE:
        note(line)


def _list(lines: Sequence[str]) -> None:
    for line in lines[:MOST]:
        note(line)
    if len(lines) > MOST:
        note(f"  … and {len(lines) - MOST} more")


ADVICE = (
    "copkit never rewrites history. Three ways, to be decided with your information governance lead:",
    "  1. Leave it, and tell the person: “Your name is out of everything that we use and print. Older versions",
    "     stay in our record of changes, and are not used.”",
    "  2. Ask whoever looks after your repository to rewrite it with git filter-repo. Every later commit gets",
    "     another id, and everybody has to clone it anew. Copies that others keep stay as they are, as does what",
    "     was sent.",
    "  3. Begin the repository again from the files as they are now, and delete the old one everywhere.",
)
