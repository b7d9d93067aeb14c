"""The sign-in sheet: who is expected, and room for others; whether they came, and whether for the first time."""

from dataclasses import dataclass

from copkit import lexicon
from copkit.audience.withheld import Absent
from copkit.documents.expected import Guest, guests
from copkit.documents.sitting import Sitting, meta, sitting
from copkit.documents.source import Source
from copkit.render.meta import Meta

say = lexicon.Words("sign_in")

LINES, MORE, MANY = 12, 2, 15
"""Empty lines: as many as fit on a page, fewer below names, but always some; and how many names make rows tight."""


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """The sheet: members' has the names of those who are expected, everybody's none."""

    meta: Meta
    sitting: Sitting
    expected: tuple[Guest, ...] | Absent
    numbers: tuple[int, ...]
    tight: bool


def build(source: Source) -> SignIn:
    """The sign-in sheet of a session."""
    expected = source.only("members", lambda: guests(source))
    return SignIn(
        meta=meta(source, say("sign_in")),
        sitting=sitting(source),
        expected=expected,
        numbers=(*range(max(MORE, LINES - -(-2 * len(expected) // 3))),),
        tight=len(expected) > MANY,
    )
