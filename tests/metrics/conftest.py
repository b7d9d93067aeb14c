"""The worked example, loaded once, and a way to count a figure of it."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from copkit.metrics import Facts, Figure, Period, registry
from copkit.metrics.together import Together
from copkit.workspace import Folder, Workspace, load

ORACLE = Path(__file__).parent / "oracle"
PERIOD = Period(date(2026, 4, 1), date(2026, 7, 31))
TODAY = date(2026, 7, 31)

Read = Callable[..., Figure]


@pytest.fixture(scope="session")
def oracle() -> Workspace:
    return load(Folder(ORACLE))


def facts_of(
    ws: Workspace, community: str, period: Period = PERIOD, today: date = TODAY, **more: dict[str, date]
) -> Facts:
    return Facts(ws.communities[community], ws.shared, period, today, more.get("committed"))


def together_of(ws: Workspace, names: Iterable[str], period: Period = PERIOD, today: date = TODAY) -> Together:
    return Together(ws.shared, period, today, [facts_of(ws, name, period, today) for name in names])


def figure(of: object, code: str, label: str = "") -> Figure:
    """The one figure of a metric with a label."""
    every = {one.label: one for one in registry()[code].find(of)}
    assert label in every, f"{code} has {sorted(every)}"
    return every[label]


@pytest.fixture(scope="session")
def eight(oracle: Workspace) -> Read:
    facts = facts_of(oracle, "eight")
    return lambda code, label="": figure(facts, code, label)


@pytest.fixture(scope="session")
def sample(oracle: Workspace) -> Read:
    facts = facts_of(oracle, "sample")
    return lambda code, label="": figure(facts, code, label)


def write(root: Path, files: dict[str, str]) -> Workspace:
    """A workspace of a few files, by their paths under `communities/`."""
    for name, text in files.items():
        path = root / "communities" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    return load(Folder(root))
