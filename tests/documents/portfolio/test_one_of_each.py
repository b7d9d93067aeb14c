"""One community, one session, one initiative: the portfolio and its page say it in the singular."""

from pathlib import Path

import pytest

from tests.documents.portfolio.making import PROGRAMME, community, in_format, people, portfolio_of, write

COMMISSION = (
    "commission: {by: Harbour ICB, date: 2026-04-01, months: 1, communities: 1, convenings_each: 1}\n"
    "rhythm: {online_minutes: 60}\n"
)


def one_of_each(root: Path, who: tuple[str, ...]) -> Path:
    session = ("2026-04-06", who, "connect: ann + bob | lifts\naction: ann | ring | 20 Apr")
    return write(
        root,
        {
            **PROGRAMME,
            "programme/people.yaml": people("ann", "bob", "cat", "dee", "eve"),
            **community("one", session, about=COMMISSION),
            "one/initiatives/form.yaml": (
                "name: One form\nsurfaced: 2026-04-06\nstage: testing\nadoption:\n"
                "  trust: {status: adopted, date: 2026-04-10}\n"
            ),
            "one/practices.yaml": "- {what: Open with a song, why: Calm, seen: [2026-04-06], verdict: keep}\n",
        },
    )


def flat(root: Path, *, page: bool = False) -> str:
    return " ".join(in_format(portfolio_of(root), "txt", page=page, evidence=not page).decode().split())


def test_the_page_counts_one_as_one(tmp_path: Path) -> None:
    text = flat(one_of_each(tmp_path, ("ann", "bob", "cat", "dee", "eve")), page=True)
    for words in (
        "One community held 1 of 1 session that was due, and 5 different people came from 1 organisation.",
        "1 of 1 has adopted it and 0 more are on the way",
        "- 1 community ",
        "- 1 connection written down",
        "1 of 1 community, 1 of 1 convening, 5 people",
        "Planned for the year: 1 meeting, 1 hour ",
    ):
        assert words in text, words


def test_the_report_counts_one_as_one_and_compares_it_with_nothing(tmp_path: Path) -> None:
    text = flat(one_of_each(tmp_path, ("ann", "bob", "cat", "dee", "eve")))
    for words in (
        "Harbour ICB commissioned 1 community, for 1 month from 1 April 2026.",
        "5 different people came. Organisations",
        "One initiative, as it stood on",
        "There is one community, so no theme, initiative or practice can be compared with another's.",
        "The community keeps 1 practice; its own synthesis lists it.",
    ):
        assert words in text, words
    for words in ("came to more than one", "1 communities", "1 initiatives", "1 meetings"):
        assert words not in text, words


@pytest.mark.parametrize("page", [True, False])
def test_one_person_is_no_people(page: bool, tmp_path: Path) -> None:
    text = flat(one_of_each(tmp_path, ("ann",)), page=page)
    assert "and 1 person came from 1 organisation" in text
    assert "1 different people" not in text


def test_few_people_are_hidden_in_public_and_not_nought(tmp_path: Path) -> None:
    made = portfolio_of(one_of_each(tmp_path, ("ann",)), "public")
    text = " ".join(in_format(made, "txt", evidence=True).decode().split())
    assert "How many different people came: not shown: too few people" in text
    assert "0 different people" not in text and "1 person" not in text


def test_where_nobody_is_in_the_register_no_organisation_is_called_missing(tmp_path: Path) -> None:
    root = one_of_each(tmp_path, ("ann", "bob", "cat", "dee", "eve"))
    (root / "communities/programme/people.yaml").unlink()
    for audience in ("members", "public"):
        text = " ".join(in_format(portfolio_of(root, audience), "txt", evidence=True).decode().split())
        assert "One: who came is not in the register." in text
        assert "0 organisations" not in text and "Not yet:" not in text and "Nobody yet 1" not in text


def test_where_nobody_was_written_down_nobody_is_counted(tmp_path: Path) -> None:
    root = one_of_each(tmp_path, ())
    for page in (True, False):
        text = flat(root, page=page)
        assert "0 different people" not in text and "0 people" not in text and "0 organisations" not in text
    assert "No session says who came." in flat(root)
