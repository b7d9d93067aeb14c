"""A document lies on its paper in every format that has any."""

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from docx import Document

from copkit import render
from copkit.render.paper import SIZES, Paper
from tests.render.demo import META, TEMPLATES, Demo


@pytest.mark.parametrize("paper", SIZES)
def test_a_document_lies_on_its_paper(paper: Paper) -> None:
    width, height = SIZES[paper]
    meta = replace(META, paper=paper)
    page = render.html("demo", replace(Demo(), meta=meta), shadow=TEMPLATES)
    assert re.findall(r"@page {\s*size: ([\w ]+);", page)[-1] == paper
    with pikepdf.open(BytesIO(render.pdf(render.tree(page), meta))) as pdf:
        assert [round(float(one) / 72 * 25.4) for one in pdf.pages[0].mediabox] == [0, 0, width, height]
    section = Document(BytesIO(render.docx(render.tree(page), meta))).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (width, height)
