"""The portfolio of the demonstration, whole, in the formats of text."""

import re

import pytest

from copkit.documents import Audience
from tests.documents.portfolio.making import demonstration, in_format
from tests.golden import Golden

STYLE = re.compile(r"<style>.*?</style>\n", re.DOTALL)
FILES: dict[str, tuple[Audience, str, str]] = {
    "portfolio.html": ("members", "", "html"),
    "portfolio.txt": ("members", "", "txt"),
    "portfolio-public.md": ("public", "", "md"),
    "portfolio-evidence.txt": ("members", "evidence", "txt"),
    "portfolio-evidence-public.md": ("public", "evidence", "md"),
    "portfolio-page.html": ("members", "page", "html"),
    "portfolio-page-public.txt": ("public", "page", "txt"),
}


@pytest.mark.parametrize("file", FILES)
def test_it_says_the_same_as_before(file: str, golden: Golden) -> None:
    audience, kind, form = FILES[file]
    made = in_format(demonstration(audience), form, page=kind == "page", evidence=kind == "evidence")
    golden(file, STYLE.sub("", made.decode()))
