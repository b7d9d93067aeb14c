"""Portfolios of what is new, empty, broken or large: each is right, and says what is missing."""

from pathlib import Path

import pytest

from copkit.cli.annual import WantedYear, find_setting, programme_year
from copkit.cli.gathering import _crew, _one, shares
from copkit.cli.subjects.portfolios import fitting
from copkit.documents.portfolio.view import evidence_page, one_page
from copkit.render import FORMATS, html
from copkit.render.paging import pages
from copkit.workspace import Folder
from copkit.world.processes import among
from tests.benchmarks.generate import Size, generate
from tests.documents.portfolio.making import (
    PROGRAMME,
    community,
    demonstration,
    in_format,
    people,
    portfolio_of,
    write,
)
from tests.shell import ROOT


def test_an_empty_year_says_so(tmp_path: Path) -> None:
    root = write(tmp_path, {**PROGRAMME, "new/community.yaml": "id: new\nname: New\n"})
    text = in_format(portfolio_of(root), "txt", evidence=True).decode()
    assert "One community held 0 of 0 sessions" not in text
    assert "Nobody has written a review of this year in New." in " ".join(text.split())
    assert "No initiative lists the organisations that could use it." in text
    for form in ("html", "pdf", "docx", "md"):
        assert in_format(portfolio_of(root), form) and in_format(portfolio_of(root), form, page=True)


def test_one_session_without_attendance_is_listed_as_a_gap(tmp_path: Path) -> None:
    root = write(tmp_path, {**PROGRAMME, **community("one", ("2026-05-06", (), "idea: tea"))})
    made = portfolio_of(root)
    assert made.figure("D1").said == "1 of 1"  # type: ignore[union-attr]
    assert evidence_page(made).annex.gaps == (("One", ("2026-05-06",)),)


def test_two_communities_of_the_same_people_count_them_once(tmp_path: Path) -> None:
    names = tuple(f"{letter}x" for letter in "abcdef")
    root = write(
        tmp_path,
        {
            **PROGRAMME,
            "programme/people.yaml": people(*names),
            **community("one", ("2026-05-06", names, "")),
            **community("two", ("2026-05-07", names, "")),
        },
    )
    told = {one.label: one.said for one in portfolio_of(root).whole["P1"]}
    assert told == {"": "6", "sum over communities": "12", "in two communities or more": "6 of 6"}


def test_an_organisation_that_merged_is_one(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        {
            **PROGRAMME,
            "programme/people.yaml": people("ann", organisation="old-trust") + people("bob"),
            **community("one", ("2026-05-06", ("ann",), "")),
            **community("two", ("2026-05-07", ("bob",), "")),
        },
    )
    made = portfolio_of(root)
    assert {one.label: one.said for one in made.whole["P2"]} == {"": "1 of 1", "out of scope": "0"}
    assert [row.name for row in evidence_page(made).coverage.rows] == ["Harbour Trust"]


def test_who_is_missing_where_is_named_for_members_alone(tmp_path: Path) -> None:
    root = write(
        tmp_path,
        {
            **PROGRAMME,
            "programme/people.yaml": people("ann"),
            **community("one", ("2026-05-06", ("ann",), "")),
            "one/community.yaml": "id: one\nname: One\ncommunity: {organisations: [trust, council]}\n",
        },
    )
    (row,) = evidence_page(portfolio_of(root)).coverage.missing
    assert (row.community, row.reached, row.absent) == ("One", "1 of 2", ("Harbour Council",))
    (row,) = evidence_page(portfolio_of(root, "public")).coverage.missing
    assert row.absent == ()


def test_a_community_of_which_nobody_set_the_scope_is_not_one_that_lacks_nobody(tmp_path: Path) -> None:
    files = {**PROGRAMME, "programme/people.yaml": people("ann"), **community("one", ("2026-05-06", ("ann",), ""))}
    root = write(tmp_path, {**files, "two/community.yaml": "id: two\nname: Two\n"})
    made = portfolio_of(root)
    (row,) = [one for one in evidence_page(made).coverage.missing if one.community == "Two"]
    assert row.unknown == "which organisations it is for is not set"
    assert b"Every community has had somebody" not in in_format(made, "txt", evidence=True)
    assert evidence_page(made).coverage.rows[0].cells[1] == "Not known"


def test_an_adoption_that_stopped_is_not_counted_as_adopted(tmp_path: Path) -> None:
    form = (
        "name: A form\nsurfaced: 2026-05-06\nadoption:\n  trust:\n    status: stopped\n    date: 2026-09-01\n"
        "    history: [{date: 2026-06-01, status: adopted}]\n  council: {status: adopted, date: 2026-06-01}\n"
    )
    files = {**PROGRAMME, **community("one", ("2026-05-06", (), "")), "one/initiatives/form.yaml": form}
    (row,) = evidence_page(portfolio_of(write(tmp_path, files))).adoption.rows
    assert (row.fraction, row.using, row.stopped) == ("1 of 2", ("Harbour Council",), ("Harbour Trust",))


def test_a_closed_community_says_when_and_why(tmp_path: Path) -> None:
    about = "closed: 2026-09-30\nclosed_because: Its work is done\n"
    text = in_format(portfolio_of(write(tmp_path, {**PROGRAMME, **community("one", about=about)})), "txt").decode()
    assert "One, 30 September 2026: Its work is done" in text


@pytest.mark.parametrize("times", [1, 4, 12])
def test_a_board_s_page_is_one_side_whatever_people_wrote(tmp_path: Path, times: int) -> None:
    said = " ".join(["Everything changed for the better"] * times)
    review = f"headline: {said}\nasks_of_leaders:\n" + "".join(f"  - Ask {n} {said}\n" for n in range(9))
    files = dict(PROGRAMME)
    for number in range(9):
        files[f"c{number}/community.yaml"] = f"id: c{number}\nname: C{number}\n"
        files[f"c{number}/reviews/2026-27.yaml"] = review
    made = portfolio_of(write(tmp_path, files))
    view = one_page(made, *fitting(Folder(tmp_path), made))
    assert pages(FORMATS["pdf"](html("portfolio_page.html.j2", view), view.meta)) == 1
    assert len(view.headlines) + view.more_headlines == 9 and 1 <= len(view.asks) <= 6


def test_the_demonstration_s_page_is_one_side_and_has_all_six_headlines() -> None:
    made = demonstration()
    view = one_page(made, *fitting(Folder(ROOT), made))
    assert len(view.headlines) == 6 and view.more_headlines == 0
    assert pages(FORMATS["pdf"](html("portfolio_page.html.j2", view), view.meta)) == 1


def test_several_processes_count_the_same_as_one(tmp_path: Path) -> None:
    generate(tmp_path, Size(6, 1))
    setting = find_setting(WantedYear(root=tmp_path), ("members",))
    year = programme_year(setting)
    alone = [_one(setting, year, name) for name in setting.names]
    together = list(among(_crew(setting, year), setting.names, 2, "fork"))
    assert [share.id for share in together] == list(setting.names)
    assert [share.seen for share in together] == [share.seen for share in alone]
    assert [share.part.homes for share in together] == [share.part.homes for share in alone]
    assert [set(share.part.came) for share in together] == [set(share.part.came) for share in alone]
    assert [share.id for share in shares(setting, year)] == list(setting.names)


def test_a_share_holds_no_file_open(tmp_path: Path) -> None:
    generate(tmp_path, Size(1, 1))
    setting = find_setting(WantedYear(root=tmp_path), ("members",))
    year = programme_year(setting)
    share = _one(setting, year, setting.names[0])
    assert all(not one.counted and not one.among for every in share.seen.values() for one in every)
    assert all(source._files is None for source in share.part.came.values())
