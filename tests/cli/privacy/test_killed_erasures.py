"""An erasure that is stopped at any write is finished by the same command: the same files as if it had not been."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from copkit.editing import store
from tests.shell import copkit, snapshot
from tests.slow.test_killed import Case, git, made, rewrite

ROLL = "communities/home-first/members.yaml"
NOTES = "communities/home-first/sessions/2026-06-09.notes.yaml"
PEOPLE = "communities/programme/people.yaml"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small workspace in which Jo Ng stands in every place; the record of the last change names her, too."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "A Curator")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "curator@anytown.example")
    root = made(tmp_path / "start", Case("privacy erase jo.ng"))
    rewrite(root, NOTES, "capture: |", "capture: |\n  Write to jo@hospice.example, says JN.")
    with (root / PEOPLE).open("a", encoding="utf-8") as file:
        file.write("# jo@hospice.example was asked\n")
    for name, text in {
        "communities/programme/onboarding/jo.ng.yaml": "who: jo.ng\n",
        "private/onboarding/jo.ng.yaml": "notes: mine\n",
        "private/onboarding/sam.reid.yaml": "meet: [{who: jo.ng, learned: Jo Ng knows}]\n",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=All")
    assert copkit("leave", "zeta-care", "jo.ng", root=root).code == 0
    assert "jo.ng" in (root / "private" / "undo.json").read_text(encoding="utf-8")
    return root


@contextmanager
def stopped(most: int) -> Iterator[list[str]]:
    """Files are put in place, or go, so many times; then comes Ctrl-C. What was done is listed."""
    done: list[str] = []
    replace, unlink = store.replace, Path.unlink

    def counted(target: Path) -> None:
        if len(done) == most:
            raise KeyboardInterrupt
        done.append(target.name)

    def replaced(temp: Path, target: Path) -> None:
        counted(target)
        replace(temp, target)

    def gone(path: Path, missing_ok: bool = False) -> None:
        if not path.name.startswith(".copkit"):
            counted(path)
        unlink(path, missing_ok=missing_ok)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "replace", replaced)
        patch.setattr(Path, "unlink", gone)
        yield done


def kept(root: Path) -> dict[str, bytes]:
    """Every file but git's own, and without the record of the last change."""
    files = snapshot(root).items()
    return {path: data for path, data in files if not path.startswith(".git/") and path != "private/undo.json"}


def test_the_same_command_finishes_it_wherever_it_was_stopped(small: Path) -> None:
    words = ("privacy", "erase", "jo.ng", "--at", f"{NOTES}:3", "--rest-others")
    before, whole = kept(small), Path(shutil.copytree(small, small.parent / "whole"))
    assert copkit(*words, root=whole).code == 1, "the report and the form still name her"
    after = kept(whole)
    assert "jo.ng" not in (whole / "private" / "undo.json").read_text(encoding="utf-8")
    last = list[str]()
    for number in range(30):
        place = Path(shutil.copytree(small, small.parent / str(number)))
        with stopped(number) as done:
            code = copkit(*words, root=place).code
        if code == 1:
            last = done
            break
        now = kept(place)
        assert all(data in (before.get(name), after.get(name)) for name, data in now.items()), done
        ran = copkit(*words, root=place)
        assert ran.code == 1, (done, ran)
        assert kept(place) == after, done
        assert "jo.ng" not in (place / "private" / "undo.json").read_text(encoding="utf-8"), done
        again = copkit(*words, root=place)
        assert (again.code, "is in the register no more" in again.out) == (1, True), again
    files = [name for name in last if name != "undo.json"]
    assert files.index("people.yaml") < files.index("contacts.yaml")
    assert len(files) > 6
