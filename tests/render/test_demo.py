"""The demonstration document in every format that is text, kept as golden files."""

import pytest

from copkit import render
from tests.golden import Golden
from tests.render.demo import META, TEMPLATES, Demo


@pytest.mark.parametrize("name", ["demo.html", "demo.md", "demo.txt"])
def test_the_demonstration_is_as_kept(name: str, golden: Golden) -> None:
    made = render.FORMATS[name.partition(".")[2]](render.html("demo", Demo(), shadow=TEMPLATES), META)
    golden(name, made.decode())


@pytest.mark.parametrize("ending", sorted(render.FORMATS))
def test_the_same_input_makes_the_same_bytes(ending: str) -> None:
    first, second = (render.FORMATS[ending](render.html("demo", Demo(), shadow=TEMPLATES), META) for _ in range(2))
    assert first == second
    assert len(first) > 1000


def test_no_line_of_plain_text_is_longer_than_an_e_mail_shows() -> None:
    text = render.text(render.tree(render.html("demo", Demo(), shadow=TEMPLATES)))
    assert max(map(len, text.splitlines())) <= 78
