"""Charts by their data: which form how many marks take, and what every form keeps to."""

import re
from collections.abc import Callable
from itertools import combinations

import pytest

from copkit.render.charts import Chart, Column, columns, network
from copkit.render.charts.barred import bars
from copkit.render.charts.boarded import board
from copkit.render.charts.choosing import Data, Form, Kind, form
from copkit.render.charts.dotted import dots
from copkit.render.charts.framed import framed
from copkit.render.charts.letters import SIZE
from copkit.render.charts.paired import pairs
from copkit.render.charts.rows import Answers, Bar, Pair, Share, Thing, Use
from copkit.render.charts.tints import ACCENT, GREY, INK, WHITE
from copkit.render.charts.used import uses
from tests.render.charts.hard import FORTY
from tests.render.charts.measuring import boxes, contrast, problems

MARKS = (0, 1, 2, 3, 4, 8, 12, 13, 15, 42)
#: The form of each kind for as many marks as MARKS says.
TABLE = {
    Kind.TIME: "none sentence sentence columns columns columns columns columns months months",
    Kind.SHARES: "none sentence sentence sentence framed framed bars most most most",
    Kind.AMOUNTS: "none sentence sentence sentence bars bars bars most most most",
    Kind.ANSWERS: "none sentence sentence sentence dots dots dots dots dots dots",
    Kind.STAGES: "none sentence sentence sentence board board board board board board",
    Kind.USES: "none sentence sentence sentence grid grid grid grid grid grid",
    Kind.LINKS: "none sentence sentence sentence network network network network network lists",
    Kind.PAIRS: "none pair pair pair pair pair pair pair pair pair",
}
#: An A4 page gives the 640 units of a picture 476 points.
POINTS = 476 / 640


@pytest.mark.parametrize("kind", TABLE)
def test_the_form_follows_from_how_many_marks_there_are(kind: Kind) -> None:
    assert [form(Data(kind, marks, base=20)) for marks in MARKS] == TABLE[kind].split()


def test_marks_that_are_all_alike_are_names() -> None:
    assert form(Data(Kind.SHARES, 5, distinct=1)) is Form.NAMES
    assert form(Data(Kind.TIME, 5, distinct=1)) is Form.COLUMNS


def test_what_cannot_be_read_takes_another_form() -> None:
    assert form(Data(Kind.ANSWERS, 9, base=41)) is Form.BARS
    assert form(Data(Kind.USES, 30, groups=5)) is Form.LISTS
    assert form(Data(Kind.LINKS, 31, base=20)) is Form.LISTS
    assert form(Data(Kind.LINKS, 5, base=21)) is Form.LISTS


def _columns(marks: int) -> Chart:
    first = [index if index % 3 else None for index in range(marks)]
    months = [f"month {index // 4 + 1}" for index in range(marks)]
    rows = [(f"{index + 1} May", index or None, first[index], "hidden", months[index]) for index in range(marks)]
    return columns([Column(*row) for row in rows], what="people at each meeting")


def _framed(marks: int) -> Chart:
    rows = [Share(FORTY[index % 40], index or None, 42, "hidden") for index in range(marks)]
    return framed(rows, what="forms of seven meetings")


def _dots(marks: int) -> Chart:
    rows = [Answers(FORTY[index % 40], index % 19, 19 - index % 19) for index in range(marks)]
    return dots(rows, low="1 or 2 of 4", high="3 or 4 of 4", what="members’ answers")


def _bars(marks: int) -> Chart:
    return bars([Bar(FORTY[index % 40], index * 3) for index in range(marks)], unit="Attendances")


STAGES = ("Being explored", "Being tested", "Promising", "Exemplar", "Stopped")
STATES = ("adopted", "not-yet", "in-progress", "aware", "declined", "stopped", "sustained")
IDEAS = ("One shared referral form", "A key safe before the day")


def _board(marks: int) -> Chart:
    things = [
        Thing(f"Idea {index}", STAGES[index % 5], "what happens next " * (index % 4), stopped=index % 5 == 4)
        for index in range(marks)
    ]
    return board(things, STAGES, what="ideas")


def _uses(marks: int) -> Chart:
    rows = ((FORTY[index // 2 % 40], IDEAS[index % 2], STATES[index % 7]) for index in range(marks))
    return uses([Use(*row, since="July") for row in rows], what="organisations by idea")


def _network(marks: int) -> Chart | None:
    return network(FORTY[:20], dict.fromkeys(list(combinations(FORTY[:20], 2))[:marks], 1))


MAKERS: dict[Kind, Callable[[int], Chart | None]] = {
    Kind.TIME: _columns,
    Kind.SHARES: _framed,
    Kind.ANSWERS: _dots,
    Kind.AMOUNTS: _bars,
    Kind.STAGES: _board,
    Kind.USES: _uses,
    Kind.LINKS: _network,
}
EVERY = [(kind, marks) for kind in MAKERS for marks in MARKS]


@pytest.mark.parametrize(("kind", "marks"), EVERY)
def test_a_form_holds_its_marks_and_says_them(kind: Kind, marks: int) -> None:
    made = MAKERS[kind](marks)
    if made is None:
        assert kind is Kind.LINKS and form(Data(kind, marks, base=20)) is not Form.NETWORK
        return
    assert made.form in (form(Data(kind, marks, base=19)), Form.BARS, Form.LISTS)
    assert bool(made.svg) == (made.form not in WORDS)
    if not made.svg:
        return
    assert problems(made.svg) == []
    assert re.findall(r'font-size="([^"]*)"', made.svg) == [f"{SIZE:g}"]
    assert SIZE * POINTS >= 9.5
    assert len(made.alt.split()) <= 30 and made.alt.count(". ") == 0
    shown = " ".join(box.said for box in boxes(made.svg))
    told = {word for row in made.rows for word in re.findall(r"\w+", row.label)}
    assert told - set(re.findall(r"\w+", shown)) <= {"and"}


WORDS = frozenset({Form.NONE, Form.SENTENCE, Form.NAMES, Form.MOST, Form.LISTS})


def test_filled_and_outlined_are_told_apart_in_grey() -> None:
    assert contrast(ACCENT, WHITE) >= 3 and contrast(GREY, WHITE) >= 3 and contrast(INK, WHITE) >= 3


def test_pairs_of_one_unit_have_one_scale_and_nought_is_a_line() -> None:
    first, second, share = pairs(
        [
            Pair("Wait for transport", 118, 41, "minutes", "June", "September", base="640 cases"),
            Pair("Wait for a bed", 59, 0, "minutes"),
            Pair("Forms sent back", 31, 3, before_of=100, after_of=57),
        ]
    )
    wide = [_widths(one.svg) for one in (first, second, share)]
    assert wide[1] == [pytest.approx(wide[0][0] / 2, abs=0.2)]
    assert wide[2][0] == pytest.approx(wide[0][0] * 0.31, abs=0.2)
    assert first.alt == "Pair of bars: Wait for transport, 118 minutes (June) and 41 (September), 640 cases."
    assert [row.value for row in share.rows] == ["31 of 100", "3 of 57 (5%)"]


def _widths(svg: str) -> list[float]:
    return [float(wide) for wide in re.findall(r'<rect[^>]* width="([\d.]+)"', svg)]


def test_what_nobody_may_know_is_said_and_not_drawn_as_nought() -> None:
    made = columns(
        [Column("14 Apr", 6, 6), Column("12 May", None, None, "hidden"), Column("9 June", 8)], what="people"
    )
    assert [row.value for row in made.rows] == ["6, all for the first time", "hidden", "8"]
    assert "hidden" in [box.said for box in boxes(made.svg)]
    assert made.note == "Filled: had come before. Outlined: first time. Striped: how many were new is not shown."


def test_many_amounts_are_the_most_and_those_that_have_least() -> None:
    made = bars([Bar(f"Place {index}", max(1, 12 - index)) for index in range(14)], unit="Attendances")
    assert made.alt == (
        "Attendances, most: Place 0 (12), Place 1 (11) and Place 2 (10); 8 others between; "
        "1 each: Place 11, Place 12 and Place 13."
    )


def test_a_column_of_the_board_names_six_of_over_eight() -> None:
    things = [Thing(f"Idea {index}", "Being tested") for index in range(11)]
    made = board([*things, Thing("Round", "Stopped", "nobody came", stopped=True)], STAGES, what="ideas")
    assert made.form == "board"
    assert [row.label for row in made.rows][5:] == ["Idea 5", "and 5 others", "Round"]
    assert made.rows[-1].note == "nobody came"
    assert made.alt == "Board of ideas by stage: Being tested 11; Stopped 1."
    assert made.svg.count("stroke-dasharray") == 1


def test_those_who_stand_alike_have_one_row_and_the_rest_are_counted() -> None:
    alike = [Use(name, idea, "aware") for name in "ABC" for idea in IDEAS]
    made = uses([*alike, Use("D", IDEAS[0], "adopted", "July")], what="organisations")
    assert [(row.label, row.value) for row in made.rows] == [
        ("D", "One shared referral form: Uses it, since July; A key safe before the day: not meant for them"),
        ("A, B, C", "One shared referral form: Knows of it; A key safe before the day: Knows of it"),
    ]
    many = [Use(f"Place {index}", IDEAS[0], "not-yet", f"{index} May") for index in range(14)]
    made = uses([*many, Use("D", IDEAS[0], "adopted")], what="organisations")
    assert [(row.label, row.value) for row in made.rows] == [
        ("D", "One shared referral form: Uses it"),
        ("14 others", "One shared referral form: Not yet: 14"),
    ]


def test_over_four_ideas_are_a_list_each() -> None:
    states = {"A": "adopted", "B": "aware"}
    given = [Use(name, f"Idea {index}", state) for index in range(5) for name, state in states.items()]
    made = uses(given, what="organisations")
    assert (made.svg, made.form) == ("", "lists")
    assert made.rows[0] == ("Idea 0", "Uses it: A; Knows of it: B", -1, False, "")
