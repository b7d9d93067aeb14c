"""Entries, the index and reports in every text format, whole."""

import re

import pytest

from tests.documents.exemplar.making import in_format
from tests.golden import Golden

STYLE = re.compile(r"<style>.*?</style>\n", re.DOTALL)
FILES = {
    "one-page": ("one-page", "public"),
    "one-page-members": ("one-page", "members"),
    "warm-lamps": ("warm-lamps", "public"),
    "hub": ("hub", "public"),
    "group-quiet-doors": ("group-quiet-doors", "members"),
    "group-quiet-doors-public": ("group-quiet-doors", "public"),
    "group-tea": ("group-tea", "public"),
}


@pytest.mark.parametrize("form", ["html", "md", "txt"])
@pytest.mark.parametrize("file", FILES)
def test_it_says_the_same_as_before(file: str, form: str, golden: Golden) -> None:
    name, audience = FILES[file]
    text = in_format(name, form, audience).decode()  # type: ignore[arg-type]
    golden(f"{file}.{form}", STYLE.sub("", text))
