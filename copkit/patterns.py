"""Expressions that wait: a command uses a few of copkit's, and to compile them all takes a tenth of its time."""

import re
from typing import Any, AnyStr, cast


class _WhenUsed:
    """Stands for an expression, and compiles it when first asked for anything but its text."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)  # the next time nothing stands between
        return found


def when_used(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile`, put off until the expression is first used."""
    return cast(re.Pattern[AnyStr], _WhenUsed(pattern, flags))
