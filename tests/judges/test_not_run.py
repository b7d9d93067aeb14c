"""No test stays away unseen: there is one way not to be run, it is counted, and where all is wanted it fails."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.judges.tools import NEEDS
from tests.sources import nodes

TESTS = Path(__file__).parents[1]
WAYS = {"skip", "skipif", "xfail", "importorskip", "SkipTest", "skipTest", "which"}
"""Names by which a test could stay away, or look for a program by itself."""
TOOLS = {"pdftotext", "pdfinfo", "pdftoppm", "qpdf", "mutool", "java", "node", "npm", "soffice", "chromium"}
ROOM = "judges"
MISSED = {"benchmarks/test_ratios.py": {"xfail"}}
"""Where a race that misses its budget, or a leak still to be mended, is run all the same, and says why."""

CASES = """
import pytest
from tests.judges.tools import need

def test_here(): need("Unix")
def test_called(): need("a mail client of 1998")
@pytest.mark.needs("a mail client of 1998")
def test_marked(): assert False
@pytest.fixture
def mail(): need("a mail client of 1998")
def test_asked_for(mail): pass
def test_no_such_need(): need("nothing by this name")
"""
AT_WILL = """
import pytest, unittest

def test_skipped(): pytest.skip("I do not feel like it")
@pytest.mark.skip
def test_never(): pass
@pytest.mark.skipif("1 == 1", reason="as always")
def test_if(): pass
class Test(unittest.TestCase):
    def test_older(self): raise unittest.SkipTest("as of old")
"""
HIDDEN = """
import pytest
pytest.importorskip("nothing_by_this_name")

def test_something(): pass
"""
WITH_ONE_MORE = """
import tests.judges.tools as tools
tools.NEEDS["a mail client of 1998"] = tools.Need(lambda: False, "a museum")
pytest_plugins = ("tests.judges.not_run",)
"""


def ways_in(every: Sequence[ast.AST]) -> Iterator[str]:
    """The names and the programs among those above that a file uses or imports."""
    for node in every:
        name = getattr(node, "attr", None) or (node.name if isinstance(node, ast.alias) else "")
        yield from WAYS & {name}
        yield from TOOLS & {node.value if isinstance(node, ast.Constant) else ""}


def test_nothing_outside_of_the_room_of_the_judges_skips_or_looks_for_a_program() -> None:
    found = {path.relative_to(TESTS).as_posix(): {*ways_in(nodes(path))} for path in TESTS.rglob("*.py")}
    assert len(found) > 250
    assert {"skip", "which", "java", "soffice"} <= found[f"{ROOM}/tools.py"], "the scan must see what it looks for"
    assert {"node"} <= found[f"{ROOM}/page.py"]
    outside = {name: ways for name, ways in found.items() if ways and not name.startswith(f"{ROOM}/")}
    assert outside == MISSED


def test_each_need_says_how_to_get_it() -> None:
    assert all(need.get and need.here() in (True, False) for need in NEEDS.values())


PYTEST = (sys.executable, "-m", "pytest", "-p", "no:cacheprovider")
ALONE = ("-p", "no:xdist", "-p", "no:hypothesispytest")
"""Without what these few tests do not use, and takes longer to start than they do to run."""


def ran(tmp_path: Path, source: str, judges: str = "") -> tuple[int, str]:
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = needs\n")
    (tmp_path / "conftest.py").write_text(WITH_ONE_MORE)
    (tmp_path / "test_it.py").write_text(source)
    command = [*PYTEST, *ALONE, "--basetemp", tmp_path / "base", "--rootdir", tmp_path, tmp_path]
    command += ["-c", tmp_path / "pytest.ini"]
    env = {**os.environ, "COPKIT_JUDGES": judges, "PYTHONPATH": str(TESTS.parent), "COLUMNS": "200"}
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=120)
    return done.returncode, done.stdout


def test_what_is_not_run_is_counted_and_said_at_the_end(tmp_path: Path) -> None:
    source = CASES.replace('def test_no_such_need(): need("nothing by this name")\n', "")
    code, said = ran(tmp_path, source)
    assert code == 0
    assert said.splitlines()[-2:-1] == [
        "Not run here: 3 by a mail client of 1998 (get a museum). "
        "On Debian and Ubuntu `bash .ci/run` gets all that it insists on."
    ]
    assert re.search(r"1 passed, 3 not run in", said)


def test_where_all_are_wanted_it_fails(tmp_path: Path) -> None:
    code, said = ran(tmp_path, CASES, judges="all")
    assert code == 1
    assert "every judge is wanted, and a mail client of 1998 is not here: a museum" in said
    assert re.search(r"2 failed, 1 passed, 2 errors in", said), said
    assert "Not run here" not in said


def test_a_test_that_skips_by_itself_fails(tmp_path: Path) -> None:
    code, said = ran(tmp_path, AT_WILL)
    assert code == 1
    assert re.search(r"2 failed, 2 errors in", said), said
    assert "What a test needs is said by need()" in said


def test_what_is_expected_to_fail_is_run(tmp_path: Path) -> None:
    code, said = ran(tmp_path, "import pytest\n@pytest.mark.xfail\ndef test_it(): assert False\n")
    assert (code, "1 xfailed in" in said) == (0, True), said


def test_a_file_that_skips_itself_fails(tmp_path: Path) -> None:
    code, said = ran(tmp_path, HIDDEN)
    assert code != 0, said


@pytest.mark.needs("Unix")
def test_on_a_bare_machine_the_judges_are_not_run(tmp_path: Path) -> None:
    """With a PATH in which there is nothing, as the programs are found by it; conftest.py does so to the others."""
    env = {key: value for key, value in os.environ.items() if key != "CHROMIUM"}
    env |= {"PATH": str(tmp_path), "COPKIT_JUDGES": ""}
    files = [TESTS / ROOM / name for name in ("test_pdf.py", "test_page.py", "test_ics.py")]
    command = [*PYTEST, "--basetemp", tmp_path / "base", "-n0", "-m", "slow", *files]
    done = subprocess.run(command, cwd=TESTS.parent, env=env, capture_output=True, text=True, timeout=120)
    counted = {name: int(count) for count, name in re.findall(r"(\d+) by ([^(]+) \(", done.stdout)}
    assert done.returncode == 0, done.stdout
    assert counted == {"axe in Chromium": 2, "Nu HTML checker": 1, "veraPDF": 1, "Node's calendar readers": 1}
    assert re.search(r"4\d deselected, 5 not run in", done.stdout), done.stdout
