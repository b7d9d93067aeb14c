"""`copkit undo` gives back each byte of what the last command changed, or says why it does not."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.editing import store
from copkit.world.last_change import FILE, LastChange, Touched, as_bytes, digest, from_bytes
from tests.cli.conftest import Place, typed
from tests.cli.privacy.conftest import git
from tests.cli.test_dry_run import JOIN, OR, WRITING, sources
from tests.shell import ROOT, Ran, copkit

NOT_A_CHANGE = ("trust", "sync", "save", "notes commit", "calendar", "privacy erase", "undo", "migrate")
"""Commands that commit, send, issue or erase, and those of which nothing is to do here: each has a test below."""
PRIVATE = ("--email", "form.csv")
LINES = [
    pytest.param(() if name in OR else lines[:-1], line, id=line)
    for name, lines in WRITING.items()
    if name not in NOT_A_CHANGE
    for line in (lines if name in OR else lines[-1:])
    if not any(word in line for word in PRIVATE)
]
MOVE = "move {C} {N} {D} --because Flood"


def folders(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in (root / "communities").rglob("*") if path.is_dir()}


@pytest.mark.parametrize(("before", "line"), LINES)
def test_each_byte_is_as_it_was(before: tuple[str, ...], line: str, place: Place) -> None:
    for one in before:
        typed(place, one)
    there, empty, pages = sources(place.root), folders(place.root), list(place.root.rglob("build/**/*.html"))
    assert typed(place, line).code in (0, 1)
    changed = {path: data for path, data in sources(place.root).items() if not path.endswith("issued.yaml")}
    issued = {path: data for path, data in sources(place.root).items() if path.endswith("issued.yaml")}
    assert changed != {path: data for path, data in there.items() if path not in issued}
    dry = typed(place, "undo", "--dry-run")
    assert dry.out.startswith("diff --git") and {**changed, **issued} == sources(place.root)
    ran = typed(place, "undo")
    assert ran.code == 0, ran
    assert f"“copkit {' '.join(line.split()[:2])}”"[:12] in ran.out and "is taken back." in ran.out.replace(
        "\n  ", " "
    )
    assert {**there, **issued} == sources(place.root)
    assert folders(place.root) == empty
    assert list(place.root.rglob("build/**/*.html")) == pages
    again = typed(place, "undo")
    assert (again.code, "Nothing is left to take back of" in again.out.replace("\n  ", " ")) == (0, True), again
    assert {**there, **issued} == sources(place.root)
    assert "undo.json" not in git(place.root, "status", "--porcelain", "--untracked-files=all")


@pytest.fixture
def ours(places: dict[str, Place], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A copy of the workspace that `init` made."""
    found = places["init"]
    root = Path(shutil.copytree(found.root, tmp_path / "our communities"))
    (root / "private" / FILE).unlink()
    monkeypatch.chdir(root)
    return Place(root, {**found.words, "R": str(root)})


def plan(place: Place) -> Path:
    return place.root / "communities" / place.words["C"] / "sessions" / f"{place.words['N']}.yaml"


def test_nothing_to_undo_is_said(ours: Place) -> None:
    ran = typed(ours, "undo")
    assert (ran.code, ran.out) == (0, "There is nothing to undo: copkit remembers no change of its own here.\n")


@pytest.mark.parametrize("ending", [b"\r\n", b"\n"])
@pytest.mark.parametrize("begin", [b"\xef\xbb\xbf", b""])
def test_marks_line_endings_and_strange_bytes_come_back(ending: bytes, begin: bytes, ours: Place) -> None:
    path = plan(ours)
    path.write_bytes(
        begin + path.read_bytes().replace(b"\n", ending) + b"# S\xc3\xadan" + ending + b"#\tend"
    )
    was = path.read_bytes()
    assert typed(ours, MOVE).code in (0, 1)
    assert path.read_bytes() != was
    assert typed(ours, "undo").code == 0
    assert path.read_bytes() == was


@given(st.lists(st.one_of(st.none(), st.binary(max_size=80)), max_size=4), st.text(max_size=20))
def test_the_record_keeps_every_byte(held: list[bytes | None], word: str) -> None:
    files = tuple(Touched(f"{number}", data, digest(data)) for number, data in enumerate(held))
    change = LastChange(word.encode("utf-8", "replace").decode(), "2026-11-30T13:00:00.000000+00:00", files)
    assert from_bytes(as_bytes(change), Path(FILE)) == change


def test_a_file_that_was_changed_since_is_left_and_so_are_the_others(ours: Place) -> None:
    assert typed(ours, JOIN).code == 0
    roll = ours.root / "communities/frailty/members.yaml"
    roll.write_text(roll.read_text(encoding="utf-8") + "# typed by hand\n", encoding="utf-8")
    there = sources(ours.root)
    ran = typed(ours, "undo")
    assert ran.code == 3
    assert "communities/frailty/members.yaml: changed since “copkit join” of" in ran.err
    assert sources(ours.root) == there


def test_a_new_plan_that_somebody_deleted_is_no_obstacle(ours: Place) -> None:
    there = sources(ours.root)
    assert typed(ours, "schedule {C} 2028-29").code in (0, 1)
    (ours.root / "communities/frailty/sessions/2028-05-09.yaml").unlink()
    assert typed(ours, "undo").code == 0
    assert sources(ours.root) == there


def test_what_is_committed_is_said_with_its_commit_and_the_line_that_reverts_it(ours: Place) -> None:
    assert typed(ours, MOVE).code in (0, 1)
    was = git(ours.root, "show", f"HEAD:{plan(ours).relative_to(ours.root).as_posix()}")
    assert typed(ours, "save").code == 0
    head = git(ours.root, "rev-parse", "--short", "HEAD").strip()
    ran = typed(ours, "undo")
    assert ran.code == 3
    assert f"is commit {head}, and no commit is taken back" in ran.err
    line = re.search(r"“(git revert [^”]+)”", ran.err)
    assert line is not None
    git(ours.root, *line[1].split()[1:])
    assert plan(ours).read_text(encoding="utf-8") == was
    assert typed(ours, "notes commit {C} {S}").code == 0
    assert "“copkit notes commit” of" in typed(ours, "undo").err


def sequence(place: Place) -> str:
    text = (place.root / "communities/frailty/issued.yaml").read_text(encoding="utf-8")
    return text.split(f"{place.words['N']}:")[1].split("sequence: ")[1].split("\n")[0]


@pytest.mark.parametrize("line", [MOVE, "cancel {C} {N} --because Flood"])
def test_a_change_that_calendars_told_comes_back_and_the_next_calendar_tells_that(line: str, ours: Place) -> None:
    assert typed(ours, "calendar {C}").code == 0
    was = plan(ours).read_bytes()
    assert typed(ours, line).code in (0, 1)
    assert typed(ours, "calendar {C}").code == 0
    assert sequence(ours) == "1"
    ran = typed(ours, "undo")
    assert ran.code == 0
    assert "“copkit calendar frailty” writes the entry" in ran.out.replace("\n  ", " ")
    assert (plan(ours).read_bytes(), sequence(ours)) == (was, "1")
    assert typed(ours, "calendar {C}").code == 0
    assert sequence(ours) == "2", "what people hold never goes back to a lower number"
    ran = typed(ours, "undo")
    assert (ran.code, sequence(ours)) == (3, "2"), "the calendar is the last change now"
    assert "wrote what people hold in their calendars" in ran.err


def test_calendars_alone_are_never_taken_back(ours: Place) -> None:
    assert typed(ours, "attend {C} {S} {P} --others 4").code == 0
    assert typed(ours, "calendar {C}").code == 0
    there = sources(ours.root)
    ran = typed(ours, "undo")
    assert (ran.code, sources(ours.root)) == (3, there)
    assert "wrote what people hold in their calendars" in ran.err


@pytest.mark.parametrize(
    "line",
    [f"{JOIN} --email rosa@h.example", "feedback {C} {S} {R}/form.csv", "attend {C} {S} {R}/there.csv --keep"],
)
def test_what_wrote_into_the_private_folder_is_never_taken_back(line: str, ours: Place) -> None:
    (ours.root / "there.csv").write_text("Full Name,Join Time\nFfion Rhys,09/06/2026 09:58:00\n", encoding="utf-8")
    assert typed(ours, MOVE).code in (0, 1)
    ran = typed(ours, line)
    assert ran.code in (0, 1), ran
    there = sources(ours.root)
    ran = typed(ours, "undo")
    assert (ran.code, sources(ours.root)) == (3, there)
    assert "changed the private folder" in ran.err
    assert (
        "“was”" not in (record := (ours.root / "private" / FILE).read_text(encoding="utf-8"))
        and 'files": []' in record
    )


def test_erasing_empties_the_record_and_says_so(ours: Place) -> None:
    assert typed(ours, JOIN).code == 0
    assert typed(ours, "leave {C} rosa.lynd").code == 0
    record = ours.root / "private" / FILE
    assert "rosa.lynd" in record.read_text(encoding="utf-8")
    ran = typed(ours, "privacy erase rosa.lynd")
    assert ran.code in (0, 1), ran
    assert "the record of “copkit undo” is emptied" in ran.out
    assert "osa" not in record.read_text(encoding="utf-8")
    assert "private/undo.json" not in ran.out + ran.err
    assert typed(ours, "undo").code == 3


def without_git(root: Path) -> None:
    shutil.rmtree(root / ".git")


def not_ignored(root: Path) -> None:
    (root / ".gitignore").write_text("build/\n", encoding="utf-8")


def in_a_worktree(root: Path) -> Path:
    git(root, "worktree", "add", "--quiet", str(root.parent / "tree"))
    return root.parent / "tree"


def in_a_submodule(root: Path) -> Path:
    outer = root.parent / "outer"
    git(root.parent, "init", "--quiet", str(outer))
    git(outer, "-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(root), "inner")
    return outer / "inner"


@pytest.mark.parametrize("kept", [without_git, in_a_worktree, in_a_submodule])
def test_without_git_and_in_a_repository_of_another_form(kept: Callable[[Path], Path | None], ours: Place) -> None:
    place = Place(kept(ours.root) or ours.root, ours.words)
    was = plan(place).read_bytes()
    ran = copkit("move", "frailty", "2026-07-14", "2026-07-21", "--because", "Flood", root=place.root)
    assert ran.code in (0, 1), ran
    assert copkit("undo", root=place.root).code == 0
    assert plan(place).read_bytes() == was


def test_where_nothing_private_may_be_written_nothing_is_remembered_nor_an_older_change(ours: Place) -> None:
    assert typed(ours, "schedule {C} 2028-29").code in (0, 1)
    not_ignored(ours.root)
    assert typed(ours, MOVE).code in (0, 1)
    there = sources(ours.root)
    assert not (ours.root / "private" / FILE).exists()
    ran = typed(ours, "undo")
    assert (ran.code, sources(ours.root)) == (3, there)
    assert "nothing was taken back: git does not ignore private/" in ran.err


def test_a_link_in_the_place_of_the_private_folder_is_not_followed(ours: Place, tmp_path: Path) -> None:
    shutil.move(ours.root / "private", tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / FILE).write_text("somebody's own")
    (ours.root / "private").symlink_to(tmp_path / "elsewhere")
    assert typed(ours, MOVE).code in (0, 1)
    assert (tmp_path / "elsewhere" / FILE).read_text() == "somebody's own"
    assert typed(ours, "undo").code == 3


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 2}', '{"format": 1, "files": [{"path": 1}]}', "\0"])
def test_a_record_that_is_none_is_said(text: str, ours: Place) -> None:
    (ours.root / "private").mkdir(exist_ok=True)
    (ours.root / "private" / FILE).write_text(text)
    ran = typed(ours, "undo")
    assert ran.code == 3
    assert "private/undo.json" in ran.err and "cannot be read" in ran.err
    assert typed(ours, MOVE).code in (0, 1)
    assert typed(ours, "undo").code == 0


@pytest.mark.parametrize("path", ["../outside.yaml", ".git/config", "/etc/hostname"])
def test_a_record_that_leads_elsewhere_is_refused(path: str, ours: Place) -> None:
    touched = Touched(path, b"x", digest(store.read_seen(ours.root / path)))
    change = LastChange("move", "2026-11-30T13:00:00.000000+00:00", (touched,))
    (ours.root / "private" / FILE).write_bytes(as_bytes(change))
    assert typed(ours, "undo").code == 3
    assert not (ours.root.parent / "outside.yaml").exists()


class Killed(BaseException):
    """The process is no more."""


def killed_after(number: int, what: Callable[[], Ran]) -> bool:
    """Whether a command that is killed once so many files are in their place came to its end before."""
    real, left = store.replace, [number]

    def replace(temp: Path, target: Path) -> None:
        if not left[0]:
            raise Killed
        left[0] -= 1
        real(temp, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "replace", replace)
        try:
            what()
        except Killed:
            return False
    return True


@pytest.mark.parametrize("number", range(4))
def test_killed_at_any_moment_it_is_finished_by_the_same_command(number: int, ours: Place) -> None:
    there = sources(ours.root)
    if killed_after(number, lambda: typed(ours, JOIN)):
        pytest.fail("the command wrote fewer files")
    for stop in range(number + 1):
        killed_after(stop, lambda: typed(ours, "undo"))
    assert typed(ours, "undo").code == 0
    assert sources(ours.root) == {
        **there,
        **{k: v for k, v in sources(ours.root).items() if k.endswith("issued.yaml")},
    }


def test_the_frozen_workspace_goes_back_to_its_format_or_says_that_private_files_were_written(
    tmp_path: Path,
) -> None:
    root = Path(shutil.copytree(ROOT / "tests" / "workspaces" / "0.1", tmp_path / "w"))
    there = sources(root)
    for path in list((root / "communities/programme").glob("onboarding/*")):
        path.unlink()
        del there[path.relative_to(root).as_posix()]
    assert copkit("migrate", root=root).code == 0
    assert sources(root) != there
    ran = copkit("undo", root=root)
    assert ran.code == 0, ran
    assert sources(root) == there
