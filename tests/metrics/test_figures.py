"""How a figure is printed, what of it each audience sees, and that it leads to the lines it was counted from."""

from datetime import date
from fractions import Fraction

import pytest

from copkit.findings import Position
from copkit.metrics import Facts, Figure, Period, Source, figures, registry
from copkit.metrics.base import median, say_value
from copkit.metrics.pages import definition
from copkit.metrics.registry import LETTERS, Metric, collect
from copkit.metrics.value import amount_of, half_up
from copkit.workspace import Workspace
from tests.metrics.conftest import ORACLE, PERIOD, Read, facts_of


def share(top: float, bottom: float, **more: bool) -> Figure:
    return Figure("M4", "", amount_of(top, bottom), "people", PERIOD, "share", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("top", "bottom", "said"),
    [
        (4, 7, "4 of 7"),
        (3, 4, "3 of 4"),
        (0, 5, "0 of 5"),
        (1, 8, "1 of 8"),
        (1, 200, "1 of 200 (1%)"),
        (1341, 2000, "1,341 of 2,000 (67%)"),
        (0, 0, "nothing to count"),
    ],
)
def test_a_share_is_printed_with_its_fraction(top: int, bottom: int, said: str) -> None:
    assert share(top, bottom).said == said


def test_halves_are_rounded_up_and_needless_digits_left_away() -> None:
    assert [half_up(Fraction(number, 2)) for number in (1, 3, 5)] == [1, 2, 3]
    assert [say_value(number) for number in (2.0, 0.125, 3.875, -0.5, -0.001)] == [
        "2", "0.13", "3.88", "−0.50", "0",
    ]  # fmt: skip
    assert [median(numbers) for numbers in ([], [3, 1, 2], [1, 2])] == [None, 2, 1.5]


def test_each_figure_leads_to_the_lines_that_it_was_counted_from(eight: Read, sample: Read) -> None:
    def lines(one: Figure) -> list[str]:
        texts = {
            path.relative_to(ORACLE).as_posix(): path.read_text().splitlines() for path in ORACLE.rglob("*.yaml")
        }
        places = [source.position for source in one.counted]
        return [texts[place.path][place.line - 1][place.column - 1 :] for place in places]

    assert all(text.startswith("connect: ") for text in lines(eight("C1")))
    first, second, *_ = lines(eight("M3"))
    assert (first, second) == ("a1, a2, m1, c1]", "a2, m1, c1]")
    assert lines(sample("W1", "on time")) == ["action: sam.reid | draft terms of reference for the group | 30 Jun"]
    assert lines(eight("R1")) == ["acute, mh, council, hospice]}", "mh, council, hospice]}", "council, hospice]}", "hospice]}"]  # fmt: skip # noqa: E501
    assert lines(eight("A1", "at spreading")) == ["spreading"]


def test_every_number_of_the_numerator_has_its_record(oracle: Workspace) -> None:
    """Where records are counted one by one, there are as many of them as the figure says."""
    for community in ("eight", "sample"):
        for code, many in figures(facts_of(oracle, community)).items():
            for one in many:
                if one.form == "count" or (one.form == "share" and one.among):
                    assert len(one.counted) == one.numerator, (code, one.label)
                if one.form == "share" and one.among:
                    assert len(one.counted) + len(one.among) == one.denominator, (code, one.label)
                assert one.period == PERIOD and one.code == code
                assert all(isinstance(source.position, Position) for source in (*one.counted, *one.among))


def test_labels_tell_the_figures_of_a_metric_apart(oracle: Workspace) -> None:
    for community in ("eight", "sample"):
        for code, many in figures(facts_of(oracle, community)).items():
            labels = [one.label for one in many]
            assert len(set(labels)) == len(labels), (code, labels)


def test_a_code_is_used_once_and_has_a_letter() -> None:
    def nothing(facts: Facts) -> list[Figure]:
        return []

    one = Metric("M1", nothing, "community")
    assert list(collect([one])) == ["M1"]
    with pytest.raises(ValueError, match="two metrics are called M1"):
        collect([one, one])
    with pytest.raises(ValueError, match="no letter"):
        collect([one._replace(code="Z1")])
    with pytest.raises(TypeError):
        registry()["M1"] = one  # type: ignore[index]


def test_every_metric_says_what_it_is_and_what_it_is_counted_from() -> None:
    assert len(registry()) >= 40 and {code[0] for code in registry()} == set(LETTERS)
    for code in registry():
        one = definition(code)
        assert one.formula and one.source
        assert any(word in one.source for word in (".yaml", ".csv", "notes", "plans", "commit")), code


def test_a_period_a_year_before() -> None:
    period = Period(date(2026, 4, 1), date(2027, 3, 31))
    assert period.before == Period(date(2025, 4, 1), date(2026, 3, 31))
    assert Period(date(2024, 1, 1), date(2026, 12, 31)).before.end == date(2023, 12, 31)
    assert date(2026, 4, 1) in period and date(2026, 3, 31) not in period
    assert period.said == "1 April 2026 to 31 March 2027"


def test_a_source_says_where_it_stands() -> None:
    assert repr(Source("a story", Position("a.yaml", 3, 1))) == "Source('a story', a.yaml:3:1)"
