"""`copkit print exemplar` and `group`, as somebody types them."""

import shutil
from pathlib import Path

import pytest

from tests.documents.exemplar.making import WORKSPACE
from tests.shell import copkit, demonstration, snapshot


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(WORKSPACE / "communities", tmp_path / "communities")
    return tmp_path


def test_without_a_name_every_exemplar_is_printed_and_nothing_else(root: Path) -> None:
    before = snapshot(root)
    ran = copkit("print", "exemplar", root=root)
    assert (ran.code, ran.out) == (0, "wrote build/night-care/night-care-exemplar-one-page.html\n")
    assert "2 of its texts name somebody and are kept for members" in ran.err
    assert snapshot(root) == before


def test_one_that_is_named_is_printed_at_any_stage(root: Path) -> None:
    ran = copkit("print", "exemplar", "night", "warm", "--format", "txt", "--out", "-", root=root)
    assert "Not yet an exemplar: it is only spotted so far." in " ".join(ran.out.split())
    assert copkit("print", "exemplar", "warm-lamps", "--format", "txt", "--out", "-", root=root).out == ran.out


def test_the_members_version_goes_to_a_file_of_its_own(root: Path) -> None:
    ran = copkit("print", "exemplar", "one-page", "--for", "members", "--format", "md,pdf", root=root)
    assert ran.out.splitlines() == [
        "wrote build/night-care/night-care-exemplar-one-page-members.md",
        "wrote build/night-care/night-care-exemplar-one-page-members.pdf",
    ]
    again = copkit("print", "exemplar", "one-page", "--for", "members", "--format", "md,pdf", root=root)
    assert [line.split()[0] for line in again.out.splitlines()] == ["unchanged:", "unchanged:"]


def test_the_index_is_of_all_communities_or_of_one(tmp_path: Path) -> None:
    root = demonstration(tmp_path)
    every = copkit("print", "exemplar-index", "--format", "md", "--out", "-", root=root).out
    assert "4 of 7" in every
    assert "Anytown Hospitals" not in every
    assert "**The discharge lounge books the ride** (Systems Leadership)" in every
    one = copkit("print", "exemplar-index", "diabetes", "--format", "txt", "--out", "-", root=root).out
    assert "GDm-Health" in one
    assert "discharge lounge" not in one


def test_without_a_name_every_group_has_its_report(root: Path) -> None:
    ran = copkit("print", "group", root=root)
    assert ran.code == 0
    written = [line.removeprefix("wrote build/night-care/") for line in ran.out.splitlines()]
    assert written == [f"night-care-group-{key}.html" for key in ("late-buses", "quiet-doors", "tea")]
    public = copkit("print", "group", "tea", "--for", "public", root=root)
    assert public.out.endswith("night-care-group-tea-public.html\n")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("print", "exemplar", "night", "warn-lamps"), 2, "Did you mean “warm-lamps”?"),
        (("print", "exemplar", "nigth", "one-page"), 2, "there is no community “nigth”"),
        (("print", "exemplar", "nothing-like-it"), 2, "there is no initiative “nothing-like-it” in night-care"),
        (("print", "exemplar", "--for", "team"), 2, "there is no version for “team”"),
        (("print", "exemplar", "--format", "doc"), 2, "there is no format “doc”"),
        (("print", "exemplar", "one-page", "--format", "txt,md", "--out", "a.txt"), 2, "is one file"),
        (("print", "exemplar", "--today", "2026-05-07"), 3, "is an exemplar, spreading or embedded yet"),
        (("print", "group", "qiet-doors"), 2, "Did you mean “quiet-doors”?"),
        (("print", "group", "--out", "all.html"), 2, "is one file, and there are 3 to write"),
    ],
)
def test_what_cannot_be_done_is_said(words: tuple[str, ...], code: int, said: str, root: Path) -> None:
    ran = copkit(*words, root=root)
    assert ran.code == code
    assert said in ran.err
    assert not (root / "build").exists()


def test_two_communities_may_have_an_initiative_of_one_name(root: Path) -> None:
    shutil.copytree(root / "communities/night-care", root / "communities/day-care")
    about = root / "communities/day-care/community.yaml"
    about.write_text(about.read_text(encoding="utf-8").replace("id: night-care", "id: day-care"), encoding="utf-8")
    ran = copkit("print", "exemplar", "one-page", root=root)
    assert (ran.code, "“one-page” may mean day-care one-page or night-care one-page" in ran.err) == (2, True)
    assert (
        copkit("print", "exemplar", "day", "one-page", root=root).out
        == "wrote build/day-care/day-care-exemplar-one-page.html\n"
    )


def test_a_workspace_without_groups_says_how_to_start_one(root: Path) -> None:
    shutil.rmtree(root / "communities/night-care/groups")
    ran = copkit("print", "group", root=root)
    assert (ran.code, "copkit new group" in ran.err) == (3, True)
