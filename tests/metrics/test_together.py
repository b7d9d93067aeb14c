"""The whole and its parts: each over its own days, people counted once, and no part given away by the whole."""

from datetime import date

import pytest

from copkit.audience.figures import too_few
from copkit.findings import Position
from copkit.metrics import Figure, Period, Source
from copkit.metrics.together import Part, Together, people_once, shown_together, summed, tells_few
from copkit.metrics.value import Value, amount_of
from copkit.workspace import Workspace
from tests.metrics.conftest import facts_of, figure

TODAY = date(2026, 11, 27)
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
EARLIER = Period(date(2026, 1, 12), date(2027, 1, 11))


def part(name: str, *people: str, period: Period = YEAR) -> Part:
    came = {who: Source(f"{name} {who}", Position(f"{name}.yaml", 1, 1), who=True) for who in people}
    return Part(name, period, came, {}, (), ())


def crowd(letter: str, number: int) -> list[str]:
    return [f"{letter}{place}" for place in range(number)]


def share(code: str, top: float, bottom: float | None, period: Period = YEAR, **more: object) -> Figure:
    form = "count" if bottom is None else "share"
    return Figure(code, "", amount_of(top, bottom), "things", period, form, **more)  # type: ignore[arg-type]


def whole_of(oracle: Workspace, *parts: Part) -> Together:
    return Together(oracle.shared, YEAR, TODAY, parts)


def test_each_community_counts_over_its_own_days(oracle: Workspace) -> None:
    facts = [facts_of(oracle, "eight"), facts_of(oracle, "sample", EARLIER, TODAY)]
    every = Together(oracle.shared, YEAR, TODAY, facts)
    assert every.span == Period(EARLIER.start, EARLIER.end)
    assert figure(every, "P1").period == every.span
    assert figure(every, "P1", "sum over communities").numerator == sum(
        figure(one, "M2").numerator for one in facts
    )
    assert Together(oracle.shared, YEAR, TODAY).span == YEAR


def test_a_sum_runs_from_the_first_day_of_its_parts_to_the_last() -> None:
    (one,) = summed("W1", [("a", [share("W1", 3, 4)]), ("b", [share("W1", 1, 6, EARLIER)])])
    assert (one.said, one.period) == ("4 of 10 (40%)", Period(EARLIER.start, YEAR.end))


def test_a_hidden_part_is_left_out_of_the_sum_and_listed() -> None:
    parts = [("a", [share("M3", 30, None)]), ("b", [share("M3", 3, None, people=True).hide()])]
    (one,) = summed("M3", parts)
    assert (one.said, one.left_out) == ("30", ("b",))
    (nothing,) = summed("M3", parts[1:])
    assert nothing.hidden


def test_what_nobody_knows_does_not_add_up_to_nought() -> None:
    unknown = share("D3", 0, None)._replace(amount=Value("unknown", why="git cannot say"), form="share")
    (one,) = summed("D3", [("a", [unknown]), ("b", [unknown])])
    assert one.said == "git cannot say"
    (some,) = summed("D3", [("a", [unknown]), ("b", [share("D3", 5, 6)])])
    assert some.said == "5 of 6"


def public(oracle: Workspace, *parts: Part) -> dict[str, Figure]:
    """The people of all, as the public sees them where each part is printed as well."""
    reaches = [share("M2", len(one.came), None, people=True) for one in parts]
    rows = [(one, reach.hide() if too_few(reach, 5) else reach) for one, reach in zip(parts, reaches, strict=True)]
    found = shown_together(rows, whole_of(oracle, *parts), 5)["P1"]
    return {one.label: one for one in found}


def test_a_community_of_three_is_not_in_the_public_total(oracle: Workspace) -> None:
    told = public(oracle, part("large", *crowd("a", 20)), part("few", *crowd("b", 3)), part("mid", *crowd("c", 9)))
    assert told[""].said == told["sum over communities"].said == "29"
    assert told[""].left_out == ("few",)


def test_where_a_community_of_three_comes_from_is_not_told_either(oracle: Workspace) -> None:
    homes = sorted(oracle.shared.organisations)[:3]
    large, few = part("large", *crowd("a", 20)), part("few", *crowd("b", 3))
    large = large._replace(homes={homes[0]: 20}, scope=tuple(homes))
    few = few._replace(homes={homes[1]: 2, homes[2]: 1})
    rows = [(large, share("M2", 20, None, people=True)), (few, share("M2", 3, None, people=True).hide())]
    found = shown_together(rows, whole_of(oracle, large, few), 5)["P2"]
    assert (found[0].said, found[0].left_out) == ("1 of 3", ("few",))


@pytest.mark.parametrize(("both", "once"), [(0, "30"), (2, "not shown: too few people"), (6, "24")])
def test_few_people_in_both_cannot_be_worked_out(oracle: Workspace, both: int, once: str) -> None:
    first, second = crowd("a", 20), [*crowd("a", both), *crowd("b", 10 - both)]
    told = public(oracle, part("one", *first), part("two", *second))
    assert told[""].said == once
    assert told["sum over communities"].said == "30"
    assert told["in two communities or more"].hidden is (both == 2)
    assert all(not source.who for seen in told.values() for source in seen.counted)


@pytest.mark.parametrize(("shared", "tells"), [(0, False), (1, True), (4, True), (5, False)])
def test_a_commission_beside_all_does_not_tell_how_few_came_to_others_too(
    oracle: Workspace, shared: int, tells: bool
) -> None:
    some = [part("one", *crowd("a", 20)), part("two", *crowd("b", 10))]
    others = [part("three", *crowd("c", 12), *crowd("a", shared))]
    assert tells_few(some, others, whole_of(oracle, *some, *others), 5) is tells


def test_parts_without_records_give_the_same_as_facts(oracle: Workspace) -> None:
    facts = [facts_of(oracle, "eight"), facts_of(oracle, "sample")]
    once = Together(oracle.shared, YEAR, TODAY, facts)
    again = Together(oracle.shared, YEAR, TODAY, once.parts)
    assert [one.said for one in people_once.find(once)] == [one.said for one in people_once.find(again)]
