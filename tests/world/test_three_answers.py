"""Nothing asks a question of two answers: what could not be looked at is not “not there”."""

import ast
import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from copkit.looking import files_below, is_file, is_folder, is_link, is_there, names_in
from tests.shell import ROOT
from tests.world.test_could_not_look import failing

TWO_ANSWERED = {
    "exists", "lexists", "is_file", "isfile", "is_dir", "isdir", "is_symlink", "islink", "glob",
    "rglob", "iterdir", "listdir",
}  # fmt: skip
ROOM = "copkit/looking.py"
OWN = {
    "copkit/lexicon.py": "copkit's own languages",
    "copkit/documents/templates.py": "copkit's own templates",
    "copkit/cli/diagnosis.py": "copkit's own modules and fonts",
    "copkit/workspace/tree.py": "entries of a listing that was had",
    "copkit/world/search/files.py": "entries of a listing that was had",
    "copkit/importers/archives.py": "entries of an archive",
    "copkit/calendars/zipped.py": "entries of an archive",
    "copkit/world/everything.py": "its own walk raises",
}
"""Modules that ask of what was installed with copkit, or of what is known to be there."""


def asked_with_two_answers(source: str) -> Iterator[int]:
    """The lines on which a module asks the system itself; the functions of the room have the same names, bare."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and (node.attr in TWO_ANSWERED or ast.unparse(node) == "os.walk"):
            yield node.lineno


def test_nothing_but_the_room_asks_whether_something_is_there() -> None:
    found = {
        f"{path.relative_to(ROOT).as_posix()}:{line}"
        for path in sorted((ROOT / "copkit").rglob("*.py"))
        for line in asked_with_two_answers(path.read_text(encoding="utf-8"))
    }
    others = {one for one in found if one.partition(":")[0] not in {ROOM, *OWN}}
    assert others == set(), "ask copkit.looking"
    assert OWN.keys() <= {one.partition(":")[0] for one in found}


ASKING: tuple[Callable[[Path], object], ...] = (is_there, is_file, is_folder, is_link)


@pytest.mark.parametrize("ask", ASKING, ids=lambda ask: ask.__name__)
@pytest.mark.parametrize("number", [errno.EIO, errno.EACCES, errno.ELOOP, errno.ESTALE, errno.ENOLCK])
def test_what_could_not_be_looked_at_is_an_error_with_its_path(
    ask: Callable[[Path], object], number: int, tmp_path: Path
) -> None:
    (tmp_path / "x").write_text("")
    with failing("stat", tmp_path / "x", number), failing("lstat", tmp_path / "x", number):
        with pytest.raises(OSError, match=os.strerror(number)) as raised:
            ask(tmp_path / "x")
        assert raised.value.filename == str(tmp_path / "x")


def test_there_and_not_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to("nowhere")
    (tmp_path / "folder" / "in").mkdir(parents=True)
    (tmp_path / "folder" / "in" / "x").write_text("")
    asked = ("file", "link", "folder", "none", "file/below", "nul\0")
    answers = {name: [bool(ask(tmp_path / name)) for ask in ASKING] for name in asked}
    assert answers == {
        "file": [True, True, False, False], "link": [True, False, False, True],
        "folder": [True, False, True, False],
        "none": [False] * 4, "file/below": [False] * 4, "nul\0": [False] * 4,
    }  # fmt: skip
    assert names_in(tmp_path) == ["file", "folder", "link"] and names_in(tmp_path / "none") == []
    assert list(files_below(tmp_path / "folder")) == [tmp_path / "folder" / "in" / "x"]
    assert list(files_below(tmp_path / "none")) == []


@pytest.mark.parametrize("call", ["listdir", "scandir"])
def test_a_folder_that_cannot_be_listed_is_not_an_empty_one(call: str, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    listed = names_in if call == "listdir" else lambda folder: list(files_below(folder))
    with failing(call, tmp_path / "x", errno.EIO), pytest.raises(OSError, match="Input/output error"):
        listed(tmp_path / "x")
