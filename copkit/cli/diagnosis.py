"""What `copkit doctor` looks at of what is installed, a function each."""

import json
import os
import platform
import re
import sys
from datetime import date, datetime, timedelta
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import cache_from_source
from pathlib import Path
from typing import Literal, NamedTuple

from copkit import __version__
from copkit.dates import say_date
from copkit.render.places import PACKAGE
from copkit.workspace import find_root


class Line(NamedTuple):
    """One thing that was looked at: how it is, what was found, what to do. `vital`: nothing goes without it."""

    what: str
    state: Literal["ok", "slow", "old", "look", "unsafe", "missing"]
    found: str
    do: str = ""
    vital: bool = False


def examine(here: Path, today: date, encoding: str) -> list[Line]:
    """Everything that the doctor looks at, in the order in which it is told."""
    from copkit.cli.diagnosis_workspace import git_here, of_workspace

    root = find_root(here)
    return [
        Line("copkit", "ok", __version__),
        Line("Python", "ok", f"{platform.python_version()} at {sys.executable}"),
        _packages(),
        _compiled(),
        _yaml(),
        _zone(),
        _templates(),
        _cache(),
        _fonts(),
        _package("PDF", "typst", "PDF cannot be made; HTML and Word can."),
        _package("Word", "docx", "Word cannot be made; HTML and PDF can.", "python-docx"),
        _package("calendars", "icalendar", "busy times in an .ics file cannot be compared."),
        _package("later years", "holidays", "bank holidays past the shipped list are not known."),
        _bank_holidays(today),
        _encoding(encoding),
        git_here(),
        *(of_workspace(root) if root else [_NO_WORKSPACE]),
    ]


_PIN = re.compile(r"^([a-z0-9.-]+)==([^ \n]+)", re.MULTILINE)
_NO_WORKSPACE = Line("workspace", "missing", "none here or above", "“copkit init” starts one.")


def _packages() -> Line:
    """Whether what is installed is what copkit was tested with."""
    from copkit.render.places import constraints

    pins = dict(_PIN.findall(constraints().read_text(encoding="utf-8")))
    here = {name: found for name in pins if (found := _version(name))}
    others = [f"{name} {found} (tested: {pins[name]})" for name, found in here.items() if found != pins[name]]
    if others:
        found = f"{len(others)} of {len(here)} unpinned: {', '.join(others[:3])}{'…' if others[3:] else ''}"
        return Line("packages", "look", found, "Install copkit again with --constraint constraints.txt.")
    return Line("packages", "ok", f"{len(here)} as in constraints.txt")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _compiled() -> Line:
    """Whether Python keeps what it compiles of copkit, or does so again at each start."""
    files = list(PACKAGE.rglob("*.py"))
    bare = sum(not Path(cache_from_source(str(file))).exists() for file in files)
    if not bare:
        return Line("compiled", "ok", f"{len(files)} modules")
    if not sys.dont_write_bytecode and os.access(PACKAGE, os.W_OK):
        return Line("compiled", "ok", "as each is used for the first time")
    found = f"{bare} of {len(files)} modules are not: each start takes longer"
    do = f"Install it with the right to write to {PACKAGE}."
    return Line("compiled", "slow", found, "Unset PYTHONDONTWRITEBYTECODE." if sys.dont_write_bytecode else do)


def _cache() -> Line:
    from copkit.world.cache import template_cache

    if folder := template_cache():
        return Line("cache", "ok", str(folder.parent))
    do = "Name a folder of your own as XDG_CACHE_HOME in the environment."
    return Line("cache", "slow", "no folder to keep compiled templates in", do)


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
        do = "Save https://www.gov.uk/bank-holidays.json in communities/programme/."
        return Line("bank holidays", "old", found, do)
    return Line("bank holidays", "ok", found)


def _encoding(encoding: str) -> Line:
    if encoding.lower().replace("-", "").startswith("utf"):
        return Line("screen", "ok", f"shows every letter ({encoding})")
    found = f"letters that {encoding or 'it'} lacks are shown as codes"
    return Line("screen", "missing", found, "Set PYTHONUTF8=1 in the environment.")
