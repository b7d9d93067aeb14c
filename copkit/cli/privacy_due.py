"""`copkit privacy due`: what is past its time. It reports; it deletes nothing."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from copkit.cli.common import AsJson, Root, Today, the_day, workspace
from copkit.cli.exits import FOUND, OK
from copkit.cli.privacy_person import held_contacts
from copkit.cli.require_readable import names_known
from copkit.cli.say_json import say_json
from copkit.cli.show import say, tell
from copkit.dates import read_date, say_date
from copkit.patterns import when_used
from copkit.workspace import Folder, Shared, load
from copkit.workspace.retention import Due
from copkit.workspace.retention import due as all_due
from copkit.world.everything import TABLES, private_files
from copkit.world.private import FILE, private_folder

_DAY = when_used(r"\d{4}-\d{2}-\d{2}")
_HEADS = {
    "name": "Names of people who left",
    "needs": "Access needs",
    "contact": "Contact details",
    "export": "Raw exports",
}


def due(root: Root = None, today: Today = "", as_json: AsJson = False) -> int:
    """Say what is kept longer than people were told: leavers' names, access needs, contact details, raw exports.

    Nothing is deleted. The exit code is 1 when something is past its time.

    Example: copkit privacy due
    """
    tree = workspace(root)
    loaded = load(tree)
    names_known(loaded.shared, "team")
    day = the_day(today, loaded.shared)
    private = private_files(tree, loaded.shared)
    contacts = held_contacts(private.get(FILE))
    found = all_due(loaded, contacts, list(_exports(tree, loaded.shared, list(private))), day)
    if as_json:
        say_json({"due": [_as_data(one) for one in found]})
    elif not found:
        say("Nothing is past its time.")
    else:
        _list(found)
    return FOUND if found else OK


def _list(found: tuple[Due, ...]) -> None:
    for what, head in _HEADS.items():
        several = [one for one in found if one.what == what]
        if several:
            say(head, "bold")
        for one in several:
            say(f"  {one.position}: {one.who}, since {say_date(one.since)}")
            tell(f"    {one.why[:1].upper()}{one.why[1:]}. To do: {one.do}")


def _exports(tree: Folder, shared: Shared, paths: list[str]) -> Iterator[tuple[str, date]]:
    """The tables of the private folder, each with the day in its name, or on which it was last written."""
    folder = private_folder(tree, shared)
    for path in paths:
        if not path.lower().endswith(TABLES):
            continue
        match = _DAY.search(path.rpartition("/")[2])
        day = read_date(match[0]).value if match else None
        yield f"private/{path}", day or _written(folder / path)


def _written(path: Path) -> date:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date()


def _as_data(one: Due) -> dict[str, str]:
    return {
        "what": one.what,
        "who": one.who,
        "since": one.since.isoformat(),
        "why": one.why,
        "do": one.do,
        "position": str(one.position),
    }
