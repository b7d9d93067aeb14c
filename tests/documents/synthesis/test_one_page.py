"""The board's page keeps to one side and to its words, whatever was written."""

from pathlib import Path

import pypdfium2
import pytest

from copkit.documents.synthesis.one_page import MOST_WORDS, build, cut, words
from tests.documents.synthesis.making import annual, in_format, small
from tests.documents.synthesis.test_bad_input import BASE, notes

LONG = "Let every board of every organisation agree to pay people with lived experience within a fortnight"


def sides(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(pypdfium2.PdfDocument(pdf))


@pytest.mark.parametrize("community", ["systems-leadership", "diabetes-in-pregnancy"])
def test_one_side_and_its_words(community: str) -> None:
    of = annual(community)
    assert words(build(of)) <= MOST_WORDS
    assert sides(in_format(of, "pdf", "synthesis_page")) == 1


def test_many_long_asks_keep_to_one_side_and_say_how_many_are_left(tmp_path: Path) -> None:
    asks = "".join(f"  - ask: {LONG} {number}\n    who: Board {number}\n" for number in range(12))
    review = {"one/reviews/2026-27.yaml": f"headline: We met\nasks_of_leaders:\n{asks}agreed_by: [ann.lee]\n"}
    held = {name: text for day in ("2026-04-14", "2026-05-12", "2026-06-09") for name, text in notes(day).items()}
    of = small(tmp_path, {**BASE, **held, **review})
    page = build(of)
    assert (len(page.asks), page.more_asks) == (5, "and seven more, in the report")
    assert sides(in_format(of, "pdf", "synthesis_page")) == 1


@pytest.mark.parametrize("held", [0, 1, 2])
def test_a_community_that_began_has_a_page(tmp_path: Path, held: int) -> None:
    days = ("2026-04-14", "2026-05-12")[:held]
    of = small(tmp_path, {**BASE, **{name: text for day in days for name, text in notes(day).items()}})
    assert sides(in_format(of, "pdf", "synthesis_page")) == 1


def test_a_text_is_cut_after_a_word() -> None:
    assert cut("Protect two hours", 13) == "Protect two…"
