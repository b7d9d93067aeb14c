"""The door for programs: a workspace read, checked and counted as the commands do. `copkit.open` gives it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

from copkit.checks import Selection
from copkit.checks import check as run_checks
from copkit.documents.annual import Annual
from copkit.documents.source import Audience
from copkit.findings import Finding
from copkit.metrics import Figure, Period
from copkit.nouns.registry import NOUNS
from copkit.nouns.row import Scene
from copkit.workspace import Folder, Workspace, community_ids, find_root, load
from copkit.workspace.reporting import reporting_year, year_in_hand
from copkit.world.git.first_commits import first_commits
from copkit.world.git.tracked import tracked_files
from copkit.world.git.versions import Versions


@dataclass(frozen=True)
class Opened:
    """A workspace on a day. Nothing of it is written, and nothing is read before it is asked for."""

    tree: Folder
    today: date

    @property
    def root(self) -> Path:
        """The folder that holds `communities/`."""
        return self.tree.root

    @property
    def communities(self) -> tuple[str, ...]:
        """The ids of the communities, in order."""
        return tuple(community_ids(self.tree))

    @cached_property
    def read(self) -> Workspace:
        """Every record: `.shared` for the registers, `.communities[ID]` for members, sessions and the rest.

        `.findings` are what could not be read; `.where(record, FIELD)` gives the file, line and column of a field.
        """
        return load(self.tree)

    def check(self, *communities: str, only: str | tuple[str, ...] = ()) -> list[Finding]:
        """What `copkit check` finds, of all communities or of some; `only` are codes or families of checks."""
        return list(
            run_checks(
                self.tree,
                today=self.today,
                communities=[self._known(name) for name in communities],
                selection=_selection(only),
                tracked=tracked_files(self.tree.root),
                versions=Versions(Path(self.tree.real)),
            )
        )

    def figures(
        self, community: str, year: str = "", audience: Audience = "team"
    ) -> Mapping[str, tuple[Figure, ...]]:
        """Every metric's figures of a community's year by their codes, as an audience may see them.

        Left out, the year is the one at hand. `Figure.said` is what documents print, `.counted` the records behind.
        """
        if audience not in get_args(Audience):
            raise KeyError(f"there is no audience {audience}: there are {', '.join(get_args(Audience))}")
        files, shared = self.read.communities[self._known(community)], self.read.shared
        about, programme = files.about, shared.programme
        of = reporting_year(about, programme, year) if year else year_in_hand(about, programme, self.today)
        commits = first_commits(self.tree, shared)
        committed = None if commits is None else commits.get(files.id, {})
        return Annual(shared, files, of, Period(of.start, of.end), audience, self.today, committed).seen

    def list(self, noun: str, community: str = "") -> list[dict[str, Any]]:
        """The records of `copkit list NOUN --json`, of all communities or of one."""
        if noun not in NOUNS:
            raise KeyError(f"there is no noun {noun}: there are {', '.join(NOUNS)}")
        if community and not NOUNS[noun].own:
            raise KeyError(f"{noun} belong to all communities: leave {community} out")
        scenes = self._scenes(community) if NOUNS[noun].own else [Scene(self.read.shared, self.today)]
        return [row.data for scene in scenes for row in NOUNS[noun].rows(scene)]

    def _scenes(self, community: str) -> Iterator[Scene]:
        for name in (self._known(community),) if community else self.communities:
            yield Scene(self.read.shared, self.today, self.read.communities[name])

    def _known(self, community: str) -> str:
        if community not in self.communities:
            raise KeyError(f"there is no community {community}: there are {', '.join(self.communities)}")
        return community


def _selection(only: str | tuple[str, ...]) -> Selection:
    try:
        return Selection.of((only,) if isinstance(only, str) else only)
    except KeyError as unknown:
        raise KeyError(f"there is no check {unknown.args[0]}: write a code such as SES-04, or SES") from None


def opened(path: Path, today: date | None) -> Opened:
    """The workspace at or above a folder; its day is that of its programme unless one is given."""
    from copkit.cli.common import the_day
    from copkit.workspace import load_shared

    if today is not None and type(today) is not date:
        raise TypeError(f"today is a date, such as date(2026, 11, 27), and not {today!r}")
    root = find_root(path.absolute())
    if root is None:
        raise FileNotFoundError(f"{path} is in no copkit workspace: no folder “communities” there or above")
    tree = Folder(root)
    return Opened(tree, today or the_day("", load_shared(tree, ("programme",))))
