"""Where communities meet: themes, work that may be the same, work that travels, practices in common."""

from pathlib import Path

import pytest

from copkit.documents.portfolio.learning import learned
from copkit.documents.portfolio.overlap import duplicates, themes, travels
from copkit.documents.portfolio.source import Portfolio
from tests.documents.portfolio.making import PROGRAMME, community, demonstration, people, portfolio_of, write

ONE = {
    "one/initiatives/form.yaml": (
        "name: The shared form\nsurfaced: 2026-05-06\nowner: ann\ntags: [Forms, home first]\n"
    ),
}


def two(root: Path, **files: str) -> Portfolio:
    """Two communities with a session each, and further files: `__` stands for a slash."""
    more = {name.replace("__", "/") + ".yaml": text for name, text in files.items()}
    base = {
        **PROGRAMME,
        "programme/people.yaml": people("ann", "bob"),
        **community("one", ("2026-05-06", ("ann",), "idea: a walk #outdoors")),
        **community("two", ("2026-05-07", ("bob",), "idea: tea #outdoors #tea")),
    }
    return portfolio_of(write(root, {**base, **ONE, **more}))


def test_a_theme_of_two_communities_is_found_in_notes_tags_and_domains(tmp_path: Path) -> None:
    found = themes(two(tmp_path, two__community="id: two\nname: Two\ndomain: {in_scope: [home-first]}\n"))
    assert [(one.what, one.communities) for one in found] == [
        ("home first", ("One", "Two")),
        ("outdoors", ("One", "Two")),
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name: Another\nsurfaced: 2026-05-07\ntags: [forms]\n", "the tag “forms”"),
        ("name: A shared form\nsurfaced: 2026-05-07\n", "the name"),
        ("name: Another\nsurfaced: 2026-05-07\nowner: Ann Hart\n", "the same owner"),
        ("name: Another\nsurfaced: 2026-05-07\nowner: ann\ntags: [forms]\n", "the same owner and the tag “forms”"),
        ("name: Another\nsurfaced: 2026-05-07\nstage: stopped\nowner: ann\n", ""),
        ("name: Another\nsurfaced: 2026-05-07\ntags: [tea]\n", ""),
    ],
)
def test_work_that_may_be_the_same(tmp_path: Path, text: str, why: str) -> None:
    found = duplicates(two(tmp_path, two__initiatives__other=text))
    assert [one.why for one in found] == ([why] if why else [])


def test_an_initiative_travels_into_others_notes_and_organisations(tmp_path: Path) -> None:
    notes = "present: [bob]\ncapture: |\n  success: we tried the Shared Form, and it fits\n"
    adoption = "adoption: {trust: {status: adopted}, council: {status: in-progress}}\n"
    one = ONE["one/initiatives/form.yaml"] + adoption
    found = travels(two(tmp_path, two__sessions__2026_05_07="", **{"two__sessions__2026-05-07.notes": notes, "one__initiatives__form": one}))  # fmt: skip # noqa: E501
    assert [(row.name, row.home, row.seen) for row in found] == [
        (
            "The shared form",
            "One",
            ("in use or under way beyond its community: Harbour Council", "spoken of in Two"),
        )
    ]


def test_an_initiative_that_only_its_own_community_speaks_of_does_not(tmp_path: Path) -> None:
    notes = "present: [ann]\ncapture: |\n  success: the shared form works\n"
    assert travels(two(tmp_path, **{"one__sessions__2026-05-06.notes": notes})) == ()


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Start with tea.", "start with  tea", True),
        ("A word card on each table", "Each table has a card with a word on it", True),
        ("Start with tea", "End with tea", False),
    ],
)
def test_practices_that_two_communities_keep(tmp_path: Path, first: str, second: str, same: bool) -> None:
    kept = "- {{what: '{}', why: It helps, verdict: keep}}\n- {{what: '{}', verdict: drop}}\n"
    found = learned(
        two(tmp_path, one__practices=kept.format(first, "Slides"), two__practices=kept.format(second, "Slides"))
    )
    assert [one.communities for one in found] == ([("One", "Two")] if same else [])


def test_the_demonstration_has_one_of_each() -> None:
    made = demonstration()
    assert {one.what for one in themes(made)} == {"data", "forms", "wellbeing"}
    assert [one.why for one in duplicates(made)] == ["the tag “forms”"]
    assert [one.seen for one in travels(made)] == [("spoken of in Operational Teams",)]
    assert [one.communities for one in learned(made)] == [
        ("Operational Teams", "Patient Involvement"),
        ("Rehabilitation", "Systems Leadership"),
    ]


def test_many_of_one_tag_are_a_heading_and_no_sign(tmp_path: Path) -> None:
    files = {
        f"{home}__initiatives__n{number}": f"name: Name {home} {number}\nsurfaced: {day}\ntags: [care]\n"
        for home, day in (("one", "2026-05-06"), ("two", "2026-05-07"))
        for number in range(7)
    }
    assert duplicates(two(tmp_path, **files)) == ()
