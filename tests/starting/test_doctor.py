"""`copkit doctor` and `copkit schema`."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest

from copkit.cli import diagnosis
from copkit.models.kinds import KINDS
from tests.starting.helpers import copkit, files_of

Capture = pytest.CaptureFixture[str]
TODAY = date(2026, 4, 1)


def line(here: Path, what: str, today: date = TODAY, encoding: str = "utf-8") -> diagnosis.Line:
    (found,) = [one for one in diagnosis.examine(here, today, encoding) if one.what == what]
    return found


def test_all_is_well_in_a_fresh_workspace(fresh: Path, capsys: Capture) -> None:
    ended = copkit(capsys, "doctor", "--root", fresh, "--json")
    lines = json.loads(ended.out)["lines"]
    assert ended.code == 0
    assert {one["what"]: one["state"] for one in lines if one["what"] != "screen"} == dict.fromkeys(
        ["copkit", "Python", "YAML", "time zone", "templates", "fonts", "PDF", "Word", "calendars", "later years",
         "bank holidays", "git", "workspace", "private folder", "editor schemas"], "ok",
    )  # fmt: skip
    assert "1 community, 6 files" in line(fresh, "workspace").found


def test_without_a_workspace_it_says_how_to_start(tmp_path: Path, capsys: Capture) -> None:
    ended = copkit(capsys, "doctor", "--root", tmp_path)
    assert ended.code == 0
    assert "missing workspace" in ended.out
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
    subprocess.run(["git", "init", "--quiet"], cwd=fresh, check=True)
    assert line(fresh, "private folder") == diagnosis.Line("private folder", "ok", "ignored by git")
    (fresh / ".gitignore").unlink()
    assert line(fresh, "private folder").found == "git does not ignore private/"
    subprocess.run(["git", "add", "--all"], cwd=fresh, check=True)
    assert line(fresh, "private folder").found == "git tracks files in private/"


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
