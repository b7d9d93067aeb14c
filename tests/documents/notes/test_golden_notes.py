"""Notes and sheets in every text format, whole."""

import re

import pytest

from tests.documents.notes.making import HELD, NEXT, in_format, source
from tests.golden import Golden

STYLE = re.compile(r"<style>.*?</style>\n", re.DOTALL)
FILES = {
    "notes": ("notes", HELD, "members"),
    "notes-public": ("notes", HELD, "public"),
    "sign-in": ("sign-in", NEXT, "members"),
    "table-sheet": ("table-sheet", NEXT, "members"),
    "story-sheet": ("story-sheet", NEXT, "members"),
    "feedback-sheet": ("feedback-sheet", NEXT, "members"),
    "follow-up-sheet": ("follow-up-sheet", HELD, "members"),
}


@pytest.mark.parametrize("form", ["html", "md", "txt"])
@pytest.mark.parametrize("file", FILES)
def test_it_says_the_same_as_before(file: str, form: str, golden: Golden) -> None:
    name, session, audience = FILES[file]
    text = in_format(name, form, source(session, audience)).decode()  # type: ignore[arg-type]
    golden(f"{file}.{form}", STYLE.sub("", text))
