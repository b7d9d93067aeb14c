"""PDF and Word files: pages, headings in order, header cells, and every clock time."""

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest

from copkit.cli.printing import open_desk
from copkit.cli.subjects.desk import Typed
from copkit.cli.subjects.sessions import sources
from copkit.documents import Source
from copkit.documents.agenda import Agenda, build
from tests.documents.making import IN_PERSON, OWN_ORDER, in_format, source
from tests.judges.paper import pages, rows
from tests.shell import ROOT


def demonstration_session(session: str) -> Source:
    found = sources(open_desk("agenda", Typed(("systems-leadership", session), root=ROOT)))
    return found[0]


@pytest.mark.parametrize(
    "session", ["2026-04-14", "2026-05-12", "2026-07-14", "2026-09-08", "2026-10-13", "2026-11-10"]
)
def test_the_agenda_of_an_online_session_fits_on_one_page(session: str) -> None:
    assert pages(in_format("agenda", "pdf", demonstration_session(session))) == 1


@pytest.mark.parametrize(
    ("name", "most"), [("agenda", 2), ("invite", 1), ("brief", 1), ("tables", 1), ("moderator", 2), ("plan", 5)]
)
def test_documents_of_an_in_person_session_stay_short(name: str, most: int) -> None:
    assert pages(in_format(name, "pdf", demonstration_session("2026-06-09"))) <= most


def test_the_pdf_shows_every_clock_time_in_order(tmp_path: Path) -> None:
    made = build(source(IN_PERSON))
    assert isinstance(made, Agenda)
    said = rows(in_format("agenda", "pdf", source(IN_PERSON)))
    shown = re.findall(r"^(\d{1,2}(?::\d\d)?[ap]m|midday) ", said, re.MULTILINE)
    assert shown == [item.time for item in made.items]


@pytest.mark.parametrize("name", ["agenda", "plan", "tables", "invite", "change", "brief", "moderator"])
def test_word_files_have_real_headings_and_header_rows(name: str) -> None:
    from docx import Document
    from docx.oxml.ns import qn

    word = Document(BytesIO(in_format(name, "docx", source(OWN_ORDER, "team"))))
    levels = [
        int(p.style.name.removeprefix("Heading "))
        for p in word.paragraphs
        if p.style is not None and str(p.style.name).startswith("Heading ")
    ]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ruled = [table for table in word.tables if table.style is not None and table.style.name == "Copkit Table"]
    for table in ruled:  # what stands side by side is in cells without lines, and has no head
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert word.core_properties.title
    assert word.core_properties.language == "en-GB"


def test_the_same_day_gives_the_same_bytes() -> None:
    for form in ("html", "pdf", "docx", "md", "txt"):
        assert in_format("plan", form, source(IN_PERSON)) == in_format("plan", form, source(IN_PERSON))
