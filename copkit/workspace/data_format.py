"""Which data format a workspace states: a whole number, which rises when files are to be written in another way."""

import re
from typing import NamedTuple

from copkit.findings import Position
from copkit.patterns import when_used
from copkit.yamlfile import Document, read

SETTINGS = "communities/programme/programme.yaml"
FIRST, CURRENT = 1, 3
"""The format of version 0.1, which states none, and the one that this copkit writes."""

_LONGEST = 6
_LINE = when_used(r"^format[ \t]*:[ \t]*([^\s#]+)", re.MULTILINE)


class Stated(NamedTuple):
    """The format, as it was typed and where; `number` is None for one that is no whole number."""

    number: int | None
    typed: str
    position: Position

    @property
    def known(self) -> bool:
        """Whether this copkit knows how such files are written."""
        return self.number is not None and self.number <= CURRENT


def stated(settings: Document | None) -> Stated:
    """What the settings state; settings that are not there, or state nothing, are of the first format."""
    if settings is None:
        return Stated(FIRST, "", Position(SETTINGS))
    if isinstance(settings.data, dict):
        value = settings.data.get("format", "")
        typed = value if isinstance(value, str) else "…"
    else:  # settings that cannot be read may state it in a line all the same
        match = _LINE.search(settings.text)
        typed = match[1] if match else ""
    return Stated(_number(typed), typed, settings.where("format"))


def stated_in(data: bytes | None) -> Stated:
    """The same of the bytes of the settings. Most state nothing else under this name, and need not be read."""
    return stated(read(data, SETTINGS) if data is not None and b"format" in data else None)


def _number(typed: str) -> int | None:
    if not typed:
        return FIRST
    whole = typed.isascii() and typed.isdecimal() and len(typed) <= _LONGEST
    return int(typed) if whole else None
