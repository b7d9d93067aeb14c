"""Whole documents of the demonstration, to be read by a person whenever they change."""

import pytest

from copkit.documents.source import Audience
from tests.documents.synthesis.making import annual, page, said
from tests.golden import Golden

MADE: tuple[tuple[str, str, Audience, bool], ...] = (
    ("systems-leadership.md", "systems-leadership", "members", False),
    ("systems-leadership-public.md", "systems-leadership", "public", False),
    ("systems-leadership-one-page.md", "systems-leadership", "members", True),
    ("systems-leadership-one-page-public.md", "systems-leadership", "public", True),
    ("diabetes-in-pregnancy.md", "diabetes-in-pregnancy", "members", False),
    ("diabetes-in-pregnancy-one-page.md", "diabetes-in-pregnancy", "members", True),
)


@pytest.mark.parametrize(("name", "community", "audience", "one_page"), MADE)
def test_as_markdown(golden: Golden, name: str, community: str, audience: Audience, one_page: bool) -> None:
    golden(name, said(annual(community, audience), one_page=one_page))


def test_as_html(golden: Golden) -> None:
    golden("systems-leadership.html", page(annual("systems-leadership")))
    golden("systems-leadership-one-page.html", page(annual("systems-leadership"), one_page=True))


def test_the_same_files_give_the_same_bytes() -> None:
    once, again = (page(annual("diabetes-in-pregnancy")) for _ in range(2))
    assert once == again
