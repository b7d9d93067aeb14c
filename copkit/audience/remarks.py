"""Remarks in `<!-- … -->`: who types one means it for nobody."""

import re

from copkit.patterns import when_used

_REMARK = when_used(r"<!--.*?-->", re.DOTALL)
_PART_OF_REMARK = when_used(r"<!--.*\Z|\A.*?-->", re.DOTALL)


def has_remark(text: str) -> bool:
    """Whether a whole remark stands in a text."""
    return _REMARK.search(text) is not None


def uncommented(text: str) -> str:
    """A text without remarks, and without the part of one that a `|` cut through."""
    if "-->" not in text and "<!--" not in text:
        return text
    return _PART_OF_REMARK.sub("", _REMARK.sub("", text)).strip()
