"""What is searched for a name, wherever it stands; what is not is named, and then nothing is promised."""

import gzip
import io
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from copkit.importers.inside import inside
from tests.cli.privacy.conftest import git, under_git
from tests.importers.exports import workbook
from tests.shell import copkit, first_community
from tests.world.test_apart import workbook as huge

PROMISE = "The name is in no file"


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One community is as good a place to search as all, and is searched in half the time."""
    return under_git(first_community(tmp_path_factory.mktemp("one") / "w"))


def word(*runs: str) -> bytes:
    """A document as Word writes it, in which a name is split between runs."""
    made, document = io.BytesIO(), docx.Document()
    line = document.add_paragraph("With ")
    for run in runs:
        line.add_run(run).bold = True
    document.save(made)
    return made.getvalue()


def archive(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, data in files.items():
            file.writestr(name.replace("_", "."), data)
    return made.getvalue()


def opened_by_a_writer(text: str) -> bytes:
    """A text document as OpenOffice writes it."""
    content = f"<office:text><text:p>{text}</text:p></office:text>".encode()
    return archive(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=content)


def database(name: str) -> bytes:
    book = sqlite3.connect(":memory:")
    book.execute("create table people (name text)")
    book.execute("insert into people values (?)", [name])
    book.commit()
    return book.serialize()


def pdf(name: str) -> bytes:
    """A page as copkit prints it."""
    from datetime import date

    from copkit.render import pdf as made
    from copkit.render import tree
    from copkit.render.meta import Meta

    about = dict.fromkeys(("title", "community", "version", "author", "audience", "contact"), "Agenda")
    head = '<html lang="en-GB"><head><title>Agenda</title></head>'
    page = f"{head}<body><main><h1>A</h1><p>{name}</p></main></body></html>"
    return made(tree(page), Meta(date=date(2026, 6, 1), **about))


MAIL = "From: Jo =?utf-8?q?Ng?= <x@h.example>\nContent-Type: text/html\n\nNo name.\n"
TEXTS: dict[str, bytes] = {
    "README.md": b"# Ours\n\nAsk Jo Ng.\n",
    "communities/programme/.people.yaml.swp": b"b0VIM 9.0\0\0\0\0x\0  name: Jo Ng\0",
    "communities/minutes.docx": word("J", "o ", "N", "g"),
    "communities/list.xlsx": workbook(S=[["First", "Last"], ["Jo", "Ng"]]),
    "private/names.csv": b"First,Last,Where\nJo,Ng,here\n",
    "plan.odt": opened_by_a_writer("J<text:span>o</text:span><text:s/>N<text:bookmark/>g"),
    "page.html": b"<p>J&#111; <b>N</b>g</p>",
    "build/agenda.pdf": pdf("Jo Ng"),
    "old/letters.zip": archive(a_docx=word("Jo", " Ng")),
    "log.txt.gz": gzip.compress(b"Jo Ng again"),
    "build/all.sqlite": database("Jo Ng"),
    "mail.eml": MAIL.encode(),
    "letter.rtf": rb"{\rtf1 J{\b o} N\'67}",
    "wide.txt": "Jo Ng".encode("utf-16"),
    "day.ics": b"SUMMARY:Meet Jo\r\n  Ng\r\n",
}


@pytest.fixture
def erased(place: Path) -> Path:
    """Jo Ng is taken out; of what git keeps nothing is left."""
    assert copkit("privacy", "erase", "jo.ng", root=place).code == 0
    shutil.rmtree(place / ".git")
    for words in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "--message=Begin again"]):
        git(place, *words)
    return place


def put(root: Path, path: str, data: bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)


@pytest.mark.parametrize("path", TEXTS)
def test_a_name_is_found_in_every_kind_of_file(path: str) -> None:
    from copkit.people.mentions import Seeker
    from copkit.people.register import Register

    seeker = Seeker("jo.ng", Register({}, {}), names=["Jo Ng"])
    read = inside(path, TEXTS[path])
    assert seeker.is_in_cells(read.text), read
    assert read.lacks == ""


def test_all_that_still_names_somebody_is_listed_with_its_place(place: Path) -> None:
    for path, data in TEXTS.items():
        put(place, path, data)
    ran = copkit("privacy", "erase", "jo.ng", root=place)
    assert ran.code == 1
    assert PROMISE not in ran.out + ran.err
    again = copkit("privacy", "erase", "--verify", "Jo Ng", root=place)
    assert again.code == 1
    for said in (ran.err, again.err):
        for path in TEXTS:
            assert path in said or path.startswith("build/"), (path, said)
        assert "README.md:3: “Jo Ng”" in said
        assert "build/: 2 pages name the person" in said
        assert "Not searched" not in said


def test_it_is_promised_only_when_all_was_searched(erased: Path) -> None:
    ran = copkit("privacy", "erase", "--verify", "jo.ng", "Jo Ng", root=erased)
    assert (ran.code, "Nothing of jo.ng, Jo Ng is left here" in ran.out) == (0, True), ran
    (erased / "logo.png").write_bytes(b"\x89PNG\r\n\0\0")
    ran = copkit("privacy", "erase", "--verify", "jo.ng", "Jo Ng", root=erased)
    assert (ran.code, ran.out) == (0, ""), ran
    assert "logo.png: a picture" in ran.err


UNREAD: dict[str, tuple[bytes, str]] = {
    "private/huge.xlsx": (huge(), "it asks for more than copkit gives"),
    "private/broken.zip": (archive(a_txt=b"Jo Ng")[:40], "this archive is damaged"),
    "locked.xlsx": (b"\xd0\xcf\x11\xe0" + bytes(3000), "it has a password"),
    "scan.pdf": (b"%PDF-1.4 cut short", "it is damaged, or has a password"),
    "some.bin": (bytes(range(256)), "copkit cannot read this kind of file"),
    "large.txt": (b"x" * 20_000_001, "this file is too large"),
}


@pytest.mark.parametrize("path", UNREAD)
def test_what_cannot_be_read_is_named_and_nothing_is_promised(path: str, place: Path) -> None:
    data, why = UNREAD[path]
    put(place, path, data)
    ran = copkit("privacy", "erase", "jo.ng", root=place)
    assert ran.code == 0, ran
    assert f"  {path}: {why}" in ran.err
    assert PROMISE not in ran.out + ran.err


def in_a_message(root: Path) -> str:
    git(root, "commit", "--quiet", "--allow-empty", "--message=Thank Jo Ng")
    return "Thank Jo Ng"


def in_a_stash(root: Path) -> str:
    put(root, "communities/programme/programme.yaml", b"# Jo Ng\n")
    git(root, "stash", "--quiet")
    return "stash@{0}"


def in_a_branch(root: Path) -> str:
    git(root, "branch", "for-jo-ng")
    return "the name of refs/heads/for-jo-ng"


def in_a_note(root: Path) -> str:
    git(root, "notes", "add", "-m", "Jo Ng said so")
    return "Notes added by"


def in_a_tag(root: Path) -> str:
    git(root, "tag", "--annotate", "v1", "--message=By Jo Ng")
    return "1 piece of work that no branch holds"


def in_undone_work(root: Path) -> str:
    put(root, "x.txt", b"Jo Ng was here")
    git(root, "add", "x.txt")
    git(root, "commit", "--quiet", "--message=Too early")
    git(root, "reset", "--quiet", "--hard", "HEAD~1")
    return "Too early"


def in_a_packed_document(root: Path) -> str:
    put(root, "x.docx", word("J", "o N", "g"))
    git(root, "add", "x.docx")
    git(root, "commit", "--quiet", "--message=A letter")
    git(root, "rm", "--quiet", "x.docx")
    git(root, "commit", "--quiet", "--message=No letter")
    git(root, "gc", "--quiet")
    return "A letter"


def in_the_name_of_a_file(root: Path) -> str:
    put(root, "communities/jo-ng.txt", b"x")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message=A file")
    git(root, "rm", "--quiet", "communities/jo-ng.txt")
    git(root, "commit", "--quiet", "--message=No file")
    return "A file"


@pytest.mark.parametrize(
    "put_it",
    [
        in_a_message, in_a_stash, in_a_branch, in_a_note, in_a_tag, in_undone_work, in_a_packed_document,
        in_the_name_of_a_file,
    ],
    ids=lambda one: one.__name__,
)  # fmt: skip
def test_what_git_keeps_is_found(put_it: Callable[[Path], str], erased: Path) -> None:
    told = put_it(erased)
    ran = copkit("privacy", "erase", "--verify", "Jo Ng", root=erased)
    assert (ran.code, told in ran.err) == (1, True), ran


def test_a_search_of_git_that_is_cut_short_says_so(erased: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copkit.world.git.kept.MOST_OBJECTS", 5)
    ran = copkit("privacy", "erase", "--verify", "Jo Ng", root=erased)
    assert (ran.code, ran.out) == (0, "")
    assert "things in git: they are too large, or too many" in ran.err


def test_a_name_that_may_be_somebody_elses_is_no_promise(erased: Path) -> None:
    (erased / "README.md").write_text("Ng said so.\n", encoding="utf-8")
    ran = copkit("privacy", "erase", "--verify", "Jo Ng", root=erased)
    assert (ran.code, ran.out) == (0, "")
    assert "README.md:1: “Ng” (only a surname)" in ran.err


def test_where_git_does_not_answer_that_is_said(erased: Path) -> None:
    shutil.rmtree(erased / ".git" / "refs")
    (erased / ".git" / "refs").mkdir()
    (erased / ".git" / "packed-refs").write_text("no ref\n", encoding="utf-8")
    ran = copkit("privacy", "erase", "--verify", "Jo Ng", root=erased)
    assert (ran.code, ran.out) == (0, "")
    assert "what git keeps: git does not say what it keeps" in ran.err
    assert "there is no git repository" not in ran.err


def test_two_of_one_surname_are_told_apart(erased: Path) -> None:
    people = erased / "communities/programme/people.yaml"
    people.write_text(people.read_text(encoding="utf-8") + "amy.ng: {name: Amy Ng}\n", encoding="utf-8")
    (erased / "README.md").write_text("Amy Ng, and A. Ng.\nJ. Ng, or Ng.\n", encoding="utf-8")
    ran = copkit("privacy", "erase", "--verify", "Jo Ng", root=erased)
    assert "README.md:1" not in ran.err
    assert "README.md:2: “J. Ng”" in ran.err
    assert "README.md:2: “Ng” (only a surname)" in ran.err
    ran = copkit("privacy", "erase", "amy.ng", root=erased)
    assert "Amy Ng is former-member-02" in ran.out


def test_somebody_nobody_knows_is_not_said_to_be_gone(erased: Path) -> None:
    ran = copkit("privacy", "erase", "no.body", root=erased)
    assert (ran.code, "“no.body” is not known" in ran.err) == (2, True), ran


def test_a_slip_of_the_keys_keeps_what_undo_remembers(place: Path) -> None:
    plan = "communities/systems-leadership/sessions/2027-01-12.yaml"
    was = (place / plan).read_bytes()
    line = ("move", "systems-leadership", "2027-01-12", "2027-01-19", "--because", "Snow")
    assert copkit(*line, root=place).code in (0, 1)
    assert copkit("privacy", "erase", "no.body", root=place).code == 2
    assert copkit("undo", root=place).code == 0
    assert (place / plan).read_bytes() == was


def test_a_search_for_a_name_that_is_nearly_somebodys_asks_whether_that_one_is_meant(place: Path) -> None:
    ran = copkit("privacy", "erase", "--verify", "jo.gn", root=place)
    assert "“jo.gn” is not known. Did you mean Jo Ng (jo.ng)?" in ran.err, ran
