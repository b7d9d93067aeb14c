"""The evaluation of the demonstration's commission, and of one community, whole."""

import re
from collections.abc import Callable
from functools import partial

import pytest

from copkit.documents.evaluation.source import Evaluation
from tests.documents.evaluation.making import commission, in_format, single
from tests.golden import Golden

STYLE = re.compile(r"<style>.*?</style>\n", re.DOTALL)
FILES: dict[str, tuple[Callable[[], Evaluation], str]] = {
    "evaluation.html": (commission, "html"),
    "evaluation.txt": (commission, "txt"),
    "evaluation-members.md": (partial(commission, "members"), "md"),
    "evaluation-one.txt": (single, "txt"),
}


@pytest.mark.parametrize("file", FILES)
def test_it_says_the_same_as_before(file: str, golden: Golden) -> None:
    make, form = FILES[file]
    golden(file, STYLE.sub("", in_format(make(), form).decode()))
