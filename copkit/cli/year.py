"""A community's year with its clashes, for `schedule`, and a day's for `move` and `new session`."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from copkit.calendars.clear import dates_to_avoid
from copkit.cli.exits import REFUSED, Stop
from copkit.dates import Year, later
from copkit.editing.store import Change
from copkit.schedule.beside import Own
from copkit.schedule.diary import Diary, with_clashes, with_proposals
from copkit.schedule.elsewhere import Others
from copkit.schedule.nearest import DAYS, not_past
from copkit.schedule.rows import Row, row_of
from copkit.schedule.year import CommunityYear, expected, lay_out
from copkit.workspace import CommunityFiles, Folder, Shared, load_community, load_shared
from copkit.workspace.overlay import Overlay
from copkit.world.given import read_given

if TYPE_CHECKING:
    from copkit.calendars.busy import Compared

YEAR_KINDS = frozenset(
    (
        "programme", "organisations", "people", "calendar", "methods", "running-orders",
        "community", "members", "plan", "notes", "issued",
    )
)  # fmt: skip
"""The kinds of file that a year is made from; the others are not read, for speed."""


class Against(NamedTuple):
    """A calendar that was compared, by the name of its file, and from which day to which."""

    name: str
    first: date
    last: date
    compared: "Compared"


class Years(NamedTuple):
    """The years that were laid out, where the bank holidays come from, and what else they were compared with."""

    made: list[tuple[CommunityFiles, CommunityYear]]
    source: str
    against: Against | None


def lay_out_years(
    tree: Folder,
    shared: Shared,
    communities: list[tuple[CommunityFiles, Year]],
    today: date,
    against: Path | None = None,
    own: Mapping[str, Own] = MappingProxyType({}),
) -> Years:
    """Each community's year, with what its dates hit and whom they take from other sessions.

    `own` are, by community, the plans that `schedule` wrote; without them each plan is kept.
    """
    periods = [expected(community, year)[0] for community, year in communities]
    first, last = min(period.start for period in periods), max(period.end for period in periods)
    clear = dates_to_avoid(shared.programme, shared.calendar, first, last, shared.holidays)
    made = [(one, lay_out(one, year, own.get(one.id, Own(today)))) for one, year in communities]
    days = [row.day for _, year in made for row in year.rows]
    busy = _compared(against, min([first, *days]), max([last, *days])) if against else None
    laid = [(_without(community, year.removed), year.rows) for community, year in made]
    taken = busy.compared.times if busy else ()
    diary = Diary(today, clear.avoid, shared.register, Others(tree, shared, YEAR_KINDS), laid, taken)
    compared = [(one, with_clashes(diary, one, year, today)) for one, year in made]
    return Years([(one, with_proposals(diary, one, year)) for one, year in compared], clear.source, busy)


def _without(community: CommunityFiles, removed: Collection[str]) -> CommunityFiles:
    """The community as it is once some of its plans are no more."""
    return replace(community, sessions=tuple(one for one in community.sessions if one.id not in removed))


def own_calendar(against: Path | None, day: date) -> Against | None:
    """A calendar of one's own around a day, if there is one: it is read before anything is written."""
    return _compared(against, later(day, -DAYS), later(day, DAYS)) if against else None


def day_of(
    tree: Folder,
    community: str,
    session: str,
    today: date,
    dry: Sequence[Change] = (),
    own: Against | None = None,
) -> Row:
    """A planned session with what its day holds, and free days near it where that makes somebody act.

    Its plan is read as it would be after the changes of a dry run.
    """
    after = Overlay(tree, {one.path.relative_to(tree.root).as_posix(): one.new for one in dry})
    shared, one = load_shared(tree, YEAR_KINDS), load_community(after, community, YEAR_KINDS)
    found = one.session(session)
    assert found is not None
    first, last = later(found.date, -DAYS), later(not_past(found.date, today), DAYS)
    clear = dates_to_avoid(shared.programme, shared.calendar, first, last, shared.holidays)
    taken = own.compared.times if own else ()
    diary = Diary(today, clear.avoid, shared.register, Others(tree, shared, YEAR_KINDS), [(one, ())], taken)
    row = diary.compared(one, row_of(found, one))
    return row._replace(proposals=diary.proposals(one, row, first, last) if row.clashes else ())


def _compared(against: Path, first: date, last: date) -> Against:
    """The busy times of a calendar that the user exported."""
    from copkit.calendars.busy import NoCalendar
    from copkit.world.foreign import busy_times

    data = read_given(against, "this calendar")
    try:
        return Against(against.name, first, last, busy_times(data, first, last))
    except NoCalendar as problem:
        raise Stop(f"{against}: {problem.message}", REFUSED, problem.fix) from problem
