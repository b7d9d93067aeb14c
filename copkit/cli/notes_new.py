"""The notes file of a session as it is, or as it begins."""

from copkit.cli.notes_session import Chosen
from copkit.editing.store import read_seen


def begun(chosen: Chosen) -> tuple[bytes | None, bytes]:
    """What the file holds, None where there is none; and the same, or what a new one begins with."""
    from copkit.new.notes import notes_file
    from copkit.world.new_files import home

    seen = read_seen(chosen.tree.root / chosen.path)
    if seen is not None:
        return seen, seen
    who = chosen.names.who
    members = [who(member.who) for member in chosen.community.on_roll(chosen.session.date)]
    return None, notes_file(home(chosen.tree), chosen.path, chosen.session.date, members)
