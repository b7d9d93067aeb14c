"""Signs of health: each figure on the right side of a threshold that can be changed, none judged by too little."""

from datetime import date

import pytest

from copkit.metrics.base import Figure, Period
from copkit.metrics.health import Sign, signs
from copkit.metrics.registry import registry
from copkit.metrics.value import amount_of
from copkit.models.community import Community
from copkit.models.programme import Programme
from copkit.workspace import Shared

PERIOD = Period(date(2026, 4, 1), date(2027, 3, 31))
RULES = Shared().health_rules
ABOUT = Community(id="c", stage="maturing")


def share(code: str, top: int, bottom: int, label: str = "") -> Figure:
    return Figure(code, label, amount_of(top, bottom), "sessions", PERIOD, "share")


def sign(name: str, figure: Figure | None, about: Community = ABOUT, **thresholds: int) -> Sign:
    given = {f"health.{key.replace('_', '-')}": number for key, number in thresholds.items()}
    rule = RULES[name]
    real = {rule.metric: (figure or share(rule.metric, 9, 10, rule.label),)}
    shared = Shared(programme=Programme(thresholds=given))
    found = signs(about, real, real if figure else {}, shared)
    assert [one.name for one in found] == list(RULES)
    return next(one for one in found if one.name == name)


def test_every_rule_looks_at_a_metric_that_there_is_and_says_what_to_do() -> None:
    assert {rule.metric for rule in RULES.values()} <= set(registry())
    assert len(RULES) > 12
    assert all(rule.question.endswith("?") and rule.advice.endswith((".", "”.")) for rule in RULES.values())


@pytest.mark.parametrize(("top", "standing"), [(8, "within"), (7, "to look at"), (10, "within"), (0, "to look at")])
def test_at_least_means_the_threshold_itself_is_enough(top: int, standing: str) -> None:
    assert sign("rhythm", share("D1", top, 10)).standing == standing


@pytest.mark.parametrize(("top", "standing"), [(6, "within"), (7, "to look at")])
def test_at_most_means_the_threshold_itself_is_not_too_much(top: int, standing: str) -> None:
    assert sign("hub", share("C5", top, 10)).standing == standing


def test_a_programme_sets_its_own_threshold() -> None:
    assert sign("rhythm", share("D1", 8, 10), rhythm=90).standing == "to look at"
    assert sign("rhythm", share("D1", 8, 10), rhythm=90).rule_said == "at least 90%"
    assert sign("lived-experience", share("R4", 1, 4), lived_experience=20).standing == "within"


def test_a_share_just_under_is_not_rounded_up() -> None:
    assert sign("rhythm", share("D1", 799, 1000)).standing == "to look at"


def test_too_little_is_not_judged_and_says_why() -> None:
    few = sign("rhythm", share("D1", 0, 2))
    assert (few.standing, few.why) == ("not known", "too few sessions to judge by: fewer than 3")
    none = sign("rhythm", share("D1", 0, 0))
    assert (none.standing, none.said, none.why) == ("not known", "none yet", "nothing to count yet")
    hidden = sign("rhythm", share("D1", 9, 10).hide())
    assert (hidden.standing, hidden.why) == ("not known", "too few people to show")
    missing = sign("rhythm", None)
    assert (missing.standing, missing.why) == ("not known", "too few people to show")


def test_a_community_that_is_still_finding_its_people_is_not_judged_by_who_comes() -> None:
    early = Community(id="c", stage="potential")
    assert sign("coming", share("M4", 1, 100), early).why.startswith("too early")
    assert sign("coming", share("M4", 1, 100)).standing == "to look at"
    assert sign("rhythm", share("D1", 1, 10), early).standing == "to look at"
