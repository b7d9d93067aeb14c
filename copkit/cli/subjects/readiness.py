"""What is still only in somebody's head, of each community whose blueprint is asked for."""

import json

from copkit.cli.exits import OK
from copkit.cli.show import say
from copkit.cli.subjects.communities import sources
from copkit.cli.subjects.desk import Desk
from copkit.workspace.handing_on import NUMBER, PARTS, Gap, gaps


def ready(desk: Desk) -> int:
    """List it with the file that each thing belongs in."""
    found = {one.files.id: gaps(one.registers, one.files, one.today) for one in sources(desk)}
    if desk.typed.said("as_json"):
        say(
            json.dumps(
                {name: [_data(gap) for gap in one] for name, one in found.items()}, indent=2, ensure_ascii=False
            )
        )
        return OK
    for name, one in found.items():
        _say(name, one)
    return OK


def _data(gap: Gap) -> dict[str, object]:
    return {"part": gap.part, "what": gap.what, "where": gap.where, "empty": gap.whole}


def _say(name: str, found: tuple[Gap, ...]) -> None:
    if not found:
        say(f"{name}: nothing is only in somebody's head")
        return
    say(f"{name}: {len(found)} {'thing is' if len(found) == 1 else 'things are'} still only in somebody's head")
    for number, part in enumerate(PARTS):
        here = [gap for gap in found if NUMBER[gap.part] == number]
        if here:
            say(f"  {number} {part.title}")
        for gap in here:
            say(f"    {gap.what[:1].upper()}{gap.what[1:]} ({gap.where})")
