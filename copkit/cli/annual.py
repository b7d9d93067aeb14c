"""What commands of a year share: which communities, which year or days, and for whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from copkit.cli.common import pick_ids
from copkit.cli.exits import Stop
from copkit.cli.opening import OPENNESS, Opened, audience_named, opened
from copkit.cli.reading import day_of
from copkit.cli.subjects.words import community_and_when
from copkit.dates import Year
from copkit.documents.annual import Annual
from copkit.documents.source import Audience
from copkit.metrics import Period
from copkit.models.community import Community
from copkit.models.programme import Programme
from copkit.workspace import CommunityFiles, Folder, Shared, community_ids, load_community
from copkit.workspace.reporting import reporting_year, year_in_hand
from copkit.world.git.first_commits import first_commits


@dataclass(frozen=True, slots=True)
class WantedYear:
    """What the user typed. COMMUNITY may be left out where there is one."""

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


@dataclass(frozen=True)
class Setting(Opened):
    """What is the same for all communities that are meant: from it each can be looked at by itself."""

    wanted: WantedYear
    names: tuple[str, ...]
    commits: Mapping[str, Mapping[str, date]] | None

    def annual(self, name: str, year: str) -> Annual:
        """One community in its own year of a label; in the one at hand where no year is named."""
        files = self.community(name)
        chosen = pick_reporting_year(files, self.shared, year, self.today)
        known = None if self.commits is None else self.commits.get(name, {})
        period = _period(self.wanted, chosen)
        return Annual(self.shared, files, chosen, period, self.audience, self.today, known, self.marks)


def find_year(wanted: WantedYear, audiences: Sequence[Audience] = OPENNESS) -> Found:
    """The communities that are meant, each in its own year; the first of the audiences unless one is named.

    A year may be named alone or first: `copkit health 2026-27`.
    """
    setting = find_setting(wanted, audiences)
    annuals = tuple(setting.annual(name, setting.wanted.year) for name in setting.names)
    return Found(setting.tree, setting.shared, setting.today, annuals)


def find_setting(wanted: WantedYear, audiences: Sequence[Audience]) -> Setting:
    """The workspace, the day, the audience and the communities that are meant, none of them read yet."""
    audience = audience_named(wanted.audience, audiences)
    return setting_in(opened(wanted.root, wanted.today, audience), wanted)


def setting_in(place: Opened, wanted: WantedYear) -> Setting:
    """The communities that are meant in an open workspace, none of them read yet."""
    community, year = community_and_when((wanted.community, wanted.year), community_ids(place.tree))
    wanted = replace(wanted, community=community, year=year)
    names = tuple(pick_ids(place.tree, community))
    commits = first_commits(place.tree, place.shared)
    return Setting(place.tree, place.shared, place.audience, place.today, place.marks, wanted, names, commits)


def programme_year(setting: Setting) -> Year:
    """The programme's own year that is meant."""
    programme = setting.shared.programme
    if not setting.wanted.year:
        return year_in_hand(_together(setting), programme, setting.today)
    return _labelled(Community(), programme, setting.wanted.year)


def _together(setting: Setting) -> Community:
    """All communities as one that started with the first of them, where it is known of each when it started."""
    loaded = (load_community(setting.tree, name, ("community",)).about.started for name in setting.names)
    started = [day for day in loaded if day is not None]
    return Community().but(started=min(started)) if len(started) == len(setting.names) > 0 else Community()


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


def _period(wanted: WantedYear, year: Year) -> Period:
    start = day_of(wanted.from_, "--from", year.start) if wanted.from_ else year.start
    end = day_of(wanted.to, "--to", year.start) if wanted.to else year.end
    if start > end:
        raise Stop(f"the period ends ({end}) before it starts ({start})", hint="Give both --from and --to.")
    return Period(start, end)
