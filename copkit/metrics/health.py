"""Signs of health: a figure, a threshold that anybody can read, and which side of it the figure is on.

A sign is something to talk about, not a mark: signs are never added up, communities are never ranked by them, and
no sign looks at one person. What few sessions or few records say is not judged. Each threshold is a setting.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from copkit.metrics.base import Figure
from copkit.models.community import Community

Standing = Literal["within", "to look at", "not known"]


class Rule(NamedTuple):
    """A sign: what is asked, of which figure, and the threshold in per cent that it should reach or stay under.

    `fewest` is the smallest denominator to judge by. Rules of attendance wait until a community has begun to meet.
    """

    name: str
    question: str
    code: str
    label: str
    side: Literal["at least", "at most"]
    per_cent: int
    advice: str
    fewest: int = 3
    from_the_start: bool = True

    @property
    def setting(self) -> str:
        """The name of its threshold in `thresholds:` of programme.yaml."""
        return f"health.{self.name}"


class Sign(NamedTuple):
    """A rule and what came of it: the figure as it is printed, the threshold, and where the figure stands.

    `figure` is None where it is not for this audience. `why` says why a figure is not judged.
    """

    rule: Rule
    figure: Figure | None
    said: str
    threshold: int
    standing: Standing
    why: str = ""

    @property
    def rule_said(self) -> str:
        """The rule with its number: `at least 80%`."""
        return f"{self.rule.side} {self.threshold}%"


RULES = (
    Rule("rhythm", "Do we meet when we said we would?", "D1", "", "at least", 80,
         "Ask what made sessions fall out, and whether the rhythm still fits."),
    Rule("roles", "Are all four roles filled?", "D4", "", "at least", 80,
         "Ask a member to try a role once, beside somebody who holds it."),
    Rule("notes", "Are notes out in time?", "D3", "", "at least", 80,
         "Let two curators take turns; five minutes are enough."),
    Rule("coming", "Do members come?", "M4", "", "at least", 30,
         "Ask three who stay away what would make it worth their time.", 20, False),
    Rule("returning", "Do people come again?", "M6", "", "at least", 50,
         "Ask those who came once what they hoped for.", 5, False),
    Rule("organisations", "Are the organisations in the room?", "R1", "", "at least", 75,
         "Find who knows somebody at each organisation that is missing, and invite by name.", 3, False),
    Rule("balance", "Is it more than one organisation's meeting?", "R3", "", "at most", 50,
         "Hold a session elsewhere; let another organisation choose the question.", 5),
    Rule("lived-experience", "Are people who use services in the room?", "R4", "", "at least", 50,
         "Ask what would make it possible: time, travel, payment, company."),
    Rule("voices", "Is everybody heard?", "M8", "", "at least", 60,
         "Use turns, pairs or the chat before the open floor.", 5),
    Rule("across", "Do people connect across organisations?", "C2", "", "at least", 60,
         "Mix the tables; ask “who else is working on this?”.", 5),
    Rule("hub", "Do connections run without the host?", "C5", "", "at most", 60,
         "Introduce partners to each other, and step back.", 5),
    Rule("actions", "Do we do what we said?", "W1", "", "at least", 60,
         "Make fewer promises, with an owner and a date each.", 5),
    Rule("questions", "Do questions find answers?", "W4", "", "at least", 50,
         "Open the next session with one that is still open.", 3),
    Rule("worth", "Is it worth people's time?", "V4", "worth my time", "at least", 70,
         "Read what people would change, and change one thing.", 5),
    Rule("heard", "Do people feel heard?", "V4", "I felt heard", "at least", 70,
         "Look at who speaks, and choose a method with turns.", 5),
)  # fmt: skip
"""The order is that of a session's life: we meet, we come, we connect, something comes of it, it was worth it."""


def signs(
    about: Community, figures: Mapping[str, Iterable[Figure]], thresholds: Mapping[str, int]
) -> tuple[Sign, ...]:
    """Every sign of a community, from its figures as an audience may see them."""
    return tuple(_sign(rule, about, figures, thresholds.get(rule.setting, rule.per_cent)) for rule in RULES)


def _sign(rule: Rule, about: Community, figures: Mapping[str, Iterable[Figure]], threshold: int) -> Sign:
    figure = next((one for one in figures.get(rule.code, ()) if one.label == rule.label), None)
    if figure is None or figure.hidden:
        said = "" if figure is None else figure.said
        return Sign(rule, figure, said, threshold, "not known", "too few people to show")
    if figure.value is None or not figure.denominator:
        return Sign(rule, figure, "no record", threshold, "not known", figure.missing or "nothing to count yet")
    if figure.denominator < rule.fewest:
        why = f"too few {figure.unit} to judge by: fewer than {rule.fewest}"
        return Sign(rule, figure, figure.said, threshold, "not known", why)
    if about.stage == "potential" and not rule.from_the_start:
        why = "too early: the community is still finding its people"
        return Sign(rule, figure, figure.said, threshold, "not known", why)
    share = Fraction(figure.numerator) * 100 / Fraction(figure.denominator)
    good = share >= threshold if rule.side == "at least" else share <= threshold
    return Sign(rule, figure, figure.said, threshold, "within" if good else "to look at")
