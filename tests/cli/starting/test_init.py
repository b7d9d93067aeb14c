"""`copkit init`: a workspace that is whole from the first minute."""

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

from copkit.models.kinds import kind_of
from tests.cli.starting.helpers import DAY, SAID, copkit, errors, files_of, loaded, start
from tests.golden import Golden
from tests.schemas import trouble
from tests.shell import trust

Capture = pytest.CaptureFixture[str]


def test_makes_every_file_of_a_workspace(fresh: Path) -> None:
    assert list(files_of(fresh)) == [
        ".gitattributes",
        ".gitignore",
        "README.md",
        "communities/home-first/community.yaml",
        "communities/home-first/members.yaml",
        "communities/programme/calendar.yaml",
        "communities/programme/organisations.yaml",
        "communities/programme/people.yaml",
        "communities/programme/programme.yaml",
        "private/README.txt",
    ]


def test_what_was_said_is_what_loads(fresh: Path) -> None:
    workspace = loaded(fresh)
    assert workspace.findings == []
    programme = workspace.shared.programme
    assert (programme.system, programme.contact) == (SAID["--system"], SAID["--contact"])
    assert (programme.host, programme.year_starts) == ("nhs-anytown-icb", "april")
    assert programme.shared_mailboxes == (SAID["--contact"],)
    person = workspace.shared.people["amina.khan"]
    assert (person.name, person.organisation) == ("Amina Khan", "nhs-anytown-icb")
    community = workspace.communities["home-first"]
    assert community.about.name == SAID["--community"]
    assert [(one.who, one.role) for one in community.about.team] == [("amina.khan", "convenor")]
    assert [member.who for member in community.members] == ["amina.khan"]
    assert community.about.rhythm.pattern == "second tuesday"


def test_every_file_suits_its_schema_and_names_none_where_nobody_asked_for_them(fresh: Path) -> None:
    texts = {path: data.decode() for path, data in files_of(fresh).items() if path.startswith("communities/")}
    assert len(texts) == 6
    for path, text in texts.items():
        kind = kind_of(path)
        assert kind is not None
        assert "$schema" not in text
        assert trouble(kind.name, text) == []


def test_where_there_are_schemas_the_first_line_of_every_new_file_names_its_own(
    tmp_path: Path, capsys: Capture
) -> None:
    assert copkit(capsys, "schema", "--out", tmp_path / ".copkit" / "schemas").code == 0
    start(capsys, tmp_path)
    made = [path for path in files_of(tmp_path) if path.startswith("communities/")]
    assert len(made) == 6
    for path in made:
        first = (tmp_path / path).read_text(encoding="utf-8").split("\n", 1)[0]
        schema = (tmp_path / path).parent / first.removeprefix("# yaml-language-server: $schema=")
        kind = kind_of(path)
        assert kind is not None
        assert schema.resolve() == tmp_path / ".copkit" / "schemas" / f"{kind.name}.json"


def test_check_finds_no_error_and_the_year_can_be_made_at_once(fresh: Path, capsys: Capture) -> None:
    checked = copkit(capsys, "check", "--root", fresh, "--today", DAY, "--errors")
    assert checked.code == 0, checked.out
    made = copkit(capsys, "schedule", "--root", fresh, "--today", DAY)
    assert made.code == 0
    sessions = loaded(fresh).communities["home-first"].sessions
    assert [session.id for session in sessions] == [
        "2026-04-14", "2026-05-12", "2026-06-09", "2026-07-14", "2026-09-08",
        "2026-10-13", "2026-11-10", "2027-01-12", "2027-02-09", "2027-03-09",
    ]  # fmt: skip
    first = (fresh / sessions[0].path).read_text(encoding="utf-8")
    assert first.startswith("# Fill the gaps.")
    assert trouble("plan", first) == []


def test_the_first_hour(fresh: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    """Dates, calendar files and an agenda from a workspace of a minute ago, and no error before it meets."""
    monkeypatch.chdir(fresh)
    for words in (("schedule",), ("calendar",), ("agenda",), ("next",), ("check", "--errors")):
        ended = copkit(capsys, *words, "--today", "2026-03-01")
        assert ended.code == 0, (words, ended)
    made = {path.suffix for path in (fresh / "build").rglob("*") if path.is_file()}
    assert made >= {".ics", ".html"}


def test_options_change_the_rhythm_and_the_year(tmp_path: Path, capsys: Capture) -> None:
    said = {"pattern": "3rd Thu", "start": "2pm", "year_starts": "Sep", "first": ""}
    start(capsys, tmp_path, programme="Learning Together", **said)
    workspace = loaded(tmp_path)
    rhythm = workspace.communities["home-first"].about.rhythm
    assert (rhythm.pattern, rhythm.start) == ("third thursday", "14:00")
    assert workspace.shared.programme.year_starts == "september"
    assert workspace.shared.programme.programme == "Learning Together"
    assert workspace.findings == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("", "england"), ("Wales", "england"), ("SCOTLAND", "scotland"), ("Northern-Ireland", "northern-ireland")],
)
def test_the_nation_whose_bank_holidays_count(tmp_path: Path, capsys: Capture, typed: str, kept: str) -> None:
    assert start(capsys, tmp_path, holidays=typed).code == 0
    assert loaded(tmp_path).shared.programme.holidays == kept


def test_a_second_time_it_is_refused_and_nothing_changes(fresh: Path, capsys: Capture) -> None:
    before = files_of(fresh)
    ended = start(capsys, fresh)
    assert ended.code == 3
    assert "is a workspace already; nothing was written" in ended.err
    assert "copkit new community" in ended.err
    assert files_of(fresh) == before


def test_no_workspace_inside_a_workspace(fresh: Path, capsys: Capture) -> None:
    ended = start(capsys, fresh / "more")
    assert ended.code == 3
    assert "lies inside the workspace" in ended.err
    assert str(fresh.parent / "more") in ended.err.replace("\n  ", " ")
    assert not (fresh / "more").exists()


def test_a_file_where_the_folder_should_be(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "taken").write_text("mine")
    ended = start(capsys, tmp_path / "taken")
    assert (ended.code, (tmp_path / "taken").read_text()) == (3, "mine")


def test_files_that_are_there_stay_and_gitignore_gets_what_it_lacks(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "README.md").write_bytes(b"# Ours\r\n")
    (tmp_path / ".gitignore").write_bytes(b"*.bak\r\nbuild/")
    ended = start(capsys, tmp_path)
    assert ended.code == 0
    assert "README.md is there already and stays as it is" in ended.err
    assert (tmp_path / "README.md").read_bytes() == b"# Ours\r\n"
    ignored = (tmp_path / ".gitignore").read_bytes()
    assert ignored.startswith(b"*.bak\r\nbuild/\r\n")
    assert set(ignored.split(b"\r\n")) >= {b"private/", b".copkit.lock", b".copkit-*.tmp"}
    assert ignored.count(b"build/") == 1


def test_dry_run_prints_the_very_change(tmp_path: Path, capsys: Capture) -> None:
    there, real = tmp_path / "there", tmp_path / "real"
    real.mkdir()
    shown = start(capsys, there, "--dry-run")
    assert (shown.code, there.exists()) == (0, False)
    start(capsys, real)
    there.mkdir()
    subprocess.run(["git", "apply", "-"], cwd=there, input=shown.out.encode(), check=True, timeout=120)
    assert files_of(there) == files_of(real)


def test_git_leaves_private_and_built_files_alone(tmp_path: Path, capsys: Capture) -> None:
    start(capsys, tmp_path, "--git")
    (tmp_path / "private" / "contacts.yaml").write_text("amina.khan: {email: a@b.example}\n")
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "agenda.html").write_text("x")
    subprocess.run(["git", "add", "--all"], cwd=tmp_path, check=True, timeout=120)
    kept = subprocess.check_output(["git", "ls-files"], cwd=tmp_path, text=True, timeout=120)
    tracked = kept.splitlines()
    assert "communities/home-first/community.yaml" in tracked
    assert not [path for path in tracked if path.startswith(("private", "build", ".copkit.lock"))]


def test_without_a_terminal_what_is_missing_is_named(tmp_path: Path, capsys: Capture) -> None:
    ended = start(capsys, tmp_path, system="", contact="")
    assert ended.code == 2
    assert "say --system, --contact" in ended.err
    assert files_of(tmp_path) == {}


@pytest.mark.parametrize(
    ("flag", "text", "said"),
    [
        ("contact", "not an address", "this is not an e-mail address"),
        ("contact", "a@b.example\u202e", "this is not an e-mail address"),
        ("pattern", "fifth tuesday", "a fifth cannot be met"),
        ("start", "24:00", "write 00:00"),
        ("start", "14:00+01:00", "local"),
        ("year_starts", "Brumaire", "is not a month"),
        ("holidays", "Cornwall", "write england, wales, scotland or northern ireland"),
        ("name", "Amina\u202eKhan", "a character that nobody sees"),
        ("name", "\u200b", "a character that nobody sees"),
        ("community", "x" * 300, "longer than 200 characters"),
        ("organisation", "???", "has no letters"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, capsys: Capture, flag: str, text: str, said: str) -> None:
    ended = start(capsys, tmp_path, **{flag: text})
    assert ended.code == 2
    assert said.casefold() in ended.err.casefold()
    assert "Traceback" not in ended.err
    assert files_of(tmp_path) == {}


@pytest.mark.parametrize(
    "name", ["محمد علي", "נועה לוי", "李小龍", "Ann 👩‍⚕️ Lee", 'A: "B" #1 {x}', "Zoe\u0308 Ångström"]
)
def test_names_of_every_script_are_kept_as_typed(tmp_path: Path, capsys: Capture, name: str) -> None:
    assert start(capsys, tmp_path, name=name, organisation=name, community=name, system=name).code == 0
    workspace = loaded(tmp_path)
    assert workspace.findings == []
    (person,) = workspace.shared.people.values()
    assert person.name == name.replace("Zoe\u0308", "Zoë")
    assert errors(workspace.findings) == []


@pytest.mark.needs("Unix")
def test_asks_on_a_terminal_again_until_it_is_answered(tmp_path: Path) -> None:
    answers = [
        "",
        "Anytown ICS",
        "Home First",
        "nonsense",
        "team@anytown.example",
        "Amina Khan",
        "ICB",
        "",
        "2pm",
        "",
        "",
        "Cornwall",
        "northern ireland",
        "",
        "1",
        "",
        "2026-05-13",
        "2026-05-12",
        "yes",
    ]
    out = _on_a_terminal([*answers], "init", str(tmp_path / "w"), "--today", DAY)
    assert "What is your programme called? [Communities of Practice]" in out
    assert "This is not an e-mail address" in out
    workspace = loaded(tmp_path / "w")
    assert workspace.shared.programme.contact == "team@anytown.example"
    assert workspace.communities["home-first"].about.rhythm.start == "14:00"
    assert "England, Wales, Scotland or Northern Ireland [england]" in out
    assert workspace.shared.programme.holidays == "northern-ireland"
    assert "When is the first meeting? [2026-05-12]" in out and " 5  13 October 2026, in person" in out


def _on_a_terminal(typed: list[str], *words: str) -> str:
    """What a command prints on a terminal where somebody types these lines."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen([sys.executable, "-m", "copkit", *words], stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    os.write(ours, "".join(f"{line}\n" for line in typed).encode())
    out = b""
    while select.select([ours], [], [], 20)[0]:
        try:
            out += os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
    os.close(ours)  # whatever it waits for, it waits no longer
    assert process.wait(20) == 0, out.decode()
    return out.decode()


def test_texts_that_the_folder_has_already_are_taken(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "templates" / "new").mkdir(parents=True)
    (tmp_path / "templates/new/README.md.j2").write_text("# Ours: {{ community_name }}\n", encoding="utf-8")
    trust(tmp_path)
    assert start(capsys, tmp_path, community="A *star*").code == 0
    assert (tmp_path / "README.md").read_text() == "# Ours: A \\*star\\*\n"


def test_every_line_of_a_fresh_workspace(fresh: Path, golden: Golden) -> None:
    golden("workspace.txt", "".join(f"== {path}\n{data.decode()}" for path, data in files_of(fresh).items()))
