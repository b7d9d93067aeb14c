"""Whole blueprints: of the community that the README shows, of a commissioned one, and of one with nothing."""

from collections.abc import Callable

import pytest

from tests.documents.blueprint.making import bare, demonstrated, printed

Golden = Callable[[str, str], None]


def test_the_members_version(golden: Golden) -> None:
    page = printed(demonstrated(), "html").decode()
    golden("systems-leadership.html", page[page.index("<body>") :])  # what stands before is every document's
    golden("systems-leadership.txt", printed(demonstrated()).decode())


def test_the_public_version(golden: Golden) -> None:
    golden("systems-leadership-public.md", printed(demonstrated(audience="public"), "md").decode())


def test_a_commissioned_community(golden: Golden) -> None:
    golden("patient-involvement.txt", printed(demonstrated("patient-involvement")).decode())


def test_a_community_of_which_nothing_is_written_down(golden: Golden) -> None:
    golden("bare.txt", printed(bare()).decode())


@pytest.mark.slow
def test_the_same_files_give_the_same_bytes() -> None:
    for form in ("html", "pdf", "docx"):
        assert printed(demonstrated(), form) == printed(demonstrated(), form)
