"""`copkit doctor`: what is installed here, and what is slow, old or missing."""

import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from copkit.cli.common import AsJson, Root
from copkit.cli.diagnosis import examine
from copkit.cli.exits import FOUND, OK
from copkit.cli.say_json import say_json
from copkit.cli.show import styled, tell_beside

_STYLES = {"ok": "green", "slow": "yellow", "old": "yellow", "missing": "red"}


def doctor(root: Root = None, as_json: AsJson = False) -> int:
    """Say what is installed and what is slow or missing, with what to do about it.

    The exit code is 0 unless something is missing that copkit cannot do without.

    Example: copkit doctor
    """
    today = datetime.now(ZoneInfo("UTC")).date()
    lines = examine((root or Path.cwd()).absolute(), today, sys.stdout.encoding or "")
    if as_json:
        say_json({"lines": [line._asdict() for line in lines]})
    else:
        size = max(len(line.what) for line in lines)
        for line in lines:
            state = styled(f"{line.state:<7}", _STYLES[line.state])
            tell_beside(state + styled(f" {line.what:<{size}}  "), size + 10, line.found)
            if line.do:
                tell_beside(" " * (size + 10), size + 10, line.do, "dim")
    return FOUND if any(line.vital and line.state == "missing" for line in lines) else OK
