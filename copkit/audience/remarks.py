"""Remarks in `<!-- … -->`: who types one means it for nobody."""

import re

_REMARK = re.compile(r"<!--.*?-->", re.DOTALL)
_PART_OF_REMARK = re.compile(r"<!--.*\Z|\A.*?-->", re.DOTALL)


def has_remark(text: str) -> bool:
    """Whether a whole remark stands in a text."""
    return _REMARK.search(text) is not None


def uncommented(text: str) -> str:
    """A text without remarks, and without the part of one that a `|` cut through."""
    if "-->" not in text and "<!--" not in text:
        return text
    return _PART_OF_REMARK.sub("", _REMARK.sub("", text)).strip()
