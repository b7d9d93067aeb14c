"""A community's year with its clashes, as `schedule` and `move` need it: files read, people and rooms compared."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

from copkit.calendars.clear import Clear, dates_to_avoid
from copkit.cli.exits import REFUSED, Stop
from copkit.dates import Year
from copkit.schedule.overlaps import Sitting, Taken, busy_at, overlaps
from copkit.schedule.year import (
    CommunityYear,
    Row,
    expected,
    free_dates,
    lay_out,
    sittings,
    sittings_of,
    with_clashes,
)
from copkit.workspace import CommunityFiles, Folder, Shared, load_community
from copkit.workspace.nearby import Meetings
from copkit.world.given import read_given

YEAR_KINDS = frozenset(
    (
        "programme", "organisations", "people", "calendar", "methods", "running-orders",
        "community", "members", "plan", "notes", "issued",
    )
)  # fmt: skip
"""The kinds of file that a year is made from; the others are not read, for speed."""


class Others:
    """What other communities have planned; each is read once, when one of its days is first asked for."""

    def __init__(self, tree: Folder, shared: Shared) -> None:
        self._tree, self._shared = tree, shared
        self._meetings = Meetings(tree)
        self._read: dict[str, list[Sitting]] = {}

    def sittings(self, days: Collection[date], but: Collection[str]) -> list[Sitting]:
        """The sittings on some days of the communities that are not left out."""
        return [sit for name in self._meetings.on(days, but) for sit in self._of(name) if sit.day in days]

    def _of(self, name: str) -> list[Sitting]:
        if name not in self._read:
            self._read[name] = sittings_of(load_community(self._tree, name, YEAR_KINDS), self._shared.register)
        return self._read[name]


class Years(NamedTuple):
    """The years that were laid out, and where the bank holidays come from."""

    made: list[tuple[CommunityFiles, CommunityYear]]
    source: str


def lay_out_years(
    tree: Folder, shared: Shared, communities: list[tuple[CommunityFiles, Year]], against: Path | None = None
) -> Years:
    """Each community's year, with what its dates hit and whom they take from other communities."""
    periods = [expected(community, year)[0] for community, year in communities]
    first, last = min(period.start for period in periods), max(period.end for period in periods)
    clear = dates_to_avoid(shared.programme, shared.calendar, first, last)
    made = [(community, lay_out(community, year, clear.avoid)) for community, year in communities]
    others = Others(tree, shared)
    sitting = _all_sittings(others, shared, made)
    taken = _busy(against, made) if against else []
    found = [overlap for overlap in overlaps(sitting) if overlap.matters]
    finished = []
    for community, year in made:
        busy = _busy_teller(community, shared, taken)
        propose = _proposer(others, shared, community, year, clear)
        finished.append((community, with_clashes(year, found, busy, propose)))
    return Years(finished, clear.source)


def _all_sittings(
    others: Others, shared: Shared, made: list[tuple[CommunityFiles, CommunityYear]]
) -> list[Sitting]:
    """The sittings of these years, and of other communities that meet on the same days."""
    found = [sit for community, year in made for sit in sittings(community, year.rows, shared.register)]
    return found + others.sittings({sit.day for sit in found}, {community.id for community, _ in made})


def _busy(against: Path, made: Iterable[tuple[CommunityFiles, CommunityYear]]) -> list[Taken]:
    """The busy times of a calendar that the user exported."""
    from copkit.world.foreign import busy_times

    data = read_given(against, "this calendar")
    days = [row.day for _, year in made for row in year.rows]
    if not days:
        return []
    times, findings = busy_times(data, min(days), max(days), str(against))
    for finding in findings:
        if finding.severity.word == "error":
            raise Stop(f"{against}: {finding.message}", REFUSED, finding.fix)
    return list(times)


def _busy_teller(community: CommunityFiles, shared: Shared, taken: list[Taken]) -> Callable[[Row], tuple[str, ...]]:
    """Says what of the user's own calendar falls on a row."""

    def tell(row: Row) -> tuple[str, ...]:
        sit = sittings(community, [row], shared.register) if taken else []
        return tuple(f"your calendar has “{time.summary}”" for one in sit for time in busy_at(one, taken))

    return tell


def _proposer(
    others: Others, shared: Shared, community: CommunityFiles, year: CommunityYear, clear: Clear
) -> Callable[[Row], tuple[date, ...]]:
    """Says which free dates are nearest to a row, looking at the other communities that meet on them too."""

    def propose(row: Row) -> tuple[date, ...]:
        def clashes(day: date) -> bool:
            moved = row._replace(day=day)
            mine = sittings(community, [moved], shared.register)
            return any(overlap.matters for overlap in overlaps(mine + others.sittings({day}, {community.id})))

        return free_dates(year, row, clear.avoid, clashes)

    return propose
