"""A page in the accent of its programme, in place of copkit's two blues: in its style and in its drawings."""

import re
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

BLUES = ("#005eb8", "#003087")
_BLUES = "|".join(BLUES)
_IN_STYLE = re.compile(_BLUES, re.IGNORECASE)
_DRAWN = re.compile(rf'((?:fill|stroke)=")(?:{_BLUES})"', re.IGNORECASE)


def accented(page: str, accent: str) -> str:
    """A page in an accent, if there is one. What people typed stands outside its style and drawings, and stays."""
    if not accent:
        return page
    head, mark, body = page.partition("<body")
    return _IN_STYLE.sub(accent, head) + mark + _DRAWN.sub(rf'\g<1>{accent}"', body)


def accent_word(document: "Document", accent: str) -> None:
    """The same for a Word file: its styles, and the lines and grounds set in its text."""
    blues = {one[1:].upper() for one in BLUES}
    for element in chain(document.styles.element.iter(), document.element.iter()):
        for name, value in element.attrib.items():
            if str(value).upper() in blues:
                element.set(name, accent[1:].upper())
