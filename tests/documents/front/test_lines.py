"""What is strongest and weakest is chosen by its place in a list, whether it pleases or not."""

from fractions import Fraction
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from copkit.documents.front.grounds import Grounds
from copkit.documents.front.judged import NO_STRENGTH, ORDER, Judged, best, enough, worst
from copkit.documents.front.lines import bare, strongest, weakest
from copkit.metrics.base import Figure, Period
from copkit.metrics.health import Sign, signs
from copkit.metrics.value import Value, amount_of
from copkit.models.community import Community
from copkit.models.health_rules import HealthRule
from copkit.models.shipped import shipped
from tests.documents.synthesis.making import annual

FIT = [name for name in ORDER if name not in NO_STRENGTH]
PERIOD = Period(annual("systems-leadership").period.start, annual("systems-leadership").period.end)


class Counted(NamedTuple):
    """Figures by code and label, as shares or counts."""

    values: dict[tuple[str, str], Value]

    def figure(self, code: str, label: str = "") -> Figure | None:
        """One of them."""
        found = self.values.get((code, label))
        if found is None:
            return None
        return Figure(code, label, found, "", PERIOD, "share" if found.of is not None else "count")


def sign(name: str, n: int, of: int, line: int = 60, *, least: bool = True) -> Judged:
    """A sign as it was judged."""
    return Judged(name, f"What of {name}?", "W1", amount_of(n, of), line, least)


def mirrored(one: Judged) -> Judged:
    """The same with its share and its line turned over."""
    of = one.amount.of or 0
    return one._replace(amount=amount_of(of - one.amount.counted, of), line=100 - one.line)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(3, 20)), min_size=2, max_size=6), st.integers(20, 80))
def test_mirrored_values_change_the_places_of_best_and_worst(drawn: list[tuple[int, int]], line: int) -> None:
    told = [sign(name, min(n, of), of, line) for name, (n, of) in zip(FIT, drawn, strict=False)]
    turned = [mirrored(one) for one in told]
    first, last = best(told), worst(turned)
    if first is None or last is None:
        return
    rooms = {one.name: one.room for one in told}
    assert rooms[last.name] == max(rooms.values())
    assert all(one.room <= first.room for one in told if one.base >= 10)
    again = best(turned)
    if again is not None and (low := worst(told)) is not None and low.base >= 10:
        assert rooms[again.name] == min(one.room for one in told if one.base >= 10)


def test_room_is_a_part_of_the_way_that_there_is() -> None:
    assert sign("roles", 9, 10, 80).room == Fraction(1, 2)
    assert sign("roles", 4, 10, 80).room == -2
    assert sign("balance", 1, 10, 50, least=False).room == Fraction(4, 5)
    assert (sign("roles", 10, 10, 100).room, sign("balance", 1, 10, 0, least=False).room) == (0, Fraction(-1, 10))


def test_what_has_a_baseline_is_no_strength_and_few_are_nothing() -> None:
    assert best([sign("across", 18, 18)]) is None and worst([sign("across", 1, 18)]) is not None
    assert best([sign("roles", 9, 9)]) is None and worst([sign("roles", 0, 2)]) is None
    assert enough([sign("roles", 1, 2)]) == ()


def test_a_tie_is_broken_by_what_people_did() -> None:
    same = [sign("notes", 12, 12), sign("heard", 12, 12), sign("questions", 12, 12), sign("own", 12, 12)]
    assert best(same) == best(same[::-1]) == same[2]
    assert worst([one._replace(amount=amount_of(0, 12)) for one in same]).name == "questions"  # type: ignore[union-attr]


@given(
    st.fixed_dictionaries(
        {
            ("D1", ""): st.integers(0, 5).map(lambda n: amount_of(n, 5)),
            ("W1", ""): st.integers(0, 14).map(lambda n: amount_of(n, 14)),
            ("W1", "on time"): st.integers(0, 14).map(lambda n: amount_of(n, 14)),
            ("C2", ""): st.integers(0, 12).map(lambda n: amount_of(n, 12)),
            ("C2", "by chance"): st.sampled_from([amount_of(90, 100), Value("unknown")]),
            ("W4", ""): st.integers(0, 9).map(lambda n: amount_of(n, 9)),
            ("R1", ""): st.integers(0, 2).map(lambda n: amount_of(n, 2)),
            ("A2", ""): st.integers(0, 4).map(lambda n: amount_of(n, 4)),
            ("V5", ""): st.integers(0, 11).map(lambda n: amount_of(n, 11)),
        }
    ),
    st.dictionaries(st.sampled_from(["“We meet.”", "Leaders act"]), st.tuples(*[st.integers(0, 5)] * 4)),
)
def test_whatever_was_counted_no_line_says_too_much(
    values: dict[tuple[str, str], Value], answers: dict[str, tuple[int, ...]]
) -> None:
    of = Counted(values)
    grounds = Grounds(of, _signs(of), answers)
    best_lines, worst_lines = strongest(grounds), weakest(grounds)
    assert len(best_lines) <= len(worst_lines) + 1
    if grounds.held < 3:
        assert not best_lines and not worst_lines
    for line in (*best_lines, *worst_lines):
        whole = line.parts.number
        assert int(whole.split(" of ")[1]) >= 3, line
        assert "%" not in line.parts.text or int(whole.split(" of ")[1]) >= 10, line
        assert ("by the date first given" in line.text) == ("done now" in line.text), line
        assert ("links are across" in line.text) == ("chance" in line.text), line
        assert "““" not in line.text and "..." not in line.text and "  " not in line.text, line


def _signs(of: Counted) -> tuple[Sign, ...]:
    rules = annual("systems-leadership").shared.health_rules
    figures = {
        rule.metric: [one for label in {"", rule.label} if (one := of.figure(rule.metric, label)) is not None]
        for rule in rules.values()
    }
    about = Community(id="one", stage="maturing")
    return signs(about, figures, figures, annual("systems-leadership").shared)


def test_a_rule_of_ones_own_is_said_in_its_own_words() -> None:
    rule = HealthRule(question="Do patients speak first?", metric="W4", side="at-least", per_cent=50)
    figure = Figure("W4", "", amount_of(1, 4), "", PERIOD, "share")
    mine = Sign("patients-first", rule, 50, figure, figure.said, "to look at")
    of = Counted({("D1", ""): amount_of(4, 4)})
    (line,) = weakest(Grounds(of, (mine,)))
    assert line.text == "“Do patients speak first?”: 1 of 4. It is on the wrong side of its line, 50%."


def test_every_shipped_sign_has_its_sentence_and_its_place() -> None:
    assert set(shipped("health-rules")) == set(ORDER)


def test_quotation_marks_that_were_typed_are_not_doubled() -> None:
    assert bare(" “We meet.” ") == "We meet"
