"""Tidy a session's notes: only lines that are not committed, since agreed notes are never edited."""

from pathlib import Path

from copkit.cli.exits import OK, REFUSED, Stop
from copkit.cli.notes_session import Chosen
from copkit.cli.notes_show import say_footer
from copkit.cli.notes_take import tidy_proposed
from copkit.cli.reading import source
from copkit.cli.show import say
from copkit.cli.write import stop, write
from copkit.editing.diff import diff
from copkit.editing.notes_tidy import tidied
from copkit.editing.refused import Refused
from copkit.editing.store import Change
from copkit.world.git.repository import Repository
from copkit.world.git.running import NoGit


def tidy_notes(chosen: Chosen, *, yes: bool, accept: bool, dry_run: bool) -> int:
    """Show the change and make it; then ask about lines that look like more than a note."""
    chosen.document  # noqa: B018 - ends here where there are no notes
    agreed = _agreed(chosen, yes=yes)
    seen = source(chosen.tree, chosen.path)
    assert seen is not None
    names = chosen.names
    try:
        tidy = tidied(seen, chosen.community, chosen.session, names, agreed)
        new = tidy_proposed(chosen, tidy, agreed, accept=accept)
    except Refused as refused:
        raise stop(chosen.tree, refused) from refused
    change = Change(chosen.tree.root / chosen.path, new, seen)
    if new == seen:
        say(f"{chosen.path} is tidy")
    elif dry_run:
        write(chosen.tree, [change], dry_run=True)
    else:
        shown = diff(chosen.tree.root, [change])
        write(chosen.tree, [change], dry_run=False)
        say(shown.rstrip("\n"))
        say(f"wrote {chosen.path}")
    if not dry_run:
        say_footer(chosen.read_anew())
    return OK


def _agreed(chosen: Chosen, *, yes: bool) -> frozenset[str]:
    """The lines that are committed, without their indent; an end where nobody can know and `--yes` is not given."""
    try:
        committed = Repository(Path(chosen.tree.real)).committed(chosen.path)
    except NoGit as none:
        if yes:
            return frozenset()
        hint = "Agreed notes are not rewritten. If these are not agreed yet, add --yes."
        raise Stop(f"{none.message}, so it cannot say whether these notes are agreed", REFUSED, hint) from none
    text = (committed or b"").decode("utf-8", "replace")
    return frozenset(line.strip() for line in text.splitlines())
