"""What `copkit doctor` looks at, a function each."""

import json
import os
import platform
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal, NamedTuple

from copkit import __version__
from copkit.dates import say_date
from copkit.editing.schemas import FOLDER, shipped
from copkit.workspace import Folder, community_ids, find_root
from copkit.world.git import running as git


class Line(NamedTuple):
    """One thing that was looked at: how it is, what was found, what to do. `vital`: nothing goes without it."""

    what: str
    state: Literal["ok", "slow", "old", "missing"]
    found: str
    do: str = ""
    vital: bool = False


def examine(here: Path, today: date, encoding: str) -> list[Line]:
    """Everything that the doctor looks at, in the order in which it is told."""
    root = find_root(here)
    return [
        Line("copkit", "ok", __version__),
        Line("Python", "ok", f"{platform.python_version()} at {sys.executable}"),
        _yaml(),
        _zone(),
        _templates(),
        _fonts(),
        _package("PDF", "typst", "PDF cannot be made; HTML and Word can."),
        _package("Word", "docx", "Word cannot be made; HTML and PDF can.", "python-docx"),
        _package("calendars", "icalendar", "busy times in an .ics file cannot be compared."),
        _package("later years", "holidays", "bank holidays past the shipped list are not known."),
        _bank_holidays(today),
        _encoding(encoding),
        _git(),
        *(_of_workspace(root) if root else [_NO_WORKSPACE]),
    ]


_NO_WORKSPACE = Line("workspace", "missing", "none here or above", "“copkit init” starts one.")


def _yaml() -> Line:
    from copkit.yamlfile.events import PARSER, PythonParser

    if PARSER is PythonParser:
        do = "Install PyYAML from a wheel: pip install --force-reinstall --only-binary :all: pyyaml"
        return Line("YAML", "slow", f"PyYAML {version('pyyaml')} without libyaml: about ten times slower", do)
    return Line("YAML", "ok", f"PyYAML {version('pyyaml')} with libyaml")


def _zone() -> Line:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        summer = datetime(2026, 7, 1, tzinfo=ZoneInfo("Europe/London")).utcoffset()
    except ZoneInfoNotFoundError:
        return Line("time zone", "missing", "Europe/London is not known", "pip install tzdata", vital=True)
    good = summer == timedelta(hours=1)
    found = "Europe/London, with its summer time" if good else "Europe/London has no summer time here"
    return Line("time zone", "ok" if good else "missing", found, "" if good else "pip install tzdata", vital=True)


def _templates() -> Line:
    from copkit.render.places import builtin

    try:
        return Line("templates", "ok", str(builtin()), vital=True)
    except FileNotFoundError:
        return Line("templates", "missing", "copkit's own are not there", "Install copkit again.", vital=True)


def _fonts() -> Line:
    from copkit.render.places import FONTS

    names = sorted({file.stem.partition("-")[0] for file in FONTS.glob("*.ttf")})
    if not names:
        return Line("fonts", "missing", "none: PDF cannot be made", "Install copkit again.")
    return Line("fonts", "ok", ", ".join(names))


def _package(what: str, module: str, without: str, name: str = "") -> Line:
    name = name or module
    try:
        import_module(module)
        return Line(what, "ok", f"{name} {version(name)}")
    except (ImportError, OSError, PackageNotFoundError) as problem:
        return Line(
            what, "missing", f"{name} does not load ({type(problem).__name__}): {without}", f"pip install {name}"
        )


def _bank_holidays(today: date) -> Line:
    file = Path(__file__).parents[1] / "calendars" / "data" / "bank-holidays.json"
    try:
        data = json.loads(file.read_bytes())
        listed = date.fromisoformat(data["about"]["listed"])
        last = date.fromisoformat(data["england-and-wales"]["events"][-1]["date"])
    except (OSError, ValueError, KeyError):
        return Line("bank holidays", "missing", "the list cannot be read", "Install copkit again.", vital=True)
    found = f"GOV.UK's list of {say_date(listed)}, to {say_date(last)}; later years are calculated"
    if last - today < timedelta(days=180):
        return Line("bank holidays", "old", found, "A newer copkit has a newer list.")
    return Line("bank holidays", "ok", found)


def _encoding(encoding: str) -> Line:
    if encoding.lower().replace("-", "").startswith("utf"):
        return Line("screen", "ok", f"shows every letter ({encoding})")
    found = f"letters that {encoding or 'it'} lacks are shown as codes"
    return Line("screen", "missing", found, "Set PYTHONUTF8=1 in the environment.")


def _git() -> Line:
    said = _asked(Path(), "--version")
    if said is None:
        return Line("git", "missing", "files have no history", "Install it from git-scm.com, if you want one.")
    if not said.ok:
        return Line("git", "missing", f"it does not start: {said.first_words}", "Try “git --version”.")
    return Line("git", "ok", said.text.strip().removeprefix("git version "))


def _of_workspace(root: Path) -> Iterator[Line]:
    tree = Folder(root)
    communities = community_ids(tree)
    walked = os.walk(root / "communities")
    files = sum(name.endswith(".yaml") for _, _, names in walked for name in names)
    found = f"{root}: {len(communities)} communities, {files} files"
    yield Line(
        "workspace", "ok", found if len(communities) != 1 else found.replace("communities,", "community,", 1)
    )
    yield _private(root)
    yield _schemas(root)


def _private(root: Path) -> Line:
    """Whether git keeps its hands off the private folder."""
    inside = _asked(root, "rev-parse", "--git-dir")
    if inside is None or not inside.ok:
        return Line("private folder", "ok", "no git here that could take it")
    tracked = _asked(root, "ls-files", "--", "private")
    if tracked is not None and tracked.out.strip():
        do = "“git rm --cached -r private”, then add “private/” to .gitignore. The history still holds it."
        return Line("private folder", "missing", "git tracks files in private/", do)
    if not git.ignores(root, "private/contacts.yaml"):
        return Line("private folder", "missing", "git does not ignore private/", "Add “private/” to .gitignore.")
    return Line("private folder", "ok", "ignored by git")


def _schemas(root: Path) -> Line:
    folder = root / FOLDER
    if not folder.is_dir():
        return Line("editor schemas", "ok", "none here; “copkit schema” lets an editor complete and check")
    old = [name for name, data in shipped().items() if not _has(folder / name, data)]
    if old:
        return Line(
            "editor schemas", "old", f"{len(old)} differ from this copkit's", "“copkit schema” renews them."
        )
    return Line("editor schemas", "ok", FOLDER)


def _has(file: Path, data: bytes) -> bool:
    try:
        return file.read_bytes() == data
    except OSError:
        return False


def _asked(root: Path, *words: str) -> git.Ran | None:
    """How git answered; None where there is none."""
    try:
        return git.read(root, *words)
    except git.NoGit:
        return None
