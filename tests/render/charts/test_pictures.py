"""Every chart: its bytes, its text inside the picture and apart from other text, its words, what it may hold."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copkit import render
from copkit.render.charts import Chart, StackRow, stacked_bars
from copkit.render.charts.barred import bars
from copkit.render.charts.letters import BOLD, PLAIN, SIZE, width, wrap
from copkit.render.charts.rows import Bar
from copkit.render.charts.tints import BLUE, DARK_BLUE, GREY, INK, WHITE
from copkit.render.typesetting import font_folders, fonts
from tests.golden import Golden
from tests.render.charts.gallery import EVERY
from tests.render.charts.hard import HARD
from tests.render.charts.measuring import boxes, contrast, problems
from tests.render.helpers import page

KEPT = (
    "attendance", "levels", "by_organisation", "organisations", "came", "agreed", "answered", "measured", "stages",
    "adoption",
)  # fmt: skip
ALL = {**EVERY, **HARD}


@pytest.mark.parametrize("name", KEPT)
def test_a_chart_is_as_kept(name: str, golden: Golden) -> None:
    made = EVERY[name]()
    golden(f"{name}.svg", made.svg + "\n")


def test_every_kind_of_chart_is_kept() -> None:
    assert tuple(EVERY) == KEPT


@pytest.mark.parametrize("make", ALL.values(), ids=list(ALL))
def test_no_text_leaves_the_picture_or_stands_over_another(make: Callable[[], Chart]) -> None:
    assert problems(make().svg) == []


@pytest.mark.parametrize("make", ALL.values(), ids=list(ALL))
def test_a_chart_may_stand_in_a_document(make: Callable[[], Chart]) -> None:
    made = make()
    (drawing,) = render.tree(page(f"<figure>{made.svg}</figure>")).all("svg")
    assert drawing.attributes["aria-label"] == made.alt
    assert drawing.source() == made.svg
    root = ElementTree.fromstring(made.svg)
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {"svg", "rect", "path", "circle", "text"}
    assert not any("id" in element.attrib for element in root.iter())


@pytest.mark.parametrize("make", ALL.values(), ids=list(ALL))
def test_the_same_chart_is_the_same_bytes(make: Callable[[], Chart]) -> None:
    assert make() == make()
    assert not re.search(r"\d\.\d\d", re.sub('<text.*?</text>|aria-label="[^"]*"', "", make().svg))


@pytest.mark.slow
def test_the_same_chart_is_the_same_bytes_in_any_process() -> None:
    script = "from tests.render.charts.hard import HARD\nfor make in HARD.values(): print(ascii(make()))"
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed}, timeout=120,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_one_that_measures_notices_text_outside_and_over() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 99 40">{}</svg>'
    assert problems(svg.format('<text x="5" y="20">Mind</text><text x="60" y="20">Mind</text>')) == []
    assert problems(svg.format('<text x="70" y="20">Mind</text>')) != []
    assert problems(svg.format('<text x="5" y="8">Mind</text>')) != []
    assert problems(svg.format('<text x="5" y="20">Mind</text><text x="30" y="28">Mind</text>')) != []
    assert problems(svg.format('<text x="20" y="99" transform="rotate(-90 20 99)">Mind</text>')) != []


def test_widths_are_those_of_the_font() -> None:
    import typst

    letters = [[letter, table is BOLD] for table in (PLAIN, BOLD) for row in table.values() for letter in row]
    letters = [[f"{letter}n", bold] for letter, bold in letters]  # a space alone would be dropped
    source = (
        f'#set text(font: "Liberation Sans", size: {SIZE}pt, kerning: false)\n'
        '#context [#metadata(json(bytes(sys.inputs.at("letters"))).map(((it, bold)) => '
        'measure(text(weight: if bold { "bold" } else { "regular" }, it)).width.pt()))<all>]'
    )
    measured = typst.query(
        {"main.typ": source.encode()}, "<all>", field="value", font_paths=fonts(font_folders(None)),
        sys_inputs={"letters": json.dumps(letters)},
    )  # fmt: skip
    (widths,) = json.loads(measured) if isinstance(measured, str | bytes) else measured
    assert len(widths) > 180
    wrong = {
        text: (wide, width(text, bold=bold))
        for (text, bold), wide in zip(letters, widths, strict=True)
        if abs(wide - width(text, bold=bold)) > 0.02
    }
    assert wrong == {}


@given(st.text(max_size=60), st.floats(24, 300))
def test_lines_hold_the_whole_text_and_fit(text: str, room: float) -> None:
    lines = wrap(text, room)
    assert "".join("".join(lines).split()) == "".join("".join(wrap(text, 10**6)).split())
    assert all(width(line) <= room for line in lines)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.text(max_size=70), st.integers(0, 10**6) | st.none(), st.text(max_size=70)), max_size=9),
    st.text(max_size=20),
)
def test_any_bars_can_be_drawn(rows: list[tuple[str, int | None, str]], unit: str) -> None:
    made = bars([Bar(*row) for row in rows], unit=unit)
    assert not made.svg or problems(made.svg) == []
    assert render.tree(page(f"<figure>{made.svg}</figure>")) if made.svg and made.alt.strip(" .") else True


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.text(max_size=40), st.lists(st.integers(0, 999) | st.none(), min_size=3, max_size=3)),
        max_size=8,
    )
)
def test_any_stacks_can_be_drawn(rows: list[tuple[str, list[int | None]]]) -> None:
    assert problems(stacked_bars([StackRow(*row) for row in rows], ("a", "b", "c"), unit="x").svg) == []


def test_what_is_not_known_is_said_and_nought_is_nought() -> None:
    made = bars([Bar("A", 0), Bar("B", None), Bar("C", None, "hidden"), Bar("D", 0)], unit="People")
    assert [(row.label, row.value) for row in made.rows] == [
        ("A", "0"), ("D", "0"), ("B", "no record"), ("C", "hidden"),
    ]  # fmt: skip
    said = [box.said for box in boxes(made.svg)]
    assert said == ["A", "0", "D", "0", "B", "no record", "C", "hidden"]
    assert "<rect" not in made.svg


def test_text_that_means_harm_is_only_text() -> None:
    for name in (name for name in HARD if name.startswith("harm")):
        svg = HARD[name]().svg
        assert "<script" not in svg
        assert not re.search(r"url\(|href\s*=|[\x00-\x09\x0b-\x1f\u202e\ud800]", svg)
    assert "&lt;script&gt;alert&#40;1)&lt;/script&gt;" in HARD["harm in bars"]().svg


# --- In black and white, and for eyes that tell colours badly ---------------------------------------------


def test_text_has_contrast() -> None:
    assert all(contrast(colour, WHITE) >= 4.5 for colour in (INK, GREY, BLUE, DARK_BLUE))
    coloured = {
        element.get("fill", INK)
        for make in EVERY.values()
        for element in ElementTree.fromstring(make().svg).iter("{http://www.w3.org/2000/svg}text")
    }
    assert coloured == {INK, GREY, WHITE}
