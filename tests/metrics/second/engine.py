"""Every code of docs/metrics.md, of one community and of all."""

from collections.abc import Mapping
from datetime import date

from tests.metrics.second import adoption, beyond, links, people, places, running, work, worth
from tests.metrics.second.plain import Texts
from tests.metrics.second.view import Answer, View

Counted = dict[tuple[str, str], Answer]
FAMILIES = (running, people, places, links, work, adoption, worth, beyond)
OF_A_COMMUNITY = {code: find for family in FAMILIES for code, find in family.CODES.items()}
OF_ALL = ("L2", "X2", "P1", "P2")


def community(view: View) -> Counted:
    """Every figure of a community."""
    return {(code, label): answer for code, find in OF_A_COMMUNITY.items() for label, answer in find(view).items()}


def together(texts: Texts, views: list[View], period: tuple[date, date], today: date) -> Counted:
    """Every figure of all communities."""
    until = min(period[1], today)
    found: Mapping[str, Mapping[str, Answer]] = {
        "L2": beyond.l2(texts, period, until),
        "X2": beyond.x2(texts, period, until),
        "P1": beyond.p1(views),
        "P2": beyond.p2(views, until),
    }
    return {(code, label): answer for code, every in found.items() for label, answer in every.items()}
