"""Numbers that people type, and that cannot be: no share of them is over all."""

from pathlib import Path

from copkit.metrics.making import Maker
from tests.metrics.conftest import PERIOD, facts_of, figure, together_of, write

HEADINGS = "useful,heard\n"


def test_a_session_with_more_forms_than_people_is_left_out_of_the_response(tmp_path: Path) -> None:
    forms = {"2026-04-14": 30, "2026-05-12": 2}
    ws = write(
        tmp_path,
        {
            "one/community.yaml": "id: one\n",
            **{f"one/sessions/{day}.notes.yaml": "present: [ann]\nothers: 3\n" for day in forms},
            **{f"one/feedback/{day}.csv": HEADINGS + "4,4\n" * many for day, many in forms.items()},
        },
    )
    response = figure(facts_of(ws, "one"), "V4", "response")
    assert (response.said, response.left_out) == ("2 of 4", ("2026-04-14",))


def test_a_course_whose_numbers_disagree_has_no_share_and_neither_has_the_whole(tmp_path: Path) -> None:
    courses = "- {name: A, started: 10, completed: 30}\n- {name: B, started: 4, completed: 4}\n"
    courses += "- {name: C, completed: 2}\n"
    ws = write(tmp_path, {"programme/cohorts.yaml": courses, "one/community.yaml": "id: one\n"})
    whole = together_of(ws, ["one"])
    for label in ("", "A", "C"):
        assert figure(whole, "L2", label).said == "the numbers in the records disagree", label
    assert figure(whole, "L2", "B").said == "4 of 4"


def test_what_is_no_share_may_be_more_than_it_is_of() -> None:
    assert Maker("V4", PERIOD).ratio("", 9, 4, "of 5", form="mean").value == 2.25
