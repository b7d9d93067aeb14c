"""`copkit print`: the list of documents, and words that say of what in any order."""

from itertools import permutations
from pathlib import Path

import pytest

from copkit.cli.exits import Stop
from copkit.cli.subjects.words import told_apart
from copkit.documents.catalogue import NAMES, SETS
from tests.shell import ROOT, copkit, demonstration

IDS = ("systems-leadership", "50-plus", "2026")


def test_the_list_is_one_screen_and_names_every_document() -> None:
    ran = copkit("print", root=ROOT)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert len(lines) <= 24 and max(map(len, lines)) <= 80
    words = ran.out.replace(",", " ").replace(":", " ").split()
    assert set(NAMES) <= set(words) and set(SETS) <= set(words)


def test_the_list_says_what_is_missing(tmp_path: Path) -> None:
    root = tmp_path / "communities"
    (root / "quiet").mkdir(parents=True)
    (root / "quiet/community.yaml").write_text("id: quiet\nname: Quiet\n")
    said = copkit("print", "--today", "2026-06-01", root=tmp_path).out
    for words in ("no session to come", "no session held yet", "no members yet", "no group yet", "no exemplar yet",
                  "no review of 2026-27 yet", "no commission", "nobody wrote down who came"):  # fmt: skip
        assert words in said, words


def test_a_document_that_there_is_not_is_told() -> None:
    ran = copkit("print", "agena", root=ROOT)
    assert (ran.code, "Did you mean “agenda”?" in ran.err) == (2, True)


@pytest.mark.parametrize(
    ("word", "when"),
    [("next", True), ("2026-06-09", True), ("9 June 2026", True), ("4", True), ("2026-27", True), ("2026", True),
     ("2026-06-09-2", True), ("26/27", True), ("systems", False), ("50-plus", False), ("jo.ng", False)],
)  # fmt: skip
def test_a_word_is_known_by_its_form(word: str, when: bool) -> None:
    assert told_apart([word], IDS) == (((), word) if when else ((word,), ""))


def test_two_times_are_one_too_many() -> None:
    with pytest.raises(Stop, match="are two times"):
        told_apart(["2026-27", "next"], IDS)


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("plan", ("systems-leadership", "2026-06-09")),
        ("synthesis", ("systems-leadership", "2026-27")),
        ("group", ("systems-leadership", "shared-form")),
        ("exemplar", ("systems-leadership", "discharge-lounge")),
        ("certificate", ("systems-leadership", "amina.khan", "2026-06-09")),
        ("welcome", ("systems-leadership", "jo.ng")),
    ],
)
def test_words_stand_in_any_order(what: str, words: tuple[str, ...], tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    first, *others = (
        copkit("print", what, *order, "--format", "txt", "--out", "-", root=root) for order in permutations(words)
    )
    assert first.code == 0 and first.out, first.err
    assert all(one.out == first.out for one in others)


def test_a_change_that_there_was_not_is_not_told() -> None:
    ran = copkit("print", "change", "systems-leadership", "2026-06-09", root=ROOT)
    assert (ran.code, "nothing has changed" in ran.err) == (3, True)
    assert "this is a fault" not in ran.err


def test_without_a_person_it_asks_whose_welcome_page() -> None:
    ran = copkit("print", "welcome", "systems-leadership", root=ROOT)
    assert (ran.code, "whose welcome page?" in ran.err) == (2, True)
