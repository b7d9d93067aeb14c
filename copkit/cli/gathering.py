"""Every community read, counted and let go, by several processes where the workspace is large."""

from collections.abc import Iterator

from copkit.cli.annual import Setting
from copkit.dates import Year
from copkit.documents.portfolio.share import Share, share_of
from copkit.world.processes import Crew, among, processors, quickest

COMMUNITIES = 40
"""From so many communities on, processes that start with what this one has read are worth their start."""
_MOST_JOBS = 8


def shares(setting: Setting, year: Year) -> Iterator[Share]:
    """The share of each community in the year of a label, in order.

    Where no process can be started, or one is ended from outside, this process does the rest itself.
    """
    done, jobs = 0, min(processors(), _MOST_JOBS)
    if jobs > 1 and len(setting.names) >= COMMUNITIES and quickest() == "fork":
        for share in among(_crew(setting, year), setting.names, jobs, "fork"):
            done += 1
            yield share
    for name in setting.names[done:]:
        yield _one(setting, year, name)


def _one(setting: Setting, year: Year, name: str) -> Share:
    from copkit.workspace.load import no_collection

    with no_collection():
        return share_of(setting.annual(name, year.label))


def _crew(setting: Setting, year: Year) -> Crew[tuple[Setting, Year], Share]:
    return Crew(_given.append, _share, (setting, year))


# --- In each process -------------------------------------------------------------------------------------

_given: list[tuple[Setting, Year]] = []


def _share(name: str) -> Share:
    return _one(*_given[0], name)
