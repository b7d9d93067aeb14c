"""Large print of every document: it is made in each format, in no more than two and a half times the paper."""

from pathlib import Path

import pytest

from copkit.documents.catalogue import DOCUMENTS
from copkit.documents.registry import Document
from tests.documents.conserving import printed
from tests.judges.paper import pages
from tests.shell import FIRST, ROOT, copkit, demonstration


def test_its_files_end_in_large_and_lie_beside_the_others(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    ran = copkit("agenda", FIRST, "--large", "--format", "pdf", "--format", "docx", "--format", "html", root=root)
    assert ran.code == 0, ran.err
    assert [line.rpartition("-")[2] for line in ran.out.splitlines()] == ["large.pdf", "large.docx", "large.html"]
    assert '<body class="large">' in next((root / "build").rglob("*-large.html")).read_text("utf-8")


def too_long(one: Document, out: Path) -> dict[str, tuple[int, int]]:
    """The pages of a document that is too long in large print: as usual, and large."""
    printed(ROOT, one, FIRST, "amina.khan", out / "plain")
    printed(ROOT, one, FIRST, "amina.khan", out / "large", "--large")
    plain, large = (sorted((out / kind / one.name).glob("*.pdf")) for kind in ("plain", "large"))
    assert len(plain) == len(large)
    both = zip(plain, large, strict=True)
    counted = {file.stem: (pages(file.read_bytes()), pages(big.read_bytes())) for file, big in both}
    return {name: (few, many) for name, (few, many) in counted.items() if many > -(-few * 5 // 2)}


@pytest.mark.slow
def test_no_document_takes_too_much_paper_or_is_refused_for_a_lost_word(tmp_path: Path) -> None:
    assert {one.name: long for one in DOCUMENTS.values() if (long := too_long(one, tmp_path))} == {}
