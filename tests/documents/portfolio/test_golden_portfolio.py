"""The portfolio of the demonstration, whole, in the formats of text."""

import re

import pytest

from copkit.documents import Audience
from tests.documents.portfolio.making import demonstration, in_format
from tests.golden import Golden

STYLE = re.compile(r"<style>.*?</style>\n", re.DOTALL)
FILES: dict[str, tuple[Audience, bool, str]] = {
    "portfolio.html": ("members", False, "html"),
    "portfolio.txt": ("members", False, "txt"),
    "portfolio-public.md": ("public", False, "md"),
    "portfolio-page.html": ("members", True, "html"),
    "portfolio-page-public.txt": ("public", True, "txt"),
}


@pytest.mark.parametrize("file", FILES)
def test_it_says_the_same_as_before(file: str, golden: Golden) -> None:
    audience, page, form = FILES[file]
    golden(file, STYLE.sub("", in_format(demonstration(audience), form, page=page).decode()))
