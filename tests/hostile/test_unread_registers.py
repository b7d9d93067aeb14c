"""While a register does not tell all names nothing is printed: no id stands where a name should."""

import re
from pathlib import Path

import pytest

from copkit.workspace import Folder, load_shared
from tests.markers.planting import BARE
from tests.markers.running import RUNS, Run
from tests.shell import ROOT, copkit, demonstration

PROGRAMME = "communities/programme"
BROKEN = {
    "a bracket that is never closed": ("people.yaml", "zed: {name: [x\n"),
    "an entry that is a text": ("people.yaml", "zed.zed: Zed\n"),
    "an organisation that cannot be read": ("organisations.yaml", "zed: {name: [x\n"),
    "one file of several": ("people/more.yaml", "zed: {name: [x\n"),
    "a file that is no text": ("organisations/more.yaml", "zed: \x00\n"),
}
NAMELESS = {"privacy notice", "explain", "schedule"}
"""They print no name of a register, and go on."""
PRINTED = [run for run in RUNS if not run.writes and BARE not in run.words]


def broken(folder: Path, how: str) -> Path:
    name, text = BROKEN[how]
    root = demonstration(folder)
    path = root / PROGRAMME / name
    path.parent.mkdir(exist_ok=True)
    path.write_text((path.read_text(encoding="utf-8") if path.exists() else "") + text, encoding="utf-8")
    return root


def printed(run: Run, root: Path, out: Path) -> tuple[int, str, str]:
    """How a run ends for the most of its audiences, all that it printed and wrote, and what it said."""
    words = [*run.command.split(), *run.words, *(("--for", run.audiences[-1]) if run.named else ())]
    words += ["--out", str(out)] if run.quick else []
    words += ["--format", ",".join(run.quick)] if run.quick and run.quick != ("ics",) else []
    ran = copkit(*words, root=root)
    pages = (path.read_text(encoding="utf-8", errors="replace") for path in out.rglob("*") if path.is_file())
    return ran.code, ran.out + "".join(pages), ran.err


@pytest.mark.parametrize("how", BROKEN)
def test_nothing_is_printed_while_names_are_missing(tmp_path: Path, how: str) -> None:
    root = broken(tmp_path / "w", how)
    name = BROKEN[how][0]
    known = load_shared(Folder(ROOT))
    ids = re.compile(rf"(?<![\w.@/-])(?:{'|'.join(map(re.escape, known.people))})(?![\w.-]*\w)")
    for number, run in enumerate(PRINTED):
        code, text, said = printed(run, root, tmp_path / str(number))
        if run.command in NAMELESS:
            assert not ids.search(text), run
        else:
            assert (code, text) == (3, ""), run
            assert f"{PROGRAMME}/{name}:" in said and "until this is mended" in said, run
