"""`copkit sync` where two people typed into one file: notes by what they say, the rest by lines, nothing lost."""

from pathlib import Path

import pytest

from copkit.cli import sync
from tests.cli.notes.conftest import NOTES, SAMPLE, git
from tests.shell import Ran, copkit

MEMBERS = "communities/systems-leadership/members.yaml"
MINE = SAMPLE.replace("jo.ng, ", "") + "  practice: forms on the wall – Siân\n"
OTHERS = SAMPLE.replace("priya.das]", "priya.das, sam.cole]") + "  offer: priya | ask the practice managers\n"


def committed(root: Path, data: bytes, path: str = NOTES) -> None:
    (root / path).write_bytes(data)
    git(root, "add", path)
    git(root, "commit", "-qm", "Typed")


@pytest.fixture
def begun(two: tuple[Path, Path]) -> tuple[Path, Path]:
    """Two clones that both have the notes."""
    sam, joe = two
    committed(sam, SAMPLE.encode())
    assert copkit("sync", root=sam).code == copkit("sync", root=joe).code == 0
    return two


def both(two: tuple[Path, Path], mine: bytes, others: bytes, path: str = NOTES) -> Ran:
    """What `sync` says here after others have sent theirs."""
    sam, joe = two
    committed(sam, others, path)
    assert copkit("sync", root=sam).code == 0
    committed(joe, mine, path)
    return copkit("sync", root=joe)


@pytest.mark.parametrize(
    ("mine", "others"), [("utf-16", "utf-8"), ("cp1252", "utf-16"), ("utf-8", "utf-8"), ("utf-8-sig", "cp1252")]
)
def test_notes_in_two_encodings_are_one_file_with_all_lines(
    begun: tuple[Path, Path], mine: str, others: str
) -> None:
    ran = both(begun, MINE.encode(mine), OTHERS.encode(others))
    assert ran.code == 0, ran.err
    assert f"brought together: {NOTES}" in ran.out
    sam, joe = begun
    assert copkit("sync", root=sam).code == 0
    for root in (sam, joe):
        text = (root / NOTES).read_bytes().decode("utf-8")
        assert "forms on the wall – Siân\n" in text and "ask the practice managers\n" in text
        assert "present: [amina.khan, joe.bell, sam.reid, lee.marsh, priya.das, sam.cole]" in text
        assert not git(root, "status", "--porcelain")
    assert len(git(joe, "log", "--merges", "--format=%h").split()) == 1


def test_what_git_would_mix_of_two_encodings_is_not_mixed(begun: tuple[Path, Path]) -> None:
    """Each changed another line, so git sees no clash, and would put bytes of both encodings into one file."""
    mine = SAMPLE.replace("Several people said", "Siân’s people said")
    others = SAMPLE.replace("resource: Hospice", "resource: Zoë’s hospice")
    assert both(begun, mine.encode("cp1252"), others.encode()).code == 0
    text = (begun[1] / NOTES).read_bytes().decode("utf-8")
    assert "Siân’s people said" in text and "Zoë’s hospice" in text


def test_numbers_that_differ_are_marked_and_the_rest_is_brought_together(begun: tuple[Path, Path]) -> None:
    sam, joe = begun
    mine, others = MINE.replace("voices: 8", "voices: 9"), OTHERS.replace("voices: 8", "voices: 7")
    ran = both(begun, mine.encode(), others.encode())
    assert ran.code == 1
    assert "Nothing is lost: both versions are in the file" in " ".join(ran.out.split())
    assert "voices: 9" in ran.out and "voices: 7" in ran.out and "forms on the wall" not in ran.out
    text = (joe / NOTES).read_text()
    assert "forms on the wall – Siân\n" in text and "ask the practice managers\n" in text
    assert copkit("sync", root=joe).code == 1, "both numbers are still in the file"
    lines = [line for line in text.split("\n") if line[:1] not in "<=>" and "voices: 7" not in line]
    (joe / NOTES).write_text("\n".join(lines) + "\n")
    assert copkit("sync", root=joe).code == copkit("sync", root=sam).code == 0
    assert "voices: 9" in (sam / NOTES).read_text()


def test_a_register_in_another_encoding_is_left_to_the_curator_with_both_versions(two: tuple[Path, Path]) -> None:
    old = (two[0] / MEMBERS).read_text()
    mine, others = old + "- {who: sam.cole, note: mine}\n", old + "- {who: sam.cole}\n"
    ran = both(two, mine.encode("utf-16"), others.encode(), MEMBERS)
    assert ran.code == 1
    assert "note: mine" in ran.out and "Nothing is lost" in ran.out
    text = (two[1] / MEMBERS).read_bytes().decode("utf-8")
    assert "{who: sam.cole}" in text and "note: mine" in text and "<<<<<<< yours" in text


def test_of_what_is_no_text_one_version_is_here_and_the_other_is_said(two: tuple[Path, Path]) -> None:
    committed(two[0], b"\0\1base", "logo.png")
    assert copkit("sync", root=two[0]).code == copkit("sync", root=two[1]).code == 0
    ran = both(two, b"\0\1mine", b"\0\1theirs", "logo.png")
    assert ran.code == 1
    assert "Nothing is lost" not in ran.out
    hint = next(line.strip() for line in ran.out.splitlines() if "git checkout" in line)
    git(two[1], *hint.split()[1:])
    assert copkit("sync", root=two[1]).code == 0
    assert (two[1] / "logo.png").read_bytes() == b"\0\1theirs"


def test_a_computer_that_goes_off_before_notes_are_brought_together(
    begun: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def off(*_: object) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(sync, "settle", off)
        assert both(begun, MINE.encode("utf-16"), OTHERS.encode()).code == 130
    ran = copkit("sync", root=begun[1])
    assert ran.code == 0, ran.err
    text = (begun[1] / NOTES).read_bytes().decode("utf-8")
    assert "forms on the wall – Siân\n" in text and "ask the practice managers\n" in text
