"""The portfolio's front by the same rule as a community's, over sums."""

from copkit.documents.portfolio.front import front, grounds_of
from tests.documents.portfolio.making import demonstration


def test_the_demonstrations_front() -> None:
    found = front(demonstration(), 11)
    assert found.title == "11 decisions are asked of leaders. 36 of 36 actions are done, 12 by the first date"
    assert [one.parts.text for one in found.strongest] == [
        "All four roles were filled at 22 of 22 meetings.",
        "19 of 39 places where an idea could be used now use it (49%).",
    ]
    (weakest,) = found.weakest
    assert weakest.parts.text == "12 of 36 actions were done by the date first given (33%)."
    assert weakest.more == "All 36 are done now."
    assert weakest.stands == "None in Rehabilitation and Ultrasound Imaging."
    said = [one.parts.text for one in found.unknown]
    assert said[0] == "What 322 of 721 people thought: they gave no form (45%)."
    assert not any("cost" in one for one in said), "one community has its costs on record"


def test_no_community_is_ranked_and_no_line_is_of_few() -> None:
    portfolio = demonstration("public")
    for one in (*front(portfolio, 0).strongest, *front(portfolio, 0).weakest):
        assert int(one.parts.number.split(" of ")[1].replace(",", "")) >= 3
    assert grounds_of(portfolio).held == 22
