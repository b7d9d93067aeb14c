"""Imports run one way, by the table in docs/architecture.md, and only the shell meets the world."""

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.sources import nodes, nodes_of

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "copkit"
MODULES = sorted(PACKAGE.rglob("*.py"))
SHELL = "cli"
WORLD_MODULES = {"socket", "ssl", "http", "urllib.request", "requests", "getpass"}
WORLD_CALLS = {
    "datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time", "time.time_ns",
    "time.localtime", "time.gmtime", "os.getenv", "getenv", "print", "input",
}  # fmt: skip
WORLD_VALUES = {"os.environ", "environ", "sys.stdout", "sys.stderr", "sys.stdin", "sys.argv"}
STARTERS = {
    "subprocess", "pty", "multiprocessing", "ProcessPoolExecutor",
    "asyncio.create_subprocess_exec", "asyncio.create_subprocess_shell",
}  # fmt: skip
OUTSIDE = {"os.environ", "environ", "os.getenv", "getenv", "Path.home", "shutil.which", "tempfile", "pwd", "ctypes"}
"""What lies outside a workspace: the user's environment, home and programs."""
OUTSIDE_CALLS = {"expanduser", "expandvars", "gettempdir", "getlogin"}

Nodes = Sequence[ast.AST]
"""Everything in a file, the file itself first."""


def layers() -> list[list[str]]:
    """The packages of each layer, highest first, as docs/architecture.md lists them."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.split("## The layers")[1].split("\n## ")[0]
    rows = re.findall(r"^\|[^|]*\|([^|]*`[^|]*)\|", table, re.MULTILINE)
    return [[name.removeprefix("copkit.") for name in re.findall(r"`([\w.]+)`", row)] for row in rows]


LAYERS = layers()
RANK = {name: len(LAYERS) - row for row, names in enumerate(LAYERS) for name in names}


def package_of(module: Path) -> str:
    """`checks` for copkit/checks/roles.py, `findings` for copkit/findings.py."""
    return module.relative_to(PACKAGE).with_suffix("").parts[0]


def imported(every: Nodes, module: Path) -> Iterator[tuple[int, str]]:
    """Every name of a module that is imported anywhere in a file, at its top or inside a function."""
    here = ["copkit", *module.relative_to(PACKAGE).with_suffix("").parts]
    for node in every:
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = ".".join(here[: -node.level]) if node.level else ""
            source = ".".join(filter(None, (start, node.module)))
            yield from ((node.lineno, f"{source}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Constant) and re.fullmatch(r"copkit(\.\w+)+", str(node.value)):
            yield node.lineno, str(node.value)  # a name for importlib


def wrong_imports(every: Nodes, module: Path) -> list[str]:
    """Where a module imports upwards or sideways."""
    own, problems = package_of(module), []
    if own == "__main__":
        return []
    for line, name in imported(every, module):
        head, _, rest = name.partition(".")
        target = rest.split(".")[0]
        if head != "copkit" or target in (own, "", "__version__") or (own, target) == ("__init__", "opened"):
            continue
        if RANK.get(target, 99) >= RANK.get(own, 0):
            problems.append(f"{module.relative_to(ROOT)}:{line}: {own} imports {target}")
    return problems


def dotted(node: ast.AST) -> str:
    """`datetime.now` for `datetime.datetime.now`: the last two parts of a dotted name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value).rpartition('.')[2]}.{node.attr}"
    return ""


def is_script(node: ast.stmt) -> bool:
    """Whether a statement runs only when its file is started by hand: `if __name__ == "__main__":`."""
    return isinstance(node, ast.If) and ast.unparse(node.test) == "__name__ == '__main__'"


def touches_of_the_world(every: Nodes, module: Path) -> list[str]:
    """Where a module reads the clock, the environment, the terminal or the network, or prints."""
    script = {id(part) for node in every[0].body if is_script(node) for part in ast.walk(node)}  # type: ignore[attr-defined]
    every, found = [node for node in every if id(node) not in script], []
    for node in every:
        if isinstance(node, ast.Call) and dotted(node.func) in WORLD_CALLS:
            found.append((node.lineno, dotted(node.func)))
        elif isinstance(node, ast.Name | ast.Attribute) and dotted(node) in WORLD_VALUES:
            found.append((node.lineno, dotted(node)))
    for line, name in imported(every, module):
        parents = {name, name.rpartition(".")[0], name.partition(".")[0]}
        if parents & WORLD_MODULES or name in ("time.time", *WORLD_VALUES):
            found.append((line, name))
    return [f"{module.relative_to(ROOT)}:{line}: {name}" for line, name in found]


def test_the_page_names_every_package_and_no_other() -> None:
    there = {package_of(module) for module in MODULES} - {"__init__", "__main__"}
    assert len(RANK) == sum(map(len, LAYERS)), "a package stands in two layers"
    assert there - set(RANK) == set(), "docs/architecture.md leaves these out"
    assert len(LAYERS) >= 7
    unbuilt = {name for name in set(RANK) - there if not later(name)}
    assert unbuilt == set(), "docs/architecture.md names what does not exist"


def starts_programs(every: Nodes, module: Path) -> list[str]:
    """Where a module can start another program."""
    found = [line for line, name in imported(every, module) if {name, *name.split(".")} & STARTERS]
    found += [node.lineno for node in every if isinstance(node, ast.Attribute) and _starts(dotted(node))]
    return [f"{module.relative_to(ROOT)}:{line}" for line in sorted(set(found))]


def _starts(name: str) -> bool:
    return name in STARTERS or bool(re.match(r"os\.(system|popen|startfile|exec|spawn|posix_spawn|fork)", name))


def touches_of_outside(every: Nodes, module: Path) -> list[str]:
    """Where a module asks what lies outside the workspace: the user's environment, home and programs."""
    found = [line for line, name in imported(every, module) if _leads_outside(name)]
    for node in every:
        if isinstance(node, ast.Attribute) and (dotted(node) in OUTSIDE or node.attr in OUTSIDE_CALLS):
            found.append(node.lineno)
    return [f"{module.relative_to(ROOT)}:{line}" for line in sorted(set(found))]


def _leads_outside(name: str) -> bool:
    return bool({name, name.partition(".")[0], name.rpartition(".")[2]} & {*OUTSIDE, "which"})


def beyond_the_world(touches: Callable[[Nodes, Path], list[str]]) -> tuple[list[str], list[str]]:
    """The touches of `world`, and those of every other module."""
    inside: list[str] = []
    others: list[str] = []
    for module in MODULES:
        found = touches(nodes(module), module)
        (inside if package_of(module) == "world" else others).extend(found)
    return inside, others


def test_only_the_world_starts_programs() -> None:
    """It alone knows how: without prompts, pagers, other languages and endless waiting."""
    inside, others = beyond_the_world(starts_programs)
    assert len(inside) >= 5, "the reader of starts has gone blind"
    assert others == []


def test_only_the_world_asks_what_lies_outside() -> None:
    inside, others = beyond_the_world(touches_of_outside)
    assert len(inside) >= 3, "the reader of touches has gone blind"
    assert others == []


@pytest.mark.parametrize(
    "source",
    [
        "import os\nos.environ['HOME']",
        "from os import environ",
        "from pathlib import Path\nPath.home()",
        "from pathlib import Path\nPath('~').expanduser()",
        "import os.path\nos.path.expanduser('~')",
        "import shutil\nshutil.which('git')",
        "from shutil import which",
        "import tempfile",
    ],
)
def test_another_way_to_what_lies_outside_is_caught(source: str) -> None:
    assert touches_of_outside(nodes_of(source), PACKAGE / "cli" / "doctor.py")


@pytest.mark.parametrize(
    "source",
    [
        "import subprocess",
        "def late():\n    from subprocess import run",
        "import os\nos.system('git status')",
        "import os\nos.execvp('git', [])",
        "import asyncio\nasyncio.create_subprocess_exec('git')",
        "from concurrent.futures import ProcessPoolExecutor",
        "from multiprocessing import get_context",
    ],
)
def test_another_way_to_start_a_program_is_caught(source: str) -> None:
    assert starts_programs(nodes_of(source), PACKAGE / "cli" / "doctor.py")


def later(name: str) -> bool:
    """Whether the table says that a package comes later: `(later `importers` `exporters`)`."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    return any(f"`{name}`" in group for group in re.findall(r"\(later ([^)]*)\)", text))


def test_imports_run_one_way() -> None:
    assert len(MODULES) == sum(1 for _ in PACKAGE.glob("**/*.py")) > 40
    seen = sum(1 for module in MODULES for _ in imported(nodes(module), module))
    assert seen > 150, "the reader of imports has gone blind"
    assert [problem for module in MODULES for problem in wrong_imports(nodes(module), module)] == []


PRINTING = [one for one in MODULES if package_of(one) in ("documents", "exporters")]
WRITER = PACKAGE / "cli" / "calendar.py"
DOORS = {
    "audience", "audience.edition", "audience.figures", "audience.hearing", "audience.remarks",
    "audience.withheld",
}  # fmt: skip
"""What gives an audience what it may have, and says what was kept back or not made for it."""
NAMES = {"people.company", "people.mentions", "people.others", "people.register"}
"""Who is meant by a name, and all mentions of somebody for that person: nothing of who may see it."""
OPENING = {
    "load", "load_community", "load_shared", "community_ids", "find_root", "Folder", "Bytes", "Tree", "Files",
}  # fmt: skip


def past_the_doors(every: Nodes, module: Path) -> list[str]:
    """Where what prints takes a workspace otherwise than through a door, or decides again what may be seen."""
    found = []
    for line, name in imported(every, module):
        where, _, what = name.removeprefix("copkit.").rpartition(".")
        shut = where.partition(".")[0] in ("audience", "people") and where not in DOORS | NAMES
        opens = where.partition(".")[0] == "workspace" and what in OPENING and module != WRITER
        found += [f"{module.relative_to(ROOT)}:{line}: {name}"] if shut or opens else []
    return found


def test_what_prints_takes_a_workspace_through_a_door() -> None:
    """Documents, tables and the calendar's writer; that one reads what lies there, and then opens a door to it."""
    printing = [*PRINTING, WRITER]
    assert len(printing) > 90
    assert [way for module in printing for way in past_the_doors(nodes(module), module)] == []
    seen = {name.rpartition(".")[0] for module in printing for _, name in imported(nodes(module), module)}
    assert {f"copkit.{name}" for name in DOORS | NAMES} - seen == set(), "nobody goes through it: take it off"


@pytest.mark.parametrize(
    "source",
    [
        "from copkit.audience.reader import Reader",
        "from copkit.people.consent import may_be_named",
        "from copkit.people.roles import on_day",
        "def late():\n    from copkit.workspace.load import load",
        "from copkit.workspace import load_community",
    ],
)
def test_another_way_than_a_door_is_caught(source: str) -> None:
    assert past_the_doors(nodes_of(source), PACKAGE / "documents" / "agenda.py")


def test_only_the_shell_meets_the_world() -> None:
    below = [module for module in MODULES if package_of(module) not in (SHELL, "world", "__main__")]
    assert len(below) > 30
    assert [touch for module in below for touch in touches_of_the_world(nodes(module), module)] == []


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("findings.py", "from copkit.yamlfile import read"),
        ("models/base.py", "def lazy():\n    import copkit.workspace"),
        ("models/base.py", "from copkit import checks"),
        ("calendars/ics.py", "from copkit.schedule import rhythm"),
        ("calendars/ics.py", "from ..render import html"),
        ("documents/agenda.py", "import_module('copkit.cli.agenda')"),
        ("nowhere/new.py", "from copkit.findings import Finding"),
        ("__init__.py", "from copkit.cli import app"),
    ],
)
def test_a_wrong_import_is_caught(module: str, source: str) -> None:
    assert wrong_imports(nodes_of(source), PACKAGE / module)


@pytest.mark.parametrize(
    "source",
    [
        "import datetime\ntoday = datetime.date.today()",
        "from datetime import datetime\nnow = datetime.now(tz)",
        "import os\nos.environ['HOME']",
        "from os import environ",
        "print('hello')",
        "import sys\nsys.stdout.write('x')",
        "from urllib.request import urlopen",
        "import urllib.request",
        "import socket",
        "def late():\n    from time import time",
        "import time\ntime.time()",
    ],
)
def test_a_touch_of_the_world_is_caught(source: str) -> None:
    assert touches_of_the_world(nodes_of(source), PACKAGE / "checks" / "roles.py")


def test_what_is_allowed_is_let_pass() -> None:
    source = "from copkit.findings import Finding\nfrom .base import Record\nfrom urllib.parse import quote\n"
    module = PACKAGE / "models" / "community.py"
    assert wrong_imports(nodes_of(source), module) == []
    assert touches_of_the_world(nodes_of(source + "today = ws.today\n"), module) == []
