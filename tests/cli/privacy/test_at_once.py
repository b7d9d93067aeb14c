"""Several who write at once: each change is worked out from the files as they are when it is made."""

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import copkit.cli.write
from copkit.editing.store import Change, apply
from copkit.workspace import Folder, load_community, load_shared
from tests.shell import copkit as shell

SYSTEMS = "systems-leadership"
OTHER = "zz.other: {name: Zed Other, organisation: hospice}\n"
ROSA = ("join", SYSTEMS, "Rosa Lynd", "--organisation", "hospice")


@pytest.fixture
def overtaken(place: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Just before the register is written, somebody else adds a person: once. Gives what was written so."""
    register, once = place / "communities" / "programme" / "people.yaml", []

    def applied(root: Path, changes: Sequence[Change], *more: Any) -> list[Path]:
        if not once and any(change.path.name == register.name for change in changes):
            once.append(register)
            with register.open("a", encoding="utf-8") as file:
                file.write(OTHER)
        return apply(root, changes, *more)

    monkeypatch.setattr(copkit.cli.write, "apply", applied)
    return once


def test_who_was_overtaken_begins_anew_and_both_changes_are_there(place: Path, overtaken: list[Path]) -> None:
    ran = shell(*ROSA, root=place)
    assert (ran.code, len(overtaken)) == (0, 1), ran.err
    assert {"zz.other", "rosa.lynd"} <= load_shared(Folder(place)).people.keys()
    assert [one.who for one in load_community(Folder(place), SYSTEMS).members].count("rosa.lynd") == 1


def test_at_a_terminal_nothing_is_asked_twice(
    place: Path, overtaken: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    ran = shell(*ROSA, root=place)
    assert (ran.code, len(overtaken)) == (3, 1)
    assert "people.yaml: this file changed since it was read; nothing was written" in ran.err
    assert "rosa.lynd" not in load_shared(Folder(place)).people


@pytest.mark.slow
def test_ten_who_join_at_once_all_join(place: Path) -> None:
    def joined(number: int) -> str:
        words = ("join", SYSTEMS, f"Guest {'ABCDEFGHIJ'[number]}ington", "--organisation", "hospice")
        ran = subprocess.run(
            [sys.executable, "-m", "copkit", *words], cwd=place, capture_output=True, text=True, check=False,
            stdin=subprocess.DEVNULL, timeout=300,
        )  # fmt: skip
        return ran.stderr if ran.returncode else ""

    with ThreadPoolExecutor(10) as pool:
        assert list(pool.map(joined, range(10))) == [""] * 10
    assert sum(one.who.startswith("guest.") for one in load_community(Folder(place), SYSTEMS).members) == 10
