"""The golden files themselves: each belongs to a test, and a difference is seen."""

from pathlib import Path

import pytest

from tests.golden import Golden, golden_files, orphans


def test_every_golden_file_belongs_to_a_test() -> None:
    files = golden_files()
    assert len(files) >= 3, "the search for golden files saw too little"
    assert orphans(files) == []


def test_a_golden_file_that_no_test_names_is_an_orphan(tmp_path: Path) -> None:
    (tmp_path / "golden").mkdir()
    (tmp_path / "test_it.py").write_text('golden("kept.txt", made)\n')
    files = [tmp_path / "golden" / "kept.txt", tmp_path / "golden" / "left.txt"]
    assert orphans(files) == [files[1]]


def test_a_difference_in_one_character_fails_with_a_diff(tmp_path: Path) -> None:
    Golden(tmp_path / "test_it.py", update=True)("page.txt", "one\ntwo\n")
    check = Golden(tmp_path / "test_it.py", update=False)
    check("page.txt", "one\ntwo\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.golden.TESTS", tmp_path)
        with pytest.raises(pytest.fail.Exception, match=r"(?s)page\.txt differs.*-two.*\+too"):
            check("page.txt", "one\ntoo\n")
        with pytest.raises(pytest.fail.Exception, match="no golden file"):
            check("other.txt", "")
