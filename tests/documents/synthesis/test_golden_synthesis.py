"""Whole documents of the demonstration, to be read by a person whenever they change."""

import pytest

from copkit.documents.source import Audience
from tests.documents.synthesis.making import annual, in_format, page, report
from tests.golden import Golden

MADE: tuple[tuple[str, str, Audience, str], ...] = (
    ("systems-leadership.md", "systems-leadership", "members", "synthesis"),
    ("systems-leadership-public.md", "systems-leadership", "public", "synthesis"),
    ("systems-leadership-evidence.md", "systems-leadership", "members", "evidence"),
    ("systems-leadership-evidence-public.md", "systems-leadership", "public", "evidence"),
    ("systems-leadership-one-page.md", "systems-leadership", "members", "synthesis_page"),
    ("systems-leadership-one-page-public.md", "systems-leadership", "public", "synthesis_page"),
    ("diabetes-in-pregnancy.md", "diabetes-in-pregnancy", "members", "synthesis"),
    ("diabetes-in-pregnancy-evidence.md", "diabetes-in-pregnancy", "members", "evidence"),
    ("diabetes-in-pregnancy-one-page.md", "diabetes-in-pregnancy", "members", "synthesis_page"),
)


@pytest.mark.parametrize(("name", "community", "audience", "which"), MADE)
def test_as_markdown(golden: Golden, name: str, community: str, audience: Audience, which: str) -> None:
    golden(name, in_format(annual(community, audience), "md", which).decode())


def test_as_html(golden: Golden) -> None:
    golden("systems-leadership.html", report(annual("systems-leadership")))
    golden("systems-leadership-one-page.html", page(annual("systems-leadership"), one_page=True))


def test_the_same_files_give_the_same_bytes() -> None:
    once, again = (report(annual("diabetes-in-pregnancy")) for _ in range(2))
    assert once == again
