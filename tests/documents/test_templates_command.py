"""Copy a template, or one block of it, and change it."""

import json
import shutil
from pathlib import Path

import pytest

from copkit.documents.templates import block_source, templates
from tests.documents.making import OF_A_SESSION, WORKSPACE
from tests.shell import copkit, trust


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(WORKSPACE / "communities", tmp_path / "communities")
    return tmp_path


def test_the_list_says_where_each_comes_from_and_which_blocks_it_has(root: Path) -> None:
    copkit("templates", "copy", "invite", root=root)
    said = json.loads(copkit("templates", "list", "--json", root=root).out)
    listed = {row["name"]: row for row in said["templates"]}
    assert listed["invite"]["from"] == "yours"
    assert listed["agenda"]["from"] == "built-in"
    assert "running_order" in listed["agenda"]["blocks"]
    assert {"style.css", "document.typ", "reference.docx"} <= set(listed)
    assert "agenda" in copkit("templates", "list", root=root).out


def test_a_whole_template_that_is_copied_changes_nothing(root: Path) -> None:
    before = copkit("agenda", "--out", "-", root=root).out
    assert "</html>" in before
    assert copkit("templates", "copy", "agenda", root=root).out == "wrote templates/agenda.html.j2\n"
    assert copkit("agenda", "--out", "-", root=root).out == before


@pytest.mark.parametrize(
    ("name", "block"),
    [(one.name, block) for one in templates(None) for block in one.blocks if one.name in OF_A_SESSION],
)
def test_a_block_that_is_copied_changes_nothing(name: str, block: str, root: Path) -> None:
    words = ("print", name, "night-care", "5" if name == "change" else "next")
    before = copkit(*words, "--out", "-", root=root).out
    assert "</html>" in before
    assert copkit("templates", "copy", name, "--block", block, root=root).code == 0
    own = (root / f"templates/{name}.html.j2").read_text("utf-8")
    assert own.startswith('{% extends "copkit/' + name)
    assert copkit(*words, "--out", "-", root=root).out.split() == before.split()


def test_a_block_that_is_changed_shows_in_every_format_and_the_rest_stays(root: Path) -> None:
    copkit("templates", "copy", "agenda", "--block", "dates", root=root)
    path = root / "templates/agenda.html.j2"
    path.write_text(path.read_text("utf-8").replace("Next:", "See you again:"), "utf-8")
    trust(root)
    for form in ("html", "md", "txt"):
        text = copkit("agenda", "--format", form, "--out", "-", root=root).out
        assert "See you again" in text
        assert "How we treat each other" in text


def test_a_template_of_ones_own_is_never_overwritten(root: Path) -> None:
    copkit("templates", "copy", "agenda", root=root)
    (root / "templates/agenda.html.j2").write_text("mine")
    ran = copkit("templates", "copy", "agenda", root=root)
    assert (ran.code, "exists already" in ran.err) == (3, True)
    assert (root / "templates/agenda.html.j2").read_text() == "mine"


def test_a_dry_run_writes_nothing(root: Path) -> None:
    ran = copkit("templates", "copy", "agenda", "--dry-run", root=root)
    assert ran.code == 0
    assert "+++" in ran.out
    assert not (root / "templates").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [(("agneda",), "Did you mean “agenda”?"), (("agenda", "--block", "dats"), "dates"), (("../x",), "no template")],
)
def test_a_name_that_there_is_not_is_answered(words: tuple[str, ...], said: str, root: Path) -> None:
    ran = copkit("templates", "copy", *words, root=root)
    assert (ran.code, said in ran.err) == (2, True)


def test_a_block_within_a_block_comes_with_it() -> None:
    source = "a{% block one %}b{% block two %}c{% endblock %}d{% endblock %}e"
    assert block_source(source, "one") == "{% block one %}b{% block two %}c{% endblock %}d{% endblock %}"
    assert block_source(source, "two") == "{% block two %}c{% endblock %}"
    assert block_source(source, "three") is None
