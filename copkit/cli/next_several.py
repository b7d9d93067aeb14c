"""`copkit next` of several communities: a line each with what is most urgent, the first due at the top."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from copkit.cli.next import Page
from copkit.cli.next_one import SCREEN, for_all, say_parts_of, short
from copkit.cli.show import NARROW, say, say_parts, styled, tell, width
from copkit.dates import say_day
from copkit.lexicon import listed
from copkit.schedule.for_all import Notice

_NAME = 26
_LEAST = 3
"""Communities that are named however much there is for all."""


class Urgent(NamedTuple):
    """Something to be done: what is late comes first, then what is to begin with, then what is due."""

    rank: int
    day: date
    what: str


def say_several(pages: Sequence[Page], told: Sequence[Notice], today: date, *, every: bool) -> None:
    """Say what is most urgent in each community, and which have nothing due."""
    listing = [(sorted(_urgent(page, today), key=_first), page) for page in pages]
    busy = sorted(((found, page) for found, page in listing if found), key=lambda pair: _first(pair[0][0]))
    quiet = [page.short for found, page in listing if not found]
    parts = list(for_all(told))
    say(say_day(today), "bold")
    say()
    lines = [line for part in parts for item in part.items for line in item]
    room = len(busy) if every else max(SCREEN - 5 - len(parts) - len(lines), _LEAST)
    for found, page in busy[:room]:
        _say_line(page, found)
    if len(busy) > room:
        tell(f"and {len(busy) - room} more communities: “copkit next --all”", "cyan")
    if quiet:
        tell(f"Nothing is due in {listed(quiet) if len(quiet) < _LEAST else f'{len(quiet)} communities'}.", "green")
    say_parts_of(parts)
    if not pages:
        say("Nothing is due: each community has closed.", "green")
        return
    page = busy[0][1] if busy else pages[0]
    tell(f"All of one: “copkit next {page.id}”", "cyan")


def _first(one: Urgent) -> tuple[int, date]:
    return one.rank, one.day


def _urgent(page: Page, today: date) -> Iterator[Urgent]:
    """Everything that is to be done in a community."""
    for _, task in page.tasks:
        yield Urgent(0 if task.late else 2, task.due, task.what)
    for need in page.needs:
        yield Urgent(3 if page.has_met else 1, today, need.what)
    for one in page.year:
        yield Urgent(2, today, one.what)
    if page.coming is None and not page.over:
        yield Urgent(1, today, f"No session is planned: copkit schedule {page.id}")


def _say_line(page: Page, found: Sequence[Urgent]) -> None:
    first = found[0]
    more = f" (+{len(found) - 1})" if len(found) > 1 else ""
    late = styled("late", "red") if first.rank == 0 else "    "
    day = short(first.day) if first.rank in (0, 2) else ""
    if width() < NARROW:
        said = (page.short, "late" if first.rank == 0 else "", day, f"{first.what}{more}")
        tell("  ".join(filter(None, said)))
        return
    room = width() - _NAME - len("  late  28 Apr  ") - len(more)
    say_parts(
        styled(f"{_short(page.short, _NAME):<{_NAME}}", "blue"), "  ", late, f"  {day:>6}  ",
        styled(f"{_short(first.what, max(room, 10))}{more}"),
    )  # fmt: skip


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
