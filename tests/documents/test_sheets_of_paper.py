"""How many sheets a document takes: none is begun for a line or two, and no space is left blank on the way."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.documents.making import HYBRID, IN_PERSON, in_format, source
from tests.shell import ROOT, copkit


def sheets(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)


@pytest.mark.parametrize(
    ("name", "session", "most"),
    [("agenda", "2027-02-09", 1), ("plan", "2027-01-12", 5), ("plan", "2026-06-09", 5)],
)
def test_the_demonstration_spills_no_line_onto_another_sheet(
    name: str, session: str, most: int, tmp_path: Path
) -> None:
    file = tmp_path / "a.pdf"
    words = ("print", name, "systems-leadership", session, "--format", "pdf", "--out", file)
    assert copkit(*words, root=ROOT).code == 0
    assert sheets(file.read_bytes()) <= most


@pytest.mark.parametrize(("session", "most"), [(IN_PERSON, 5), (HYBRID, 5)])
def test_a_plan_leaves_no_half_sheet_blank(session: str, most: int) -> None:
    assert sheets(in_format("plan", "pdf", source(session, "team"))) <= most
