"""Two workspaces to write into: one as another system makes it with `init`, and the demonstration."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.calendars.test_busy import calendar
from tests.cli.privacy.conftest import git
from tests.importers.test_feedback import google
from tests.shell import ROOT, Ran, copkit


class Place(NamedTuple):
    """A workspace under git with a shared copy, and what its words are."""

    root: Path
    words: Mapping[str, str]


NOTES = """\
present: [{P}]
capture: |
  success: the wait for transport is cut on two wards
  idea: One form instead of three
  action: {P} | draft the terms | 30 Jun
"""
BESIDE = {
    "people.csv": "Name;Organisation;Email\nRosa Lynd;{O};\nOmar Adair;{O};\n",
    "form.csv": google(),
    "replies.csv": "Name;Are you coming?;Dietary requirements\n{P};Yes;Vegan\n",
    "minutes.txt": "Minutes\nAmina will ring the council by 30 June\n",
    "terms.ics": calendar("SUMMARY:Half term\nDTSTART;VALUE=DATE:20270531\nDTEND;VALUE=DATE:20270605").decode(),
}


@pytest.fixture(scope="session")
def quiet_git() -> Iterator[None]:
    """git with a name to commit under, and nothing of who runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("GIT_")]:
            patch.delenv(name)
        for role in ("AUTHOR", "COMMITTER"):
            patch.setenv(f"GIT_{role}_NAME", "A Curator")
            patch.setenv(f"GIT_{role}_EMAIL", "curator@anytown.example")
        yield


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory, quiet_git: None) -> dict[str, Place]:
    """The two, each made once."""
    folder = tmp_path_factory.mktemp("places")
    return {"init": _by_init(folder / "ours"), "demonstration": _demonstration(folder / "theirs")}


def _by_init(root: Path) -> Place:
    said = ("--system", "Southmere Health Board", "--community", "Frailty", "--contact", "cop@southmere.example")
    more = ("--name", "Ffion Rhys", "--organisation", "Southmere Hospital", "--pattern", "second tuesday")
    assert copkit("init", root, *said, *more, "--yes", "--today", "2026-04-01").code == 0
    settings = root / "communities/programme/programme.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "as_of: 2026-06-12\n", encoding="utf-8")
    assert copkit("schedule", "frailty", root=root).code in (0, 1)
    words = {"C": "frailty", "S": "2026-06-09", "N": "2026-07-14", "D": "2026-07-21", "P": "ffion.rhys"}
    return _shared(root, {**words, "O": "southmere-hospital", "Y": "2026-27"})


def _demonstration(root: Path) -> Place:
    shutil.copytree(ROOT / "communities", root / "communities")
    shutil.copy(ROOT / ".gitignore", root)
    words = {"C": "systems-leadership", "S": "2026-11-24", "N": "2027-01-12", "D": "2027-01-19", "P": "amina.khan"}
    return _shared(root, {**words, "O": "anytown-acute", "Y": "2024-25"})


def _shared(root: Path, words: dict[str, str]) -> Place:
    """Committed and sent once; then a held session's notes, and what lies beside the workspace."""
    for name, text in BESIDE.items():
        (root / name).write_text(text.format(**words), encoding="utf-8")
    with (root / ".gitignore").open("a", encoding="utf-8") as ignored:
        ignored.write("/*.csv\n/*.ics\nteam.git/\n")
    plan = root / "communities" / words["C"] / "sessions" / f"{words['S']}.yaml"
    plan.parent.mkdir(exist_ok=True)
    if not plan.exists():
        plan.write_text(f'date: {words["S"]}\nstart: "10:00"\nplace: online\n', encoding="utf-8")
    git(root, "init", "--quiet", "--initial-branch=main", "--template=")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=The start")
    git(root, "init", "--quiet", "--bare", "--initial-branch=main", "--template=", "team.git")
    git(root, "remote", "add", "origin", "./team.git")
    git(root, "push", "--quiet", "--set-upstream", "origin", "main")
    for kept in (root, root / "team.git"):
        git(kept, "repack", "-adq")  # a few files to copy for each test
    notes = plan.with_name(f"{words['S']}.notes.yaml")
    notes.write_text(NOTES.format(**words), encoding="utf-8")
    return Place(root, words)


@pytest.fixture(params=["init", "demonstration"])
def place(
    request: pytest.FixtureRequest, places: dict[str, Place], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Place:
    """A copy of each workspace, to change at will, with a home and a folder for temporary files of its own."""
    found = places[request.param]
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "TMPDIR"):
        (tmp_path / name).mkdir()
        monkeypatch.setenv(name, str(tmp_path / name))
    root = Path(shutil.copytree(found.root, tmp_path / "w"))
    monkeypatch.chdir(root)
    return Place(root, {**found.words, "R": str(root)})


def typed(place: Place, line: str, *more: str) -> Ran:
    """A line with the words of a workspace in it, an underscore for each space in a word."""
    return copkit(*(word.replace("_", " ").format(**place.words) for word in line.split()), *more)
