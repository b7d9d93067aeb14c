"""`copkit doctor`: what is installed here, and what is slow, old, unsafe or missing."""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from copkit.cli.common import AsJson, Root
from copkit.cli.diagnosis import Line, examine
from copkit.cli.exits import FOUND, OK
from copkit.cli.say_json import say_json
from copkit.cli.show import note, styled, tell_beside

_STYLES = {"ok": "green", "slow": "yellow", "old": "yellow", "look": "yellow", "unsafe": "red", "missing": "red"}

Every = Annotated[bool, typer.Option("--all", help="Also what was found of each thing that is well.")]


def doctor(every: Every = False, root: Root = None, as_json: AsJson = False) -> int:
    """Say what is slow, old, unsafe or missing here, with what to do about it.

    The exit code is 0 unless something is missing that copkit cannot do without.

    Example: copkit doctor
    """
    today = datetime.now(ZoneInfo("UTC")).date()
    lines = examine((root or Path.cwd()).absolute(), today, sys.stdout.encoding or "")
    if as_json:
        say_json({"lines": [line._asdict() for line in lines]})
    else:
        _say(lines, every)
    return FOUND if any(line.vital and line.state == "missing" for line in lines) else OK


def _say(lines: Sequence[Line], every: bool) -> None:
    """A line for each thing that is not well; what is well in one, unless all is wanted."""
    well = [line for line in lines if line.state == "ok"]
    shown = lines if every else [line for line in lines if line.state != "ok"]
    size = max((len(line.what) for line in shown), default=0)
    for line in shown:
        state = styled(f"{line.state:<7}", _STYLES[line.state])
        tell_beside(state + styled(f" {line.what:<{size}}  "), size + 10, line.found)
        if line.do:
            tell_beside(" " * (size + 10), size + 10, line.do, "dim")
    if not every:
        copkit = f"copkit {lines[0].found}"
        tell_beside(styled(f"{'ok':<7}", "green") + " ", 8, ", ".join([copkit, *(line.what for line in well[1:])]))
        note("“copkit doctor --all” says what was found of each.")
