"""Every command that takes `--out`, against each thing that may be named with it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copkit.cli import printing
from copkit.cli.delivering import Made, Where, place
from copkit.cli.exits import Stop
from copkit.cli.registry import COMMANDS, command_of
from copkit.documents.catalogue import DOCUMENTS, SETS
from copkit.documents.registry import Subject
from copkit.workspace.day_names import day_names
from tests.shell import copkit, demonstration, snapshot, within

SYSTEMS, HELD = "systems-leadership", "2026-06-09"
YEAR = (SYSTEMS, "2026-27")
#: Words that make one document of each subject.
OF_SUBJECT: dict[Subject, tuple[str, ...]] = {
    "session": (SYSTEMS, HELD), "year": YEAR, "years": YEAR, "commission": YEAR, "programme year": ("2026-27",),
    "actions": (SYSTEMS,), "community": (SYSTEMS,), "hub": (SYSTEMS,), "group": (SYSTEMS, "shared-form"),
    "initiative": (SYSTEMS, "discharge-lounge"), "newcomer": (SYSTEMS, "jo.ng"), "person": ("jo.ng",),
    "attendance": (SYSTEMS, "jo.ng", "2026-27"), "programme": (),
}  # fmt: skip
#: Words that make one of each document that `copkit print` knows; a set is made by four commands of its own.
OF_WHAT: dict[str, tuple[str, ...]] = {
    **{one.name: OF_SUBJECT[one.subject] for one in DOCUMENTS.values() if one.subject in OF_SUBJECT},
    "change": ("diabetes-in-pregnancy", "2026-09-02"), "certificate": (SYSTEMS, "jo.ng", HELD, "--statement"),
}  # fmt: skip
#: Each command with words that make one document, and the ending of its file.
WORDS: dict[tuple[str, ...], tuple[tuple[str, ...], str]] = {
    ("join",): ((SYSTEMS, "jo.ng"), "html"),
    ("schema",): ((), "json"),
    ("calendar",): ((SYSTEMS,), "ics"),
    ("agenda",): ((SYSTEMS, HELD), "html"),
    ("invite",): ((SYSTEMS, HELD), "html"),
    ("notes", "print"): ((SYSTEMS, HELD), "html"),
    ("synthesis",): (YEAR, "html"),
    ("blueprint",): ((SYSTEMS,), "html"),
    ("export",): ((*YEAR, "--format", "sqlite"), "sqlite"),
    ("privacy", "export"): (("jo.ng",), "html"),
    **{("print", name): (words, "html") for name, words in OF_WHAT.items()},
}
MANY = {("schema",)}
"""These write many files that are no texts: one file or the screen is refused, with what to type."""
SETS_OF = {("print", name) for name in SETS}
"""Several documents under one name: each is here by itself."""
EVERY = sorted(WORDS)


def with_option(option: str) -> Iterator[tuple[str, ...]]:
    """Every command that has an option, sub-commands too, as the app itself knows them."""

    def walk(words: tuple[str, ...], command: Any) -> Iterator[tuple[str, ...]]:
        if any(option in one.opts for one in command.params):
            yield words
        for name, below in within(command).items():
            yield from walk((*words, name), below)

    for name in COMMANDS:
        yield from walk((name,), command_of(name))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = demonstration(tmp_path_factory.mktemp("workspace"))
    (place / "private").mkdir()
    (place / "private" / "contacts.yaml").write_text("jo.ng: {email: jo@example.org}\n")
    (place / "templates").mkdir()
    (place / "README.md").write_text("ours\n")
    return place


@pytest.fixture(scope="module", autouse=True)
def made_once() -> Iterator[None]:
    """Each document is made once: what is looked at here is where it goes."""
    views: dict[Any, Any] = {}
    pages: dict[Any, Any] = {}
    view, in_formats = printing._view, printing._in_formats

    def viewed(piece: Any, large: bool) -> Any:
        key = piece.document, piece.home, piece.name, large
        views[key] = views[key] if key in views else view(piece, large)
        return views[key]

    def formatted(desk: Any, piece: Any, of: Any, formats: Any) -> Any:
        key = piece.document, piece.home, piece.name, tuple(formats)
        pages[key] = pages[key] if key in pages else in_formats(desk, piece, of, formats)
        return pages[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(printing, "_view", viewed)
        patch.setattr(printing, "_in_formats", formatted)
        yield


def run(words: tuple[str, ...], root: Path, *more: str | Path) -> Any:
    return copkit(*words, *WORDS[words][0], *more, root=root)


def refused(words: tuple[str, ...], root: Path, out: Path, *more: str) -> str:
    """What is said where nothing may be written there, and nothing was."""
    before = snapshot(root)
    ran = run(words, root, "--out", out, *more)
    assert ran.code == 3, ran
    assert "nothing was written" in ran.err or "--overwrite" in ran.err, ran.err
    assert "Traceback" not in ran.err and snapshot(root) == before
    return str(ran.err)


def test_every_command_with_out_is_here_and_takes_overwrite() -> None:
    taken = set(with_option("--out"))
    assert taken - SETS_OF - set(EVERY) == set(), "what makes one? Say it in WORDS; for a new subject in OF_SUBJECT"
    assert set(EVERY) - taken == set(), "these are no commands with --out any more"
    assert taken == set(with_option("--overwrite")) and taken > SETS_OF
    assert len(EVERY) > 20


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_a_dash_prints_the_document_and_nothing_else(words: tuple[str, ...], root: Path, tmp_path: Path) -> None:
    ending = WORDS[words][1]
    printed = run(words, root, "--out", "-")
    if words in MANY:
        assert printed.code == 2 and "goes to the screen alone" in printed.err and not printed.out
        assert run(words, root, "--out", tmp_path / f"one.{ending}").code == 2
        return
    if ending != "sqlite":  # a database holds when it was made, and needs a stream of bytes
        assert printed.code == 0, printed
        starts = {"html": "<!doctype html>", "ics": "BEGIN:VCALENDAR"}[ending]
        assert printed.out.lower().startswith(starts.lower())
        assert not (Path.cwd() / "-").exists()
    written = run(words, root, "--out", tmp_path / f"one.{ending}")
    assert written.code == 0, written
    assert [one.name for one in tmp_path.iterdir()] == [f"one.{ending}"]
    if ending != "sqlite":
        assert (tmp_path / f"one.{ending}").read_bytes().decode() == printed.out


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_a_folder_twice_then_edited_then_overwritten(words: tuple[str, ...], root: Path, tmp_path: Path) -> None:
    out = tmp_path / "letters"
    assert run(words, root, "--out", out).code == 0
    assert run(words, root, "--out", out).code == 0, "what copkit made it makes again"
    first = next(one for one in sorted(out.rglob("*")) if one.is_file() and one.suffix != ".evidence")
    first.write_text("edited by hand")
    ran = run(words, root, "--out", out)
    assert ran.code == 3 and f"{first}: copkit did not make this file" in ran.err and "--overwrite" in ran.err
    assert first.read_text() == "edited by hand"
    assert run(words, root, "--out", out, "--overwrite").code == 0
    assert first.read_bytes() != b"edited by hand"


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_sources_and_the_private_folder_are_refused(words: tuple[str, ...], root: Path) -> None:
    refused(words, root, root / "communities")
    refused(words, root, root / "private", "--overwrite")
    refused(words, root, root / "communities" / "programme" / "people.yaml", "--overwrite")


FOLDERS = ("communities/programme/new", "Communities", "templates", ".git/hooks", ".github")


@pytest.mark.parametrize("folder", FOLDERS)
def test_no_folder_of_the_workspaces_own_is_printed_to(folder: str, root: Path) -> None:
    refused(("agenda",), root, root / folder, "--overwrite")
    assert not (root / folder / "new").exists()


@pytest.mark.parametrize("file", ["private/contacts.yaml", "README.md", ".gitignore", "build/../README.md"])
def test_no_file_of_the_workspaces_own_is_written_over(file: str, root: Path) -> None:
    refused(("agenda",), root, root / file, "--overwrite")
    assert (root / "README.md").read_text() == "ours\n"


def test_links_are_judged_by_where_they_lead(root: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").symlink_to(root / "communities")
    refused(("agenda",), root, tmp_path / "letters")
    (tmp_path / "one.html").symlink_to(root / "communities" / "programme" / "people.yaml")
    refused(("agenda",), root, tmp_path / "one.html", "--overwrite")


def test_a_source_of_another_workspace_is_refused(root: Path, tmp_path: Path) -> None:
    other = demonstration(tmp_path)
    refused(("agenda",), root, other / "communities" / "x.html", "--overwrite")


def test_the_private_folder_may_lie_elsewhere(tmp_path: Path) -> None:
    place, shared = demonstration(tmp_path / "one"), tmp_path / "team"
    shared.mkdir()
    programme = place / "communities" / "programme" / "programme.yaml"
    programme.write_text(f"{programme.read_text(encoding='utf-8')}\nprivate_dir: {shared}\n", encoding="utf-8")
    refused(("agenda",), place, shared / "one.html")


def test_a_name_that_windows_keeps_is_refused(root: Path, tmp_path: Path) -> None:
    assert "Windows keeps" in refused(("agenda",), root, tmp_path / "con.html")


def test_the_ending_and_the_format_go_together(root: Path, tmp_path: Path) -> None:
    ran = run(("agenda",), root, "--out", tmp_path / "agenda.pdf")
    assert ran.code == 2 and "would be html with the ending of pdf" in ran.err and "--format" in ran.err


def test_two_formats_need_two_files_and_no_screen_for_a_pdf(root: Path, tmp_path: Path) -> None:
    both = ("--format", "html", "--format", "pdf")
    assert "Name a folder." in run(("agenda",), root, *both, "--out", tmp_path / "a.html").err
    assert "goes to the screen alone" in run(("agenda",), root, *both, "--out", "-").err
    texts = run(("agenda",), root, "--format", "txt", "--format", "md", "--out", "-")
    assert texts.code == 0 and "Agenda: " in texts.out


def test_initiatives_of_one_name_in_two_communities_make_two_pages(tmp_path: Path) -> None:
    place = demonstration(tmp_path / "workspace")
    have = sorted(place.glob("communities/*/initiatives/*.yaml"))
    of = next(one for one in have if "stage: exemplar" in one.read_text(encoding="utf-8"))
    other = next(one for one in sorted(place.glob("communities/*/sessions")) if one.parent != of.parent.parent)
    (other.parent / "initiatives").mkdir(exist_ok=True)
    (other.parent / "initiatives" / of.name).write_bytes(of.read_bytes())
    assert copkit("print", "exemplar", "--out", tmp_path / "hub", root=place).code == 0
    assert len(list((tmp_path / "hub").glob(f"*exemplar-{of.stem}.html"))) == 2


def test_two_that_would_be_one_file_are_refused_with_both_named(tmp_path: Path) -> None:
    made = [
        Made(tmp_path, name, b"", of) for name, of in (("Café.html", "the first"), ("cafe\u0301.HTML", "the other"))
    ]
    with pytest.raises(Stop) as stop:
        place(None, made, Where())
    assert stop.value.message.startswith("the first and the other would both be ")


@given(st.dictionaries(st.text("abc", min_size=1), st.dates(), max_size=12))
def test_no_two_sessions_of_a_community_have_one_name(days: dict[str, Any]) -> None:
    ids = {
        f"{day.isoformat()}-{key}": other
        for (key, day), other in zip(days.items(), [*days.values()][::-1], strict=True)
    }
    names = day_names(ids)
    assert len(set(names.values())) == len(ids)
    assert all(name.startswith(ids[key].isoformat()) for key, name in names.items())


@given(
    st.lists(
        st.tuples(st.sampled_from(("a", "A", "b")), st.sampled_from(("x.html", "X.html", "y.html"))), max_size=5
    )
)
def test_no_two_documents_ever_get_one_path(named: list[tuple[str, str]]) -> None:
    made = [Made(Path("/nowhere") / folder, name, b"", f"{folder} {name}") for folder, name in named]
    try:
        placed = place(None, made, Where())
    except Stop:
        assert len({f"{one.home}/{one.name}".casefold() for one in made}) < len(made)
    else:
        assert len({str(one.path).casefold() for one in placed}) == len(made)


def test_no_two_documents_of_the_catalogue_get_one_path(root: Path, tmp_path: Path) -> None:
    """Every document, for each of its audiences, in one folder: none is written over another."""
    made: list[str] = []
    for one in DOCUMENTS.values():
        for audience in one.audiences:
            ran = copkit("print", one.name, *OF_WHAT[one.name], "--for", audience, "--out", tmp_path, root=root)
            assert ran.code == 0, ran.err
            made += [line.rpartition("/")[2] for line in ran.out.splitlines() if line.startswith("wrote ")]
            assert one.name.endswith("evidence") or "evidence" not in ran.out.partition("unchanged")[2]
    assert len(set(made)) == len(made) > 60
    assert {path.name for path in tmp_path.iterdir()} == set(made)


def test_names_are_the_day_or_the_year_the_community_and_the_document(root: Path, tmp_path: Path) -> None:
    for one in DOCUMENTS.values():
        copkit("print", one.name, *OF_WHAT[one.name], "--out", tmp_path / one.name, root=root)
        first = next(iter(sorted((tmp_path / one.name).glob(f"*{one.name.removesuffix('-year')}*.html")))).name
        of = r"(\d{4}-\d{2}-\d{2}-|2026-27-)?" + ("" if one.subject in ("programme", "person") else "([a-z-]+-)?")
        assert re.fullmatch(rf"{of}{one.name.removesuffix('-year')}(-[a-z.-]+)?\.html", first), first
