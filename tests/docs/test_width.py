"""What a person sees in a terminal of 80 columns: no line is wider, but for a path or a line of a file."""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from tests.docs.terminal import on_screen
from tests.shell import copkit, demonstration

PATH = re.compile(r"^(?:wrote )?\S+$|^\s*\S+:\d+:\d+(?::|$)|https?://\S{40,}")
"""Exempt: a line that is one path, a place that an editor opens, the address of a page."""
LONG = "Living Well with Long Term Conditions and Frailty Community of Practice"
COMMANDS = (
    "copkit doctor",
    "copkit check --strict",
    f'copkit new community "{LONG}"',
    'copkit new organisation "The Anytown and District Federation of Voluntary Organisations" --sector voluntary',
    'copkit new person "Rosa Lind" --organisation hospice',
    "copkit leave systems-leadership amina.khan",
    "copkit privacy due --today 2030-01-01",
    "copkit save --dry-run",
    "copkit save",
    "copkit notes commit systems-leadership 2026-10-13 --dry-run",
    "copkit next",
    "copkit health systems-leadership",
    "copkit list initiatives",
    "copkit schedule",
    "copkit explain REF-05",
    "copkit why C2 systems-leadership 2026-27",
    'copkit agenda "no such community, although somebody typed a long name for it in quotes"',
)


def too_wide(screen: str) -> list[str]:
    return [line for line in screen.split("\n") if len(line) > 80 and not PATH.search(line)]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The demonstration in a repository, where the commands stand."""
    folder = demonstration(tmp_path_factory.mktemp("w"))
    who = ("-c", "user.name=Amina", "-c", "user.email=amina@anytown.example")
    for words in (("init", "--quiet"), ("add", "--all"), (*who, "commit", "--quiet", "--message", "Start")):
        subprocess.run(["git", *words], cwd=folder, check=True, timeout=120)
    for key, value in (("user.name", "Amina"), ("user.email", "amina@anytown.example")):
        subprocess.run(["git", "config", key, value], cwd=folder, check=True, timeout=120)
    with chdir(folder):
        yield folder


@pytest.mark.parametrize("command", COMMANDS)
def test_every_line_fits_a_terminal_of_80_columns(desk: Path, command: str) -> None:
    code, screen = on_screen(command)
    assert code != 4
    assert screen.strip()
    assert too_wide(screen) == []


def test_starting_fits_as_well(tmp_path: Path) -> None:
    words = '--system "Anytown Integrated Care System" --contact team@anytown.example --name "Amina Khan"'
    with chdir(tmp_path):
        code, screen = on_screen(f'copkit init w --community "{LONG}" --organisation Hospice {words} --yes')
    assert (code, too_wide(screen)) == (0, [])
    assert "copkit schedule      makes the community's year" in screen


def test_somebody_who_stands_elsewhere_is_told_once_where_paths_start(desk: Path, tmp_path: Path) -> None:
    assert "Paths start in" not in on_screen("copkit check")[1]
    with chdir(desk / "communities"):
        assert on_screen("copkit agenda systems-leadership")[1].splitlines()[0] == "Paths start in .."
    with chdir(tmp_path):
        screen = on_screen(f"copkit join systems-leadership amina.khan --root {desk}")[1]
        told = "".join(line.removeprefix("  ") for line in screen.split("\n"))
        piped = copkit("check", root=desk)
    assert screen.count("Paths start in") == 1
    assert told.startswith((f"Paths start in {os.path.relpath(desk, tmp_path)}", f"Paths start in {desk}"))
    assert "Paths start in" not in piped.err


def test_a_line_that_is_too_wide_would_be_seen() -> None:
    wide = "Next: " + "word " * 20
    assert too_wide(f"short\n{wide}\nwrote {'a/' * 50}b\n  {'a/' * 50}b.yaml:2:1: somebody") == [wide]
