"""A document in Word takes no more paper than its PDF, as LibreOffice prints it."""

from pathlib import Path

import pikepdf
import pytest

from copkit.documents.catalogue import DOCUMENTS
from tests.documents.conserving import begun, printed
from tests.judges.programs import saved_by_libreoffice
from tests.shell import FIRST, demonstration


def pages(file: Path) -> int:
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)


@pytest.mark.slow
@pytest.mark.parametrize("workspace", ["demonstration", "begun"])
def test_no_document_is_longer_in_word_than_as_pdf(tmp_path: Path, workspace: str) -> None:
    root = {"demonstration": demonstration, "begun": begun}[workspace](tmp_path)
    community = "home-first" if workspace == "begun" else FIRST
    made = [
        page for one in DOCUMENTS.values() for page in printed(root, one, community, "amina.khan", tmp_path / "out")
    ]
    assert len(made) > 9
    flat = tmp_path / "flat"
    flat.mkdir()
    files = [flat / f"{number}.docx" for number in range(len(made))]
    for page, file in zip(made, files, strict=True):
        file.write_bytes(page.with_suffix(".docx").read_bytes())
    counted = {
        page.stem: (pages(page.with_suffix(".pdf")), pages(saved))
        for page, saved in zip(made, saved_by_libreoffice(files, flat), strict=True)
    }
    assert {name: both for name, both in counted.items() if both[1] > both[0]} == {}
