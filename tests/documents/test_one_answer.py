"""One answer everywhere: no figure has two values, wherever somebody reads it."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from copkit.documents.citing import anchor
from copkit.metrics import Figure
from tests.audience.test_outputs import several
from tests.documents.answers import Answers, differing, faces, said_on
from tests.documents.evaluation.making import evaluation
from tests.documents.evaluation.making import in_format as evaluated
from tests.documents.fronts import front_strays, sums_astray
from tests.documents.portfolio.making import portfolio_of
from tests.documents.prose import blocks
from tests.metrics.conftest import write
from tests.metrics.second.generator import make
from tests.metrics.second.rounds import written_to
from tests.shell import ROOT

SEEDS = (3, 11)
MORE_SEEDS = tuple(range(20, 28))
PARTS = {
    "m2-with-guests": "the guests of each session",
    "a1": "initiatives that came to each stage, and left it",
    "r2": "people of each sector, all sessions together",
    "c1-distinct-pairs": "pairs of each two organisations",
    "w1-opened": "actions of each month, and those carried over",
    "w1-closed": "actions done or dropped in each month",
    "w1-overdue": "actions open at the end of each month",
}
"""Cells of a table that lead to the figure of which they are a part."""
OF_ONE = {"p1": "m2", "p2": "r1", "m2": "m2-with-guests"}
"""Under which figure of all the annex explains a figure of one community."""
PER_CENT = re.compile(r"\((\d+%)\)$")
Ways = dict[str, set[str]]
CODES = ("D1", "C2", "W1", "V4", "P1")
"""Asked of `why`, one a workspace: all of them answer from the same figures."""


def answers(place: int, out: Path) -> Answers:
    """A workspace of three random communities; the demonstration is 0."""
    if not place:
        return Answers(ROOT, out, "2026-27", "2026-11-27")
    write(out / "workspace", several(place))
    return Answers(out / "workspace", out, "2026-27", "2027-03-31")


def hard(seed: int, out: Path) -> Answers:
    """A hard workspace, in the year of its day: with initiatives, mergers, leavers, and sessions that moved."""
    made = make(seed)
    day = min(made.today, made.ends)
    first = next(start.year for start, end in made.periods if start <= day <= end)
    year = str(first) if made.begins.month == 1 else f"{first}-{first - 1999}"
    return Answers(written_to(out / "workspace", made.texts()), out, year, str(day))


def judge_data(of: Answers, code: str) -> None:
    """What one workspace says as data."""
    asked = [("--all",)] if code[0] == "P" else [(name,) for name in of.figures]
    told = [*of.everything(), *(one for words in asked for one in of.why(code, *words))]
    assert {where for where, _, _ in told} >= {"copkit.open", "export", "portfolio.evidence", "why"}
    assert differing(iter(told)) == []
    assert list_strays(of) == []


def judge(of: Answers, code: str) -> None:
    """Everything that one workspace says, as data and on its pages."""
    judge_data(of, code)
    own = {name: ways_of(figures) for name, figures in of.figures.items()}
    for name in of.figures:
        assert strays(page_of(of, "evidence", name), own[name], {}) == []
        assert front_strays(page_of(of, "synthesis", name), of.figures[name]) == []
        assert health_strays(of, name) == []
        one = evaluation(of.root, (name,), "members", today=of.today, year=of.year)
        short = {one.first.community.short: own[name]}
        assert strays(evaluated(one, "html").decode(), ways_of(one.portfolio.whole), short) == []
    whole = portfolio_of(of.root, today=of.today)
    rows = {share.name: own[share.id] for share in whole.shares}
    assert strays(page_of(of, "portfolio-evidence"), ways_of(whole.whole), rows) == []
    assert sums_astray(page_of(of, "portfolio"), of.figures.values()) == []


def page_of(of: Answers, *words: str) -> str:
    """The HTML of a document, and not of the evidence that is made beside it."""
    return of.page(words[0], "print", *words, of.year).read_text("utf-8")


def ways_of(figures: Mapping[str, tuple[Figure, ...]]) -> Ways:
    """How each figure may be said, by its place in an annex."""
    return {anchor(one): faces(one) for every in figures.values() for one in every}


def strays(page: str, right: Ways, rows: Mapping[str, Ways]) -> list[str]:
    """The figures of a page that say something else than the figure to which they lead, or their row's own."""
    said = list(said_on(page))
    assert len(said) > 5
    found = []
    for block, place, words in said:
        own = rows.get(block.row, right)
        ways = own.get(place, set()) | own.get(OF_ONE.get(place, ""), set())
        if words not in ways and not (block.tag == "td" and place in PARTS and words.isdigit()):
            found.append(f"{block.row} {place}: {words}, not {ways}")
    return found


def health_strays(of: Answers, community: str) -> list[str]:
    """The signs of health, as data and on their page, that say anything else than their figure."""
    signs = json.loads(of.run("health", community, of.year, "--json"))["communities"][0]["signs"]
    page = blocks(page_of(of, "health", community))
    cells = {one.row: one.text for one in page if one.tag == "td"}  # the last of a row is the community's
    texts = [one.text for one in page if one.tag == "p"]
    found = []
    for one in signs:
        figure = next((each for each in of.figures[community][one["code"]] if each.label == one["label"]), None)
        known = figure is not None and (figure.hidden or (figure.value is not None and bool(figure.denominator)))
        if known and figure is not None and one["said"] != figure.said:
            found.append(f"{one['sign']}: {one['said']}, not {figure.said}")
        if (cells or one["standing"] != "not known") and cells[one["question"]] != in_cell(one, figure):
            found.append(f"{one['sign']}: {cells[one['question']]} on the page, not {in_cell(one, figure)}")
        told = [text for text in texts if text.startswith(one["question"])]
        if any(told_of(one, figure) not in text for text in told):
            found.append(f"{one['sign']}: {told}, not {told_of(one, figure)}")
    held = next(one for one in of.figures[community]["D1"] if not one.label)
    return found if cells or any(held.amount.why in text for text in texts) else [*found, "no sign, and no reason"]


def in_cell(sign: Mapping[str, str], figure: Figure | None) -> str:
    """What the table of health has in the place of a sign: its share in short, or why it is not judged."""
    if sign["standing"] != "not known":
        percent = PER_CENT.search(sign["said"])
        return percent[1] if percent else sign["said"]
    if figure is None or figure.hidden or sign["why"].startswith("too few"):
        return "too few"
    if sign["why"].startswith("too early"):
        return "too early"
    return "none yet" if figure.amount.kind == "none yet" else "unknown"


def told_of(sign: Mapping[str, str], figure: Figure | None) -> str:
    """What is said below the table of a sign that is talked about: where it stands, or why nobody can say."""
    if sign["standing"] == "not known":
        return f"Nobody can say. Why: {sign['why']}."
    return f"({in_cell(sign, figure)})"


def list_strays(of: Answers) -> list[str]:
    """Numbers of `copkit list` and `copkit show` that are figures too, and say something else."""
    found = []
    for row in of.listed("communities"):
        (members,) = (one for one in of.figures[row["id"]]["M1"] if not one.label)
        if row["members"] != members.numerator:
            found.append(f"{row['id']}: {row['members']} members, not {members.said}")
    for row in of.listed("initiatives"):
        own = of.figures[row["community"]]["A2"]
        taken = next((one for one in own if one.label == row["id"]), None)
        halves = (row["adopted"], row["meant_for"])
        if halves != ((taken.numerator, taken.denominator) if taken is not None else (0, row["meant_for"])):
            found.append(f"{row['id']}: {halves}, not {taken}")
        if taken is not None and taken.denominator:
            shown = " ".join(of.told("show", "initiative", row["community"], row["id"]).split())
            found += [] if f"Adopted {taken.fraction} " in f"{shown} " else [f"{row['id']}: shown otherwise"]
    return found


@pytest.mark.parametrize("place", [0, *SEEDS])
def test_no_figure_has_two_values(place: int, tmp_path: Path) -> None:
    judge(answers(place, tmp_path), CODES[place % len(CODES)])


@pytest.mark.slow
@pytest.mark.parametrize("place", MORE_SEEDS)
def test_no_figure_of_more_workspaces_has_two_values(place: int, tmp_path: Path) -> None:
    judge(answers(place, tmp_path), CODES[place % len(CODES)])


@pytest.mark.parametrize("seed", [*SEEDS, *(pytest.param(seed, marks=pytest.mark.slow) for seed in MORE_SEEDS)])
def test_no_figure_of_a_hard_workspace_has_two_values(seed: int, tmp_path: Path) -> None:
    of = hard(seed, tmp_path)
    judge_data(of, CODES[seed % len(CODES)])
    assert [one for name in of.figures for one in health_strays(of, name)] == []
    assert seed not in SEEDS or of.listed("initiatives")
