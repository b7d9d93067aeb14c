"""What commands of a year share: which communities, which year or days, and for whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, get_args

import typer

from copkit.cli.common import pick_ids, the_day, workspace
from copkit.cli.exits import Stop
from copkit.cli.first_commits import first_commits
from copkit.cli.printing import logo_of
from copkit.cli.reading import sentence
from copkit.dates import Year, read_date
from copkit.documents.annual import Annual
from copkit.documents.source import Audience
from copkit.metrics import Period
from copkit.workspace import CommunityFiles, Folder, Shared, load_community, load_shared
from copkit.workspace.reporting import reporting_year, year_in_hand

YearArgument = Annotated[str, typer.Argument(metavar="[YEAR]", help="Such as 2026-27; this year when left out.")]
From = Annotated[str, typer.Option("--from", metavar="DAY", help="From this day, instead of a whole year.")]
To = Annotated[str, typer.Option("--to", metavar="DAY", help="Up to this day, instead of a whole year.")]


@dataclass(frozen=True, slots=True)
class WantedYear:
    """What the user typed. COMMUNITY may be left out where there is one; with `every` it means all."""

    community: str = ""
    year: str = ""
    from_: str = ""
    to: str = ""
    audience: str = ""
    root: Path | None = None
    today: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The workspace, the day, and one `Annual` for each community that is meant."""

    tree: Folder
    shared: Shared
    today: date
    annuals: tuple[Annual, ...]

    @property
    def one(self) -> Annual:
        """The only one; an end with advice where several communities could be meant."""
        if len(self.annuals) > 1:
            names = ", ".join(one.community.id for one in self.annuals)
            raise Stop("which community?", hint=f"Name one of {names}.")
        return self.annuals[0]


def find_year(wanted: WantedYear, audiences: Sequence[Audience] = get_args(Audience)) -> Found:
    """The communities that are meant, each in its own year; the first of the audiences unless one is named."""
    audience = _audience(wanted.audience, audiences)
    tree = workspace(wanted.root)
    shared = load_shared(tree)
    today = the_day(wanted.today, shared)
    community, year = _arguments(wanted)
    commits, logo = first_commits(tree, shared), logo_of(tree, shared)
    annuals = []
    for name in pick_ids(tree, community):
        files = load_community(tree, name)
        chosen = pick_reporting_year(files, shared, year, today)
        period = _period(wanted, chosen)
        known = None if commits is None else commits.get(name, {})
        annuals.append(Annual(shared, files, chosen, period, audience, today, known, logo))
    return Found(tree, shared, today, tuple(annuals))


def pick_reporting_year(files: CommunityFiles, shared: Shared, typed: str, today: date) -> Year:
    """The year of a community that is meant; left out, the current one, or the last within 60 days of its end."""
    if not typed:
        return year_in_hand(files.about, shared.programme, today)
    try:
        return reporting_year(files.about, shared.programme, typed)
    except ValueError as problem:
        raise Stop(f"{problem}", hint="Write 2026-27, or 2026 for the year that starts in 2026.") from problem


def _arguments(wanted: WantedYear) -> tuple[str, str]:
    """A year may be named alone: `copkit synthesis 2026-27`."""
    alone = wanted.community[:4].isdigit() and not wanted.year
    return ("", wanted.community) if alone else (wanted.community, wanted.year)


def _audience(typed: str, audiences: Sequence[Audience]) -> Audience:
    for audience in audiences:
        if audience == (typed or audiences[0]):
            return audience
    raise Stop(f"there is no version for “{typed}”", hint=f"There are {', '.join(audiences)}.")


def _period(wanted: WantedYear, year: Year) -> Period:
    start = _day("--from", wanted.from_) or year.start
    end = _day("--to", wanted.to) or year.end
    if start > end:
        raise Stop(f"the period ends ({end}) before it starts ({start})", hint="Give both --from and --to.")
    return Period(start, end)


def _day(option: str, typed: str) -> date | None:
    if not typed:
        return None
    read = read_date(typed)
    if read.value is None:
        raise Stop(f"{option}: {read.problem}", hint=sentence(read.fix))
    return read.value
