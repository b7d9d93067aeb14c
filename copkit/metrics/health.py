"""Signs of health: a figure, a threshold that anybody can read, and which side of it the figure is on.

A sign is something to talk about, not a mark: signs are never added up, communities are never ranked by them, and
no sign looks at one person. What few sessions or few records say is not judged. Each threshold is a setting, and a
workspace may add rules of its own.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from copkit import lexicon
from copkit.metrics.base import Figure
from copkit.models.community import Community
from copkit.models.health_rules import HealthRule
from copkit.workspace import Shared

say = lexicon.Words("signs")

Standing = Literal["within", "to look at", "not known"]


class Sign(NamedTuple):
    """A rule with its id, and what came of it: the figure as printed, the threshold, and where the figure stands.

    `figure` is None where it is not for this audience. `why` says why a figure is not judged.
    """

    name: str
    rule: HealthRule
    threshold: int
    figure: Figure | None
    said: str
    standing: Standing
    why: str = ""

    @property
    def setting(self) -> str:
        """The name of its threshold in `thresholds:` of programme.yaml."""
        return setting(self.name)

    @property
    def side(self) -> str:
        """`at least` or `at most`."""
        return self.rule.side.replace("-", " ")

    @property
    def rule_said(self) -> str:
        """The rule with its number: `at least 80%`."""
        return f"{self.side} {self.threshold}%"


def setting(name: str) -> str:
    """What the threshold of a rule is called in `thresholds:` of programme.yaml."""
    return f"health.{name}"


Figures = Mapping[str, Iterable[Figure]]


def signs(about: Community, figures: Figures, seen: Figures, shared: Shared) -> tuple[Sign, ...]:
    """Every sign of a community, from its figures as they are and as an audience may see them."""
    own = shared.programme.thresholds
    found = []
    for name, rule in shared.health_rules.items():
        threshold = own.get(setting(name), rule.per_cent)
        real, figure = _find(rule, figures), _find(rule, seen)
        if real is None or real.form != "share":
            found.append(Sign(name, rule, threshold, None, "", "not known", _no_share(rule)))
        else:
            found.append(Sign(name, rule, threshold, figure, *_standing(rule, threshold, about, figure)))
    return tuple(found)


def _no_share(rule: HealthRule) -> str:
    if rule.label:
        return say("no_such_share", metric=rule.metric, label=rule.label)
    return say("no_share", metric=rule.metric)


def _find(rule: HealthRule, figures: Figures) -> Figure | None:
    return next((one for one in figures.get(rule.metric, ()) if one.label == rule.label), None)


def _standing(
    rule: HealthRule, threshold: int, about: Community, figure: Figure | None
) -> tuple[str, Standing, str]:
    """What is printed of a figure, on which side of the threshold it stands, and why it is not judged."""
    if figure is None or figure.hidden:
        return "" if figure is None else figure.said, "not known", say("too_few_people")
    if figure.value is None or not figure.denominator:
        return figure.amount.short, "not known", figure.amount.why or say("nothing_yet")
    if figure.denominator < rule.fewest:
        return figure.said, "not known", say("too_few", unit=figure.unit, least=rule.fewest)
    if rule.from_the_start == "no" and about.stage == "potential":
        return figure.said, "not known", say("too_early")
    share = Fraction(figure.numerator) * 100 / Fraction(figure.denominator)
    good = share >= threshold if rule.side == "at-least" else share <= threshold
    return figure.said, "within" if good else "to look at", ""
