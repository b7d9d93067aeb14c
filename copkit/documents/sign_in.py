"""The sign-in sheet: name, organisation, and whether it is the first time. Nothing else is asked."""

from dataclasses import dataclass

from copkit import lexicon
from copkit.documents.sitting import Sitting, meta, sitting
from copkit.documents.source import Source
from copkit.render.meta import Meta

say = lexicon.Words("sign_in")

LINES = 13
"""As many as fit on a page."""


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """A sheet of empty lines. It says no name, so it may lie open on a table."""

    meta: Meta
    sitting: Sitting
    numbers: tuple[int, ...]


def build(source: Source) -> SignIn:
    """The sign-in sheet of a session."""
    return SignIn(meta=meta(source, say("sign_in")), sitting=sitting(source), numbers=(*range(LINES),))
