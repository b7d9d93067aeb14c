"""`copkit migrate`: said once by `check`, done as the diff says, safe to give twice, refused where it is unsafe."""

import shutil
from pathlib import Path

import pytest

from copkit.workspace.data_format import SETTINGS
from tests.cli.privacy.conftest import git
from tests.shell import copkit, snapshot

SHARED, OWN = "communities/programme/onboarding/jo.ng.yaml", "private/onboarding/jo.ng.yaml"
SECRET = "zq-canary-qz"


def formats(root: Path) -> list[str]:
    """The findings on the format."""
    return [line for line in copkit("check", "--only", "PRG-03", root=root).out.splitlines() if "PRG-03" in line]


def test_check_says_once_what_is_old_and_nothing_afterwards(then: Path) -> None:
    assert formats(then) == [f"{SETTINGS}:3:1  info PRG-03"]
    assert copkit("migrate", root=then).code == 0
    assert formats(then) == []


def test_the_diff_is_what_is_done_and_twice_is_once(then: Path) -> None:
    before = snapshot(then)
    dry = copkit("migrate", "--dry-run", root=then)
    assert (dry.code, snapshot(then)) == (0, before)
    ran = copkit("migrate", root=then)
    assert ran.code == 0
    assert git(then, "diff") == dry.out
    assert "onboarding/jo.ng.yaml in private/, outside git." in dry.err
    assert "self-reflect" in (then / OWN).read_text(encoding="utf-8")
    assert "self-reflect" not in (then / SHARED).read_text(encoding="utf-8")
    after = snapshot(then)
    again = copkit("migrate", root=then)
    assert (again.code, again.out) == (0, "Nothing to do: nothing here is in an older data format than 3.\n")
    assert copkit("migrate", "--dry-run", root=then).out == again.out
    assert snapshot(then) == after
    changed = {name for name in after if before.get(name) != after[name] and not name.startswith(".git/")}
    rolls = {path.relative_to(then).as_posix() for path in then.glob("communities/*/members.yaml")}
    assert changed == {SHARED, OWN, SETTINGS, *rolls}


def test_it_says_that_history_still_holds_what_was_committed(then: Path) -> None:
    assert f"git's history still holds what stood in {SHARED}" in copkit("migrate", root=then).err


def test_without_git_there_is_no_history_to_speak_of(then: Path) -> None:
    shutil.rmtree(then / ".git")
    ran = copkit("migrate", root=then)
    assert ran.code == 0
    assert "history" not in ran.err
    assert (then / OWN).exists()


def test_the_private_folder_may_lie_elsewhere(then: Path, tmp_path: Path) -> None:
    settings = then / SETTINGS
    settings.write_text(settings.read_text(encoding="utf-8") + f"private_dir: {tmp_path / 'team'}\n")
    assert copkit("migrate", root=then).code == 0
    assert (tmp_path / "team" / "onboarding" / "jo.ng.yaml").exists()
    assert [path.name for path in (then / "private").rglob("*") if path.is_file()] == ["undo.json"]


@pytest.mark.parametrize(
    ("ignored", "why"),
    [("build/\n", "git does not ignore private/"), ("private/contacts.yaml\n", "git does not ignore private/")],
)
def test_where_git_would_see_the_private_file_nothing_is_written(then: Path, ignored: str, why: str) -> None:
    (then / ".gitignore").write_text(ignored, encoding="utf-8")
    before = snapshot(then)
    for words in (("migrate",), ("migrate", "--dry-run")):
        ran = copkit(*words, root=then)
        assert (ran.code, ran.out) == (3, "")
        assert why in ran.err
    assert snapshot(then) == before


def test_where_git_tracks_private_files_nothing_is_written(then: Path) -> None:
    (then / "private").mkdir()
    (then / "private/contacts.yaml").write_text("jo.ng: {email: jo@h.example}\n")
    git(then, "add", "--force", "private")
    before = snapshot(then)
    assert copkit("migrate", root=then).code == 3
    assert snapshot(then) == before


@pytest.mark.parametrize(
    ("own", "where"),
    [
        (f"notes: mine\nskills:\n  self-reflect: {{now: {SECRET}}}\n", f"{OWN}:3"),
        (f"skills:\n  self-reflect: {{now: 4}}\nnotes: {SECRET}\n", f"{OWN}:1"),
        (f"skills: [{SECRET}\n", OWN),
    ],
)
def test_a_private_file_that_says_something_else_is_left_and_named(then: Path, own: str, where: str) -> None:
    (then / OWN).parent.mkdir(parents=True)
    (then / OWN).write_text(own, encoding="utf-8")
    before = snapshot(then)
    ran = copkit("migrate", root=then)
    assert ran.code == 3
    assert where in ran.err
    assert len(ran.err.splitlines()) == 2, "what is wrong, and what to do"
    assert SECRET not in ran.err
    assert snapshot(then) == before


@pytest.mark.parametrize("name", [SHARED, SETTINGS])
def test_files_with_errors_that_it_rests_on_are_left_and_named(then: Path, name: str) -> None:
    (then / name).write_text(f"notes: [{SECRET}\n", encoding="utf-8")
    before = snapshot(then)
    ran = copkit("migrate", root=then)
    assert ran.code == 3
    assert f"{name}:" in ran.err
    assert SECRET not in ran.err
    assert snapshot(then) == before


def test_stopped_at_any_file_each_is_old_or_new_and_the_next_run_finishes(
    then: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from copkit.editing import store

    shutil.copy(then / SHARED, then / SHARED.replace("jo.ng", "lee.marsh"))
    before = snapshot(then)
    whole = Path(shutil.copytree(then, then.parent / "whole"))
    assert copkit("migrate", root=whole).code == 0
    after = snapshot(whole)
    real, order = store.replace, list[str]()
    for number in range(20):
        place = Path(shutil.copytree(then, then.parent / str(number)))
        done: list[str] = []

        def stop(temp: Path, target: Path, done: list[str] = done, most: int = number) -> None:
            if len(done) == most:
                raise KeyboardInterrupt
            real(temp, target)
            done.append(target.name if "private" not in target.parts else f"private {target.name}")

        monkeypatch.setattr(store, "replace", stop)
        code = copkit("migrate", root=place).code
        monkeypatch.setattr(store, "replace", real)
        now = snapshot(place)
        assert all(data in (before.get(name), after.get(name)) for name, data in now.items())
        assert before.keys() <= now.keys()
        assert copkit("migrate", root=place).code == 0
        assert snapshot(place) == after
        if code == 0:
            order = done
            break
    private, shared = ["private jo.ng.yaml", "private lee.marsh.yaml"], ["jo.ng.yaml", "lee.marsh.yaml"]
    rolls = ["members.yaml"] * len(list(then.glob("communities/*/members.yaml")))
    assert order == ["private undo.json", *private, *shared, *rolls, "programme.yaml"]


def test_what_somebody_saves_meanwhile_is_not_written_over(then: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from copkit.cli import migrate

    def slowly(files: dict[str, bytes]) -> dict[str, bytes]:
        changed = real(files)
        (then / SHARED).write_text("who: jo.ng\nrole: typed just now\n", encoding="utf-8")
        return changed

    real = migrate.migrated
    monkeypatch.setattr(migrate, "migrated", slowly)
    ran = copkit("migrate", root=then)
    assert ran.code == 0, "it is worked out anew, from what was typed"
    assert "typed just now" in (then / SHARED).read_text(encoding="utf-8")
    monkeypatch.undo()
    assert "wrote" not in copkit("migrate", root=then).out


def test_a_new_workspace_states_the_format(tmp_path: Path) -> None:
    words = "--yes --system Anytown --community Frailty --organisation ICB --name Amina --contact t@a.example"
    assert copkit("init", tmp_path / "new", *words.split()).code == 0
    assert "\nformat: 3 " in (tmp_path / "new" / SETTINGS).read_text(encoding="utf-8")
    assert formats(tmp_path / "new") == []
