"""The small workspaces of `figures/`: each one of a kind of thing that figures were once wrong about."""

from datetime import date
from pathlib import Path

import yaml

from copkit.metrics import Facts, Figure, Period, registry
from copkit.workspace import Folder, load

FOLDER = Path(__file__).parent / "figures"
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
TODAY = date(2026, 11, 27)
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
SPRING = Period(date(2026, 4, 1), date(2026, 6, 30))

Files = dict[str, str]


def files_of(name: str) -> Files:
    """The files of a workspace, by their paths under `communities/`."""
    found: Files = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def facts_in(root: Path, files: Files, period: Period = YEAR, today: date = TODAY) -> Facts:
    """A workspace of some files, as its one community is counted."""
    for path, text in files.items():
        target = root / "communities" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    workspace = load(Folder(root))
    assert not [one for one in workspace.findings if one.severity == "error"]
    return Facts(workspace.communities["c"], workspace.shared, period, today)


def told(facts: Facts) -> dict[tuple[str, str], Figure]:
    """Every figure of a community by its code and label."""
    every = (one for metric in registry().values() if metric.scope == "community" for one in metric.find(facts))
    return {(one.code, one.label): one for one in every}
