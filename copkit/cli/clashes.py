"""What a session's day holds, said where somebody chose the day: after `move` and `new session`."""

from collections.abc import Sequence
from datetime import date

from copkit.cli.against import note_against, say_against
from copkit.cli.exits import FOUND, OK
from copkit.cli.show import note, say, tell
from copkit.cli.year import Against, day_of
from copkit.dates import say_short, weekday_name
from copkit.editing.store import Change
from copkit.schedule.rows import Row
from copkit.workspace import Folder


def say_clashes(
    tree: Folder,
    community: str,
    session: str,
    today: date,
    dry: Sequence[Change] = (),
    own: Against | None = None,
) -> int:
    """What a planned session's day holds, free days nearby, and the exit code that says whether to act.

    `own` is a calendar of one's own to compare with. Of the changes of a dry run it is said beside the diff.
    """
    row = day_of(tree, community, session, today, dry, own)
    if dry:
        for words in (*row.clashes, *row.remarks):
            note(f"Mind: {words}.")
        if row.proposals:
            note(_free(row))
        if own:
            note_against(own)
        return FOUND if row.clashes else OK
    for clash in row.clashes:
        tell(f"Mind: {clash}.", "red")
    for remark in row.remarks:
        tell(f"Mind: {remark}.", "yellow")
    if row.clashes:
        say_proposals(community, row)
    if own:
        say_against(own)
    return FOUND if row.clashes else OK


def say_proposals(community: str, row: Row, indent: str = "", *, may_move: bool = True) -> None:
    """Free days near one that clashes, and the command that takes the first, where there is a plan to move."""
    if not row.proposals:
        say(f"{indent}no free date nearby")
        return
    tell(f"{indent}{_free(row)}")
    if not may_move:
        return
    best = row.proposals[0].isoformat()
    say(f'{indent}copkit move {community} {row.session} {best} --because "…"', "cyan")


def _free(row: Row) -> str:
    days = (f"{weekday_name(day.weekday())} {say_short(day)} {day.year}" for day in row.proposals)
    return f"free: {', '.join(days)}"
