"""Every document in every format, and every word of its HTML looked for in each of them."""

from io import BytesIO
from pathlib import Path

import pikepdf

from copkit import render
from copkit.capture.keywords import by_word
from copkit.documents.catalogue import DOCUMENTS
from copkit.documents.registry import Document
from copkit.render.conserving import Lost, lost
from copkit.render.paging import words_of
from tests.shell import FIRST, copkit, first_community

FORMATS = ("html", "pdf", "docx", "md", "txt")
LINES = 40
MARGIN, ACROSS = 60, 36
"""Where head and foot stand, in points, and where on paper that lies across: what runs into them is lost, too."""
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
NOTES = f"communities/{FIRST}/sessions/2026-11-10.notes.yaml"
REVIEW = f"communities/{FIRST}/reviews/2026-27.yaml"
KINDS = tuple(sorted({*by_word().values()} - {"done"}))
BEFORE = dict.fromkeys(("action", "ask", "offer"), "amina.khan | ") | {"connect": "joe.bell + jo.ng | "}
LISTS = ("shifts", "surprises", "did_not_work", "still_stuck", "asks_of_leaders")


def stressed(folder: Path, lines: int = LINES, kinds: tuple[str, ...] = KINDS) -> Path:
    """The demonstration's first community with so many lines of each kind, a review of 42, and very long words."""
    root = first_community(folder)
    with (root / NOTES).open("a", encoding="utf-8") as notes:
        for word in kinds:
            notes.writelines(f"  {typed(word, number)}\n" for number in range(1, lines + 1))
    text = (root / REVIEW).read_text(encoding="utf-8")
    for name in LISTS:
        more = "".join(f"  - Line {number} of {name.replace('_', ' ')} {LONG}{number}\n" for number in range(1, 43))
        text = text.replace(f"\n{name}:\n", f"\n{name}:\n{more}", 1)
    (root / REVIEW).write_text(text, encoding="utf-8")
    return root


def typed(word: str, number: int) -> str:
    """A line of notes of a kind, each with a word that no other has."""
    said = f"{word}{number} is said at some length, so that it takes more than a line on paper, {LONG}{number}"
    return f"{word}: {BEFORE.get(word, '')}{said}"


def begun(folder: Path) -> Path:
    """A workspace as `init` starts one, with its year."""
    root = folder / "begun"
    ran = copkit(
        "init", root, "--yes", "--system", "Seaport ICS", "--community", "Home First", "--name", "Amina Khan",
        "--organisation", "NHS Seaport", "--contact", "cop@seaport.example",
    )  # fmt: skip
    assert ran.code == 0, ran
    return root


def printed(root: Path, one: Document, community: str, person: str, out: Path, *more: str) -> list[Path]:
    """The HTML of a document for its first audience, with the other formats beside it; none where it says why."""
    subjects = {
        "newcomer": (community, person), "person": (person,), "programme": (), "programme year": (),
    }  # fmt: skip
    folder = out / one.name
    folder.mkdir(parents=True)
    formats = [word for form in FORMATS for word in ("--format", form)]
    words = subjects.get(one.subject, (community,))
    ran = copkit("print", one.name, *words, *formats, *more, "--out", folder, root=root)
    assert ran.code in (0, 2, 3) and "would lose" not in ran.err, ran
    pages = sorted(page for page in folder.glob("*.html") if page.with_suffix(".docx").exists())
    assert bool(pages) == (ran.code == 0), ran
    return pages


def gives_way(page: Path) -> bool:
    """Whether it is a report that keeps to its pages on paper, which is judged as it is made.

    What gives way there stands in the evidence, where the markers look for it.
    """
    return page.with_name(page.name.replace("-synthesis", "-evidence")) != page


def on_paper(data: bytes) -> str:
    return words_of(data, ACROSS if lies_across(data) else MARGIN)


def lies_across(data: bytes) -> bool:
    with pikepdf.open(BytesIO(data)) as pdf:
        left, bottom, right, top = (float(edge) for edge in pdf.pages[0].mediabox)
    return right - left > top - bottom


def losses(page: Path) -> dict[str, Lost]:
    """What each format beside a page lacks of it."""
    tree = render.tree(page.read_text(encoding="utf-8"))
    plain = {form: page.with_suffix(f".{form}").read_text(encoding="utf-8") for form in ("md", "txt")}
    said = plain | ({} if gives_way(page) else {"pdf": on_paper(page.with_suffix(".pdf").read_bytes())})
    assert page.with_suffix(".docx").is_file()  # judged as it is written, by the same rule
    return {form: gone for form, text in said.items() if (gone := lost(tree, text, form))}


def every_loss(root: Path, community: str, person: str, out: Path) -> dict[str, dict[str, Lost]]:
    """What is lost anywhere in a workspace; some documents must have been made."""
    pages = [page for one in DOCUMENTS.values() for page in printed(root, one, community, person, out)]
    assert len(pages) > 9
    return {page.name: gone for page in pages if (gone := losses(page))}
