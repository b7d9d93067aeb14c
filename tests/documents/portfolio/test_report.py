"""The portfolio's report: six pages at most, what is missing named, and no number that only a table explains."""

from pathlib import Path

import pytest

from copkit.documents.portfolio.report import MOST_NAMES, report
from tests.documents.portfolio.making import (
    PROGRAMME,
    community,
    demonstration,
    in_format,
    people,
    portfolio_of,
    write,
)
from tests.judges.paper import pages


@pytest.mark.parametrize("audience", ["members", "public"])
def test_the_demonstration_s_report_keeps_to_its_pages(audience: str) -> None:
    assert pages(in_format(demonstration(audience), "pdf")) <= 6  # type: ignore[arg-type]


def test_signs_past_their_lines_stand_with_their_communities_and_the_rest_in_a_sentence() -> None:
    view = report(demonstration())
    assert [one.question for one in view.talk][:2] == [
        "Is what we said done, by the first date?", "Do we meet when we said we would?",
    ]  # fmt: skip
    assert view.talk[1].where == "Diabetes in Pregnancy (3 of 4)"
    assert len(view.talk) + len(view.within) <= 15


def test_communities_that_have_not_met_are_not_among_those_that_held_sessions(tmp_path: Path) -> None:
    met = community("one", ("2026-05-06", ("ann",), ""))
    new = {f"{name}/community.yaml": f"id: {name}\nname: {name}\n" for name in ("two", "three")}
    root = write(tmp_path, {**PROGRAMME, "programme/people.yaml": people("ann"), **met, **new})
    assert report(portfolio_of(root)).lead.startswith("1 of 3 communities held 1 of 1 session")
    assert "“Nobody yet”" not in in_format(portfolio_of(root), "txt", evidence=True).decode()


def test_many_organisations_are_counted_after_the_first(tmp_path: Path) -> None:
    keys = [f"place-{number:02}" for number in range(20)]
    organisations = "".join(f"{key}: {{name: {key.title()}, sector: acute}}\n" for key in keys)
    about = f"id: one\nname: One\ncommunity: {{organisations: [trust, {', '.join(keys)}]}}\n"
    files = {**PROGRAMME, "programme/people.yaml": people("ann"), **community("one", ("2026-05-06", ("ann",), ""))}
    files |= {"programme/organisations.yaml": PROGRAMME["programme/organisations.yaml"] + organisations}
    ((row, names),) = report(portfolio_of(write(tmp_path, {**files, "one/community.yaml": about}))).missing
    assert (row.reached, names.count("Place")) == ("1 of 21", MOST_NAMES)
    assert names.endswith(" and 12 more")


def test_who_asks_for_a_community_is_said_to_members_alone(tmp_path: Path) -> None:
    wish = "- {topic: Warm homes, asked_by: ann, organisation: council, date: 2026-06-01}\n"
    files = {"programme/people.yaml": people("ann"), "programme/requests.yaml": wish, **community("one")}
    root = write(tmp_path, {**PROGRAMME, **files})
    assert report(portfolio_of(root)).voices.wishes[0].who == "Ann Hart and Harbour Council"
    assert report(portfolio_of(root, "public")).voices.wishes[0].who == ""
