"""`--out` leads to a file where a folder is meant, or the other way round: each command says what to name."""

from pathlib import Path

import pytest

from tests.shell import copkit, demonstration

YEAR = ("systems-leadership", "2026-27")
COMMANDS = (
    ("print", "actions", "systems-leadership"),
    ("agenda", "systems-leadership", "2026-06-09"),
    ("invite", "systems-leadership", "2026-06-09"),
    ("notes", "print", "systems-leadership", "2026-06-09"),
    ("blueprint", "systems-leadership"),
    ("calendar", "systems-leadership"),
    ("calendar", "--all"),
    ("print", "certificate", "systems-leadership", "amina.khan", "2026-06-09"),
    ("print", "group", "systems-leadership", "shared-form"),
    ("privacy", "export", "jo.ng"),
    ("print", "evaluation", *YEAR),
    ("print", "exemplar"),
    ("export", *YEAR),
    ("print", "health", "systems-leadership"),
    ("print", "privacy-notice"),
    ("print", "sheets", "systems-leadership", "2026-06-09"),
    ("synthesis", *YEAR),
    ("print", "portfolio", "2026-27"),
    ("schema",),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Not the checkout: `privacy export` would search all that lies in it, and in its history."""
    return demonstration(tmp_path_factory.mktemp("w"))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_file_where_a_folder_is_meant_is_named(words: tuple[str, ...], root: Path, tmp_path: Path) -> None:
    (file := tmp_path / "reports").write_text("mine")
    ran = copkit(*words, "--out", file, root=root)
    assert ran.code == 3, ran.err
    said = " ".join(ran.err.split())
    assert f"{file}: this is a file, and a folder is needed here" in said
    assert "Name a folder with --out" in said
    assert "Traceback" not in said and "File exists" not in said
    assert file.read_text() == "mine"


def test_a_file_on_the_way_is_named_itself(root: Path, tmp_path: Path) -> None:
    (file := tmp_path / "2026").write_text("mine")
    ran = copkit("print", "health", "systems-leadership", "--out", file / "reports" / "now", root=root)
    assert ran.code == 3
    assert f"{file}: this is a file" in ran.err


def test_a_folder_with_the_name_of_the_document_is_named(root: Path, tmp_path: Path) -> None:
    (tmp_path / "systems-leadership-2026-27-public" / "sessions.csv").mkdir(parents=True)
    ran = copkit("export", *YEAR, "--out", tmp_path, root=root)
    assert ran.code == 3
    assert "sessions.csv: this is a folder, and a file is to be written here" in ran.err
    assert "Name a file with --out" in ran.err
