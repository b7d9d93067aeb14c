"""The marks of those who stand behind a page: the host's logo, and its partners'."""

from typing import NamedTuple


class Mark(NamedTuple):
    """A picture as a page holds it: a `data:` address, its meaning in words, and its size in CSS pixels."""

    src: str
    alt: str
    width: int
    height: int


class Marks(NamedTuple):
    """The host's logo, those of partners, a line that names partners without one, and the accent."""

    logo: Mark | None = None
    partners: tuple[Mark, ...] = ()
    beside: str = ""
    accent: str = ""


UNMARKED = Marks()
