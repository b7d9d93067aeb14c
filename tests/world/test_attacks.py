"""What somebody may put into a workspace to run a program, read a file, or tell another machine: it does not."""

import io
import os
import re
import struct
import zipfile
from pathlib import Path

import pytest

from copkit.importers.tables import Unreadable
from copkit.workspace import Folder, Shared
from copkit.world.foreign import busy_times, unpacked
from copkit.world.keeping import is_share
from copkit.world.private import private_folder
from copkit.world.trust import distrusted
from tests.cli.notes.conftest import git
from tests.importers.exports import workbook
from tests.shell import copkit, trust
from tests.world.test_reading_runs_nothing import READING, config, program, touched
from tests.world.test_trust import OURS, WORDS, printed, theirs

__all__ = ["program", "theirs"]
pytestmark = pytest.mark.needs("Unix")
SESSIONS = "communities/systems-leadership/sessions"
SETTINGS = "communities/programme/programme.yaml"


def nothing_ran(root: Path, program: Path) -> None:
    trace = program.with_name("trace")
    trace.unlink(missing_ok=True)
    touched(root)
    for words in READING:
        assert copkit(*words, root=root).code != 4, words
        assert not trace.exists(), f"{words} ran the program"


# --- git ---------------------------------------------------------------------------------------------------


def test_settings_that_are_included_where_a_folder_fits_name_a_filter(repo: Path, program: Path) -> None:
    (repo / ".gitattributes").write_text("* filter=evil\n")
    (repo / "settings").write_text(f'[filter "evil"]\n\tclean = {program}\n\tsmudge = {program}\n')
    config(repo, ("includeIf.gitdir:**.path", repo / "settings"), ("includeIf.onbranch:**.path", repo / "settings"))
    nothing_ran(repo, program)


def test_settings_of_one_work_tree_name_a_monitor_and_a_filter(repo: Path, program: Path) -> None:
    config(repo, ("extensions.worktreeConfig", "true"))
    (repo / ".gitattributes").write_text("* filter=evil\n")
    for key in ("core.fsmonitor", "filter.evil.clean"):
        git(repo, "config", "--worktree", key, str(program))
    nothing_ran(repo, program)


def test_git_as_a_file_leads_to_settings_among_the_sources(repo: Path, program: Path) -> None:
    (repo / ".git").rename(repo / "communities" / "inner.git")
    (repo / ".git").write_text("gitdir: communities/inner.git\n")
    config(repo, ("core.fsmonitor", program), ("core.hooksPath", program.parent))
    (program.parent / "post-index-change").write_bytes(program.read_bytes())
    (program.parent / "post-index-change").chmod(0o755)
    nothing_ran(repo, program)


def test_a_submodule_names_a_program_to_fetch_it(repo: Path, program: Path) -> None:
    named = f"url = ext::{program}\n\tupdate = !{program}"
    (repo / ".gitmodules").write_text(f'[submodule "x"]\n\tpath = x\n\t{named}\n')
    git(repo, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},x")
    config(repo, ("submodule.x.url", f"ext::{program}"), ("submodule.recurse", "true"))
    nothing_ran(repo, program)


def test_objects_that_lie_elsewhere_start_nothing(repo: Path, program: Path) -> None:
    (repo / ".git" / "objects" / "info" / "alternates").write_text("/nowhere\n")
    config(repo, ("core.alternateRefsCommand", program), ("fetch.fsckObjects", "true"))
    nothing_ran(repo, program)


def test_a_file_whose_name_is_an_option_stays_a_file(repo: Path) -> None:
    for name in ("--output=pwned.yaml", "-m.yaml", "--upload-pack=x.yaml", ":(exclude)x.yaml"):
        (repo / SESSIONS / name).write_text("theme: Jo Ng\n")
        (repo / name).write_text("Jo Ng\n")
    git(repo, "add", "-A")
    git(repo, "commit", "-q", "-m", "Start")
    before = set(os.listdir(repo))
    for words in (*READING, ("save", "--dry-run"), ("privacy", "erase", "--verify", "Jo Ng")):
        assert copkit(*words, root=repo).code != 4, words
    assert set(os.listdir(repo)) == before and not Path("pwned.yaml").exists()


def test_a_branch_whose_name_is_an_option_stays_a_branch(repo: Path) -> None:
    for name in ("refs/heads/--output=pwned", "refs/tags/--help"):
        (repo / ".git" / name).parent.mkdir(exist_ok=True)
        (repo / ".git" / name).write_text(git(repo, "rev-parse", "HEAD"))
    before = set(os.listdir(repo))
    for words in (*READING, ("privacy", "erase", "--verify", "Jo Ng")):
        assert copkit(*words, root=repo).code != 4, words
    assert set(os.listdir(repo)) == before


# --- templates ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["fonts", "new", "anything"])
def test_a_link_to_a_folder_among_the_templates_is_refused(theirs: Path, name: str) -> None:
    """What it leads to would be used, and nobody has seen it: what was trusted names no file of it."""
    (theirs.parent / "far").mkdir()
    (theirs / "templates" / name).symlink_to(theirs.parent / "far")
    ran = copkit("trust", root=theirs)
    assert (ran.code, f"templates/{name}: a template must be a plain file" in ran.err) == (3, True), ran


def test_a_template_that_is_exchanged_for_a_link_is_asked_anew(theirs: Path) -> None:
    trust(theirs)
    assert WORDS in printed(theirs)[0]
    (theirs / "private").mkdir()
    (theirs / "private" / "contacts.yaml").write_text("jo.ng: {email: jo@anytown.example}\n")
    page = theirs / "templates" / "agenda.html.j2"
    page.unlink()
    page.symlink_to("../private/contacts.yaml")
    assert distrusted(theirs) == ["agenda.html.j2"]
    assert "jo@anytown.example" not in printed(theirs)[0]
    page.unlink()
    page.write_text(OURS)
    assert WORDS in printed(theirs)[0]


# --- files of other programs -------------------------------------------------------------------------------


def with_part(change: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(S=[["x"]]))) as old, zipfile.ZipFile(made, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, change.get(name, old.read(name)))
    return made.getvalue()


def sheet(words: str) -> bytes:
    """A workbook whose only cell says an entity that the sheet declares."""
    with zipfile.ZipFile(io.BytesIO(workbook(S=[["x"]]))) as old:
        name = next(name for name in old.namelist() if "sheet1" in name)
        text = old.read(name).decode()
    text = re.sub(r"<\?xml.*?\?>", "", text)
    text = re.sub(r"<row>.*</row>", '<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>', text)
    return with_part({name: f"<!DOCTYPE w [{words}]>{text}".encode()})


def test_a_workbook_that_reads_a_file_of_the_computer_reads_none(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("zq7secret")
    data = sheet(f'<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">')
    try:
        assert b"zq7secret" not in unpacked(data)
    except Unreadable as refused:
        assert "zq7secret" not in str(refused)


def test_a_workbook_of_entities_that_double_ends_nothing() -> None:
    words = '<!ENTITY e0 "aaaaaaaaaa">' + "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12)
    )
    with pytest.raises(Unreadable):
        unpacked(sheet(f'{words}<!ENTITY x "&e11;">'))


def test_a_workbook_that_says_it_holds_a_terabyte_ends_nothing() -> None:
    """The sizes of zip64 are what somebody wrote there."""
    data = bytearray(with_part({}))
    at = data.index(b"PK\x01\x02")
    data[at + 20 : at + 28] = struct.pack("<II", 0xFFFFFFF0, 0xFFFFFFF0)
    with pytest.raises(Unreadable):
        unpacked(bytes(data))


def test_a_calendar_of_every_second_for_ever_ends_nothing() -> None:
    from datetime import date

    data = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:X\r\n"
        b"DTSTART:19000101T000000Z\r\nDURATION:PT1S\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert busy_times(data, date(2026, 4, 1), date(2027, 3, 31))


# --- another machine ---------------------------------------------------------------------------------------

SHARES = (
    "/./net/host/x", "/tmp/../net/host/x", "/NET/host/x", "///host/x", "file://host/x", "smb://host/share",
    r"\\.\UNC\host\x", r"//?/UNC/host/x", r"\\host@SSL\DavWWWRoot\x", " //host/x",
)  # fmt: skip


@pytest.mark.parametrize("name", SHARES)
def test_another_machine_by_any_name_is_one(name: str) -> None:
    assert is_share(name)


LINKS = {"private is a link": "private", "a folder on the way is a link": "kept/private"}


@pytest.mark.parametrize(
    ("way", "target"),
    [*((way, target) for way in (*LINKS, "one link after another") for target in ("/net/zq7host/x", "//zq7host/x")),
     ("up and over", "/net/zq7host/x")],
)  # fmt: skip
def test_a_way_to_another_machine_is_not_gone(
    repo: Path, way: str, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = os.path.relpath(target, repo) if way == "up and over" else LINKS.get(way, "private")
    if way == "one link after another":
        (repo / "far").symlink_to(target)
        (repo / "private").symlink_to("far/below")
    elif way != "up and over":
        (repo / named.split("/")[0]).symlink_to(target)
    (repo / SETTINGS).write_text((repo / SETTINGS).read_text() + f"private_dir: '{named}'\n")
    gone: list[str] = []
    for call in ("stat", "lstat", "open", "scandir", "mkdir"):
        real = getattr(os, call)

        def watched(path: object, *rest: object, _real: object = real, **more: object) -> object:
            if "zq7host" in str(path):
                gone.append(str(path))
            return _real(path, *rest, **more)  # type: ignore[operator]

        monkeypatch.setattr(os, call, watched)
    ran = copkit("join", "systems-leadership", "jo.ng", "--email", "jo.ng@anytown.example", root=repo)
    assert (ran.code, "another machine" in ran.err) == (3, True), ran
    assert gone == []


def test_a_workspace_that_another_machine_has_keeps_its_own_private_folder(tmp_path: Path) -> None:
    """Who opened it there has asked that machine already."""
    tree = Folder(tmp_path)
    tree.root, tree.real = Path("/net/zq7host/ws"), "/net/zq7host/ws"
    assert private_folder(tree, Shared()) == Path("/net/zq7host/ws/private")
