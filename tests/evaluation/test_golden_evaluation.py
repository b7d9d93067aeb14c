"""The evaluation of the demonstration's commission, and of one community, whole."""

import re

import pytest

from tests.evaluation.making import commission, in_format, single
from tests.golden import Golden

STYLE = re.compile(r"<style>.*?</style>\n", re.DOTALL)
FILES = {
    "evaluation.html": (lambda: commission(), "html"),
    "evaluation.txt": (lambda: commission(), "txt"),
    "evaluation-members.md": (lambda: commission("members"), "md"),
    "evaluation-one.txt": (lambda: single(), "txt"),
}


@pytest.mark.parametrize("file", FILES)
def test_it_says_the_same_as_before(file: str, golden: Golden) -> None:
    make, form = FILES[file]
    golden(file, STYLE.sub("", in_format(make(), form).decode()))
