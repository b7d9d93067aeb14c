"""How long a report may be, and which slots give way, one after another, where it is longer."""

from collections.abc import Iterator
from typing import Final, NamedTuple


class Length(NamedTuple):
    """How many pages a report may have, and whether its slots stand in their short forms."""

    pages: int
    short: bool


LONGEST = 8
STEPS: Final[tuple[tuple[str, str], ...]] = (
    ("heard", "link"), ("themes", "link"), ("said_did", "short"), ("said_did", "link"), ("groups", "short"),
    ("groups", "link"), ("decisions", "short"), ("decisions", "link"), ("shifts", "short"), ("shifts", "link"),
    ("second", "link"), ("linked", "short"), ("linked", "link"), ("forms", "short"), ("adoption", "short"),
    ("pairs", "short"),
)  # fmt: skip
"""In this order. The front page, the limits and “Find any number” never give way."""


class Forms(NamedTuple):
    """How each slot that can give way stands: `full`, `short` or as a `link` into the evidence."""

    heard: str = "full"
    themes: str = "full"
    said_did: str = "full"
    groups: str = "full"
    decisions: str = "full"
    shifts: str = "full"
    second: str = "full"
    linked: str = "full"
    forms: str = "full"
    adoption: str = "full"
    pairs: str = "full"


def length_of(held: int) -> Length:
    """By the meetings held: one page, four, or eight."""
    pages = 1 if held == 1 else 4 if held < 4 else LONGEST
    return Length(pages, pages < LONGEST)


def steps() -> Iterator[Forms]:
    """How the slots stand at each step, from all in full to all that can give way."""
    forms = Forms()
    yield forms
    for slot, form in STEPS:
        forms = forms._replace(**{slot: form})
        yield forms
