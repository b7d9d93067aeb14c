"""A person's name where a command or a noun is wanted, and commands to which one community need not be named."""

from pathlib import Path

import pytest

from copkit.workspace.states import STATES
from tests.cli.year.conftest import FILES, write_files
from tests.shell import copkit


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with one community, and two people of one first name."""
    second = "amina.begum: {name: Amina Begum, organisation: hospice}\n"
    people = FILES["programme/people.yaml"].replace(" " * 8, "") + second
    return write_files(tmp_path, FILES | {"programme/people.yaml": people})


@pytest.mark.parametrize("line", ["Joe", "Joe Bell", "joe.bell", "show Joe", "show Joe Bell", "list Joe"])
def test_a_name_is_answered_with_where_it_is_and_the_command_that_shows_it(
    line: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    ran = copkit(*line.split())
    assert ran.code
    assert "Joe Bell is in communities/programme/people.yaml: “copkit show person joe.bell”." in ran.err
    assert "Joe Bell" in copkit("show", "person", "joe.bell").out


def test_of_several_each_is_named(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    said = copkit("Amina").err
    assert "show person amina.khan" in said
    assert "show person amina.begum" in said


def test_where_there_is_no_workspace_the_nearest_command_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "help all" in copkit("Amina").err
    assert "Did you mean “check”?" in copkit("chek").err


def test_one_community_need_not_be_named(root: Path) -> None:
    day = ("--today", "2026-06-01")
    assert "joe.bell is on the roll of home-first already" in copkit("join", "Joe Bell", *day, root=root).err
    assert copkit("join", "Jo Ng", *day, root=root).code == 0
    assert copkit("leave", "jo.ng", "home-first", *day, root=root).code == 0
    members = root / "members.csv"
    members.write_text("name,organisation\nRosa Lind,hospice\n")
    assert copkit("import", "members", members, *day, root=root).code == 0
    assert "rosa.lind" in (root / "communities/home-first/members.yaml").read_text()


@pytest.mark.parametrize(
    ("line", "what"), [("join", "PERSON"), ("leave", "PERSON"), ("import members", "FILE")]
)  # fmt: skip
def test_what_is_missing_is_said_and_never_what_was_typed(line: str, what: str, root: Path) -> None:
    for words in ((), ("home-first",)):
        ran = copkit(*line.split(), *words, root=root)
        assert f"{what} is missing" in ran.err
        assert f"Such as: copkit {line} home-first {what}" in ran.err
    write_files(root, {"two/community.yaml": "id: two\n"})
    ran = copkit(*line.split(), "list.csv", root=root)
    assert "which community?" in ran.err
    assert f"copkit {line} home-first list.csv" in ran.err


@pytest.mark.parametrize("words", [("privacy", "export"), ("privacy", "erase"), ("leave", "home-first")])
def test_whoever_is_looked_for_is_not_to_be_added(words: tuple[str, ...], root: Path) -> None:
    said = copkit(*words, "nobody", root=root).err
    assert "“nobody” is not known" in said
    assert "“copkit list people” lists who is known" in said
    assert "new person" not in said
    assert "Did you mean Joe Bell" in copkit(*words, "Joe Bel", root=root).err


def test_explain_knows_the_states_of_a_session_and_every_command() -> None:
    for state in STATES:
        assert "Commands for it:" in " ".join(copkit("explain", state).out.split())
        assert state in copkit("explain", "session", "states").out
    assert "It was held, so it cannot move." in copkit("explain", "noted").out.replace("\n", " ")
    assert "copkit help undo" in copkit("explain", "undo").out
