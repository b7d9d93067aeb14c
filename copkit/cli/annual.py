"""What commands of a year share: which communities, which year or days, and for whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, get_args

import typer

from copkit.cli.common import pick_ids, the_day, workspace
from copkit.cli.exits import Stop
from copkit.cli.first_commits import first_commits
from copkit.cli.printing import audience_named, logo_of
from copkit.cli.reading import sentence
from copkit.cli.sound import names_known, say_unread
from copkit.dates import Year, read_date
from copkit.documents.annual import Annual
from copkit.documents.source import Audience
from copkit.metrics import Period
from copkit.models.community import Community
from copkit.models.programme import Programme
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


@dataclass(frozen=True, slots=True)
class Setting:
    """What is the same for all communities that are meant: from it each can be looked at by itself."""

    wanted: WantedYear
    tree: Folder
    shared: Shared
    today: date
    audience: Audience
    names: tuple[str, ...]
    commits: Mapping[str, Mapping[str, date]] | None
    logo: str

    def annual(self, name: str, year: str) -> Annual:
        """One community in its own year of a label; in the one at hand where no year is named."""
        files = load_community(self.tree, name)
        say_unread(files.files)
        chosen = pick_reporting_year(files, self.shared, year, self.today)
        known = None if self.commits is None else self.commits.get(name, {})
        period = _period(self.wanted, chosen)
        return Annual(self.shared, files, chosen, period, self.audience, self.today, known, self.logo)


def find_year(wanted: WantedYear, audiences: Sequence[Audience] = get_args(Audience)) -> Found:
    """The communities that are meant, each in its own year; the first of the audiences unless one is named."""
    community, year = _arguments(wanted)
    setting = find_setting(wanted, community, audiences)
    annuals = tuple(setting.annual(name, year) for name in setting.names)
    return Found(setting.tree, setting.shared, setting.today, annuals)


def find_setting(wanted: WantedYear, community: str, audiences: Sequence[Audience]) -> Setting:
    """The workspace, the day, the audience and the communities that are meant, none of them read yet."""
    audience = audience_named(wanted.audience, audiences)
    tree = workspace(wanted.root)
    shared = load_shared(tree)
    names_known(shared, audience)
    say_unread(shared.files)
    today = the_day(wanted.today, shared)
    names = tuple(pick_ids(tree, community))
    commits, logo = first_commits(tree, shared), logo_of(tree, shared)
    return Setting(wanted, tree, shared, today, audience, names, commits, logo)


def find_every(wanted: WantedYear, audiences: Sequence[Audience]) -> tuple[Setting, Year]:
    """All communities, none of them read yet, and the programme's own year that is meant."""
    if wanted.community and not wanted.community[:4].isdigit():
        raise Stop("--all is of all communities", hint=f"Leave “{wanted.community}” out, or --all.")
    setting = find_setting(wanted, "", audiences)
    about, programme = Community(), setting.shared.programme
    typed = wanted.year or wanted.community
    if not typed:
        return setting, year_in_hand(about, programme, setting.today)
    return setting, _labelled(about, programme, typed)


def pick_reporting_year(files: CommunityFiles, shared: Shared, typed: str, today: date) -> Year:
    """The year of a community that is meant; left out, the current one, or the last within 60 days of its end."""
    if not typed:
        return year_in_hand(files.about, shared.programme, today)
    return _labelled(files.about, shared.programme, typed)


def _labelled(about: Community, programme: Programme, typed: str) -> Year:
    try:
        return reporting_year(about, programme, typed)
    except ValueError as problem:
        raise Stop(f"{problem}", hint="Write 2026-27, or 2026 for the year that starts in 2026.") from problem


def _arguments(wanted: WantedYear) -> tuple[str, str]:
    """A year may be named alone: `copkit synthesis 2026-27`."""
    alone = wanted.community[:4].isdigit() and not wanted.year
    return ("", wanted.community) if alone else (wanted.community, wanted.year)


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
