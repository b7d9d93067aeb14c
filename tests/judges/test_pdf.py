"""The judges of PDFs praise a good one and catch each of many planted faults."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
import typst

from tests.judges.pdf import (
    elements_below,
    judge_by_rules,
    judge_by_vera,
    judge_pdf,
    judge_reading_order,
    judge_structure,
)

GOOD = """
#set document(title: "Agenda for Tuesday 9 June 2026")
#set text(lang: "en", region: "GB")
#set page(paper: "a4")
= One referral form instead of three
#table(columns: 2, table.header([Time], [What]), [10am], [Welcome])
== What we will do
#rect(width: 3cm)
=== In fours
#figure(alt: "Six of seven trusts took part", rect(width: 2cm))
"""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "agenda.pdf"
    path.write_bytes(typst.compile(GOOD.encode(), pdf_standards=["ua-1"]))
    return path


def find(pdf: pikepdf.Pdf, kind: str) -> pikepdf.Object:
    return next(element.node for element in elements_below(pdf.Root.StructTreeRoot) if element.kind == kind)


def drop_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def name_it_untitled(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = "agenda.docx"


def write_welsh(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/Lang"] = "cy"


def start_at_second_level(pdf: pikepdf.Pdf) -> None:
    find(pdf, "H1").S = pikepdf.Name("/H2")


def jump_a_level(pdf: pikepdf.Pdf) -> None:
    find(pdf, "H2").S = pikepdf.Name("/P")


def drop_headings(pdf: pikepdf.Pdf) -> None:
    for kind in ("H1", "H2", "H3"):
        find(pdf, kind).S = pikepdf.Name("/P")


def silence_figure(pdf: pikepdf.Pdf) -> None:
    find(pdf, "Figure")["/Alt"] = ""


def name_figure_by_its_file(pdf: pikepdf.Pdf) -> None:
    find(pdf, "Figure")["/Alt"] = "chart-2.png"


def forget_header_cells(pdf: pikepdf.Pdf) -> None:
    for element in list(elements_below(pdf.Root.StructTreeRoot)):
        if element.kind == "TH":
            element.node.S = pikepdf.Name("/TD")


def forget_scope(pdf: pikepdf.Pdf) -> None:
    for element in elements_below(pdf.Root.StructTreeRoot):
        if element.kind in ("TH", "TD") and "/A" in element.node:
            del element.node["/A"]


def print_on_letter(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].mediabox = [0, 0, 612, 792]


def add_pages(pdf: pikepdf.Pdf) -> None:
    for _ in range(5):
        pdf.add_blank_page(page_size=(595.28, 841.89))
    if "/Outlines" in pdf.Root:
        del pdf.Root["/Outlines"]


FAULTS: list[tuple[Callable[[pikepdf.Pdf], None], str]] = [
    (drop_tags, "no tags"),
    (name_it_untitled, "the title"),
    (write_welsh, "the language"),
    (start_at_second_level, "one H1"),
    (jump_a_level, "jumps from H1 to H3"),
    (drop_headings, "no headings"),
    (silence_figure, "alternative text"),
    (name_figure_by_its_file, "alternative text"),
    (forget_header_cells, "no header cells"),
    (forget_scope, "its headers head"),
    (print_on_letter, "page 1 is neither A4 nor A3"),
    (add_pages, "no bookmarks"),
]


def damaged(good: Path, damage: Callable[[pikepdf.Pdf], None], folder: Path) -> Path:
    path = folder / f"{damage.__name__}.pdf"
    with pikepdf.open(good) as pdf:
        damage(pdf)
        pdf.save(path)
    return path


def test_a_good_document_is_praised(good: Path) -> None:
    assert judge_by_rules(good) == []
    assert judge_structure(good) == []


@pytest.mark.parametrize(("damage", "told"), FAULTS, ids=[damage.__name__ for damage, _ in FAULTS])
def test_a_fault_is_caught(
    good: Path, tmp_path: Path, damage: Callable[[pikepdf.Pdf], None], told: str
) -> None:
    problems = judge_structure(damaged(good, damage, tmp_path))
    assert any(told in problem for problem in problems), problems


def test_the_quick_validator_catches_missing_tags(good: Path, tmp_path: Path) -> None:
    assert judge_by_rules(damaged(good, drop_tags, tmp_path))


def test_reading_order(good: Path, tmp_path: Path) -> None:
    assert judge_pdf(good, ["One referral form instead of three", "What we will do", "In fours"]) == []
    assert judge_reading_order(good, ["In fours", "What we will do"]) == [
        "'What we will do' is not met in reading order"
    ]
    assert judge_reading_order(good, ["Nobody wrote this"])
    (tmp_path / "not.pdf").write_text("not a PDF")
    with pytest.raises(pikepdf.PdfError):
        judge_reading_order(tmp_path / "not.pdf", ["anything"])


@pytest.mark.slow
def test_vera_praises_the_good_and_catches_the_bad(good: Path, tmp_path: Path) -> None:
    untagged, silent = damaged(good, drop_tags, tmp_path), damaged(good, silence_figure, tmp_path)
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(good.read_bytes()[:200])
    verdicts = judge_by_vera([good, untagged, silent, broken])
    assert verdicts[good] == []
    assert any("7.1" in problem for problem in verdicts[untagged]), verdicts
    assert any("7.3" in problem for problem in verdicts[silent]), verdicts
    assert verdicts[broken]
