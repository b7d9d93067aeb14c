"""What nobody knows is printed as nought nowhere: each figure's kind beside what each output says of it."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from copkit.cli.annual import WantedYear, find_year
from copkit.documents.annual import Annual
from copkit.metrics import Figure
from tests.shell import copkit

DAYS = ("2026-05-12", "2026-06-09", "2026-07-14")
TODAY = "2026-07-20"
NOUGHT = re.compile(r"(?<![\w.,-])0(?![\w.,:])|\b(no one|nobody came|none)\b", re.IGNORECASE)
TEAM = ("sam.hurst", "lena.ward", "tom.frost", "ida.marsh", "bo.reed")
PLACES = ("day-old", "scheduled", "no attendance", "no brings", "some brings")
PAGES = ("evidence", "one-page", "health", "portfolio", "portfolio-evidence", "portfolio-page", "evaluation")


def make(root: Path, place: str) -> Path:
    """A workspace of another system, as far as it has come."""
    whose = ("--system", "Fenland Partnership", "--community", "Falls at Home", "--contact", "falls@fen.example")
    by = ("--name", "Grace Obi", "--organisation", "Fenland Community Trust", "--first", "2026-05-12")
    assert copkit("init", root, "--yes", *whose, *by, "--today", "2026-04-10").code == 0
    if place != "day-old":
        assert copkit("schedule", "--today", "2026-04-10", root=root).code == 0
    if place in ("day-old", "scheduled"):
        return root
    home = root / "communities/falls-at-home"
    there = "" if place == "no attendance" else f"present: [grace.obi, {', '.join(TEAM)}]\n"
    for day in DAYS:
        lines = "capture: |\n  idea: a car at weekends\n" if there else "voices: 3\n"
        (home / f"sessions/{day}.notes.yaml").write_text(there + lines, encoding="utf-8")
    people = root / "communities/programme/people.yaml"
    brings = ", brings: [expertise]" if place == "some brings" else ""
    more = [f"{key}: {{name: {key.title().replace('.', ' ')}, organisation: fen-council}}\n" for key in TEAM]
    more[0] = more[0].replace("}", f"{brings}}}")
    people.write_text(people.read_text("utf-8") + "".join(more), encoding="utf-8")
    places = root / "communities/programme/organisations.yaml"
    places.write_text(places.read_text("utf-8") + "fen-council: {name: Fen Council}\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {place: make(tmp_path_factory.mktemp("kinds") / "ws", place) for place in PLACES}


@cache
def annual(root: Path, audience: str) -> Annual:
    return find_year(WantedYear(audience=audience, root=root, today=TODAY), ("members", "public", "team")).one


def without_number(root: Path, audience: str) -> Iterator[Figure]:
    """The figures of which nobody knows, or nobody was asked."""
    every = (one for figures in annual(root, audience).seen.values() for one in figures)
    return (one for one in every if one.kind in ("unknown", "not asked"))


KINDS = {
    "day-old": {"M2": "none yet", "R1": "unknown", "C1": "none yet", "R6": "none yet", "D1": "none yet"},
    "scheduled": {"M2": "unknown", "R1": "unknown", "C1": "unknown", "R6": "unknown", "D1": "unknown"},
    "no attendance": {"D1": "number", "M2": "unknown", "R1": "unknown", "C1": "unknown", "R4": "unknown"},
    "no brings": {"M2": "number", "R1": "unknown", "R4": "not asked", "C1": "number", "V4": "not asked"},
    "some brings": {"M2": "number", "R4": "unknown", "R6": "unknown", "V5": "not asked"},
}


@pytest.mark.parametrize("place", PLACES)
def test_each_figure_has_its_kind_and_no_number_where_nobody_knows(made: dict[str, Path], place: str) -> None:
    seen = annual(made[place], "members").seen
    assert {code: seen[code][0].kind for code in KINDS[place]} == KINDS[place]
    for one in without_number(made[place], "members"):
        assert one.value is None and not one.counted and not one.among and not NOUGHT.search(one.said)
        with pytest.raises(ValueError, match="has no number"):
            _ = one.numerator
    if place == "some brings":
        asked = next(one for one in seen["R6"] if one.label)
        assert (asked.label, asked.said) == ("asked what they bring", "1 of 6")


@pytest.mark.parametrize("audience", ["members", "public"])
@pytest.mark.parametrize("place", PLACES)
def test_tables_and_evidence_hold_no_number_of_what_nobody_knows(
    made: dict[str, Path], place: str, audience: str, tmp_path: Path
) -> None:
    unknown = {(one.code, one.label): one for one in without_number(made[place], audience)}
    copkit("export", "--for", audience, "--today", TODAY, "--out", tmp_path, root=made[place])
    (table,) = tmp_path.glob("*/figures.csv")
    rows = list(csv.DictReader(table.read_text("utf-8-sig").splitlines()))
    own = [row for row in rows if row["community"]]
    assert {(row["code"], row["label"]) for row in own if row["kind"] in ("unknown", "not asked")} == unknown.keys()
    told = ("--for", audience, "--today", TODAY)
    copkit("print", "evidence", *told, "--format", "html", "--out", tmp_path, root=made[place])
    (evidence,) = tmp_path.glob("*-evidence*.json")
    data = json.loads(evidence.read_text("utf-8"))["figures"]
    for row in (*own, *data):
        if one := unknown.get((row["code"], row["label"])):
            assert not row["value"] and not row["numerator"] and not row["denominator"] and row["kind"] == one.kind
            assert row["said"] == one.said and "0" not in str(row["value"])


ROW = re.compile(r"\|.*\| (?P<code>[A-Z]\d) \|$", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("place", PLACES)
def test_pages_say_nought_only_of_what_was_counted(
    made: dict[str, Path], place: str, page: str, tmp_path: Path
) -> None:
    """In tables, in the sentences of page one, and in the annex."""
    ran = copkit("print", page, "--format", "md", "--today", TODAY, "--out", tmp_path, root=made[place])
    if page == "evaluation" and ran.code:
        return  # there is nothing to report on
    assert ran.code == 0, ran.err
    (path,) = tmp_path.glob("*.md")
    seen = annual(made[place], "members").seen
    text = path.read_text("utf-8")
    for line in text.splitlines():
        if found := ROW.fullmatch(line):
            said = {one.said for one in seen[found["code"]]}
            counted = {one.said for one in seen[found["code"]] if one.amount.is_counted}
            cells = {cell.strip() for cell in line.split("|")[2:-2]}
            assert not {cell for cell in cells & said if NOUGHT.search(cell)} - counted, line
        for code, (main, *_) in ((code, every) for code, every in seen.items() if every):
            if page == "evidence" and line.startswith(f"**{code} ") and not main.label and main.amount.why:
                assert main.said in line, line
    if page == "one-page":
        _holds_on_one_page(text, seen)
    if page == "health" and place in ("day-old", "scheduled"):
        assert "Nothing can be judged yet" in text and "no record" not in text


TOLD = {
    ("D1", "unknown"): "- Whether all three meetings that were due took place: nobody wrote of them.",
    ("D1", "number"): "All three meetings that were due took place.",
    ("M2", "none yet"): "Nobody has come yet.",
    ("M2", "unknown"): "Who came is not on record: ",
    ("M2", "number"): "Six people came.",
}


def _holds_on_one_page(text: str, seen: Mapping[str, tuple[Figure, ...]]) -> None:
    """Each kind has its sentence and no other's; a nought is one that was counted; of the rest nothing is said."""
    for (code, kind), sentence in TOLD.items():
        assert (sentence in text) == (seen[code][0].kind == kind), sentence
    assert ("# No meeting is on record" in text) == (seen["D1"][0].kind != "number")
    counted = {one.said for every in seen.values() for one in every if one.kind == "number" and " of " in one.said}
    rest = text.replace("**", "")
    for said in counted:
        rest = rest.replace(f" {said}", "")
    assert not NOUGHT.search(rest), rest
    for word, code in (("organisation", "R1"), ("link", "C1")):
        assert word not in text or seen[code][0].kind == "number", word


@pytest.mark.parametrize(("place", "asked"), [("no brings", 6), ("some brings", 5)])
def test_check_asks_for_what_people_bring_in_one_finding(made: dict[str, Path], place: str, asked: int) -> None:
    out = " ".join(copkit("check", "--all", "--only", "REP", "--today", TODAY, root=made[place]).out.split())
    said = f"{asked} of the 6 people at the last sessions were not asked what they bring"
    assert out.count(said) == 1 and "nobody brought" not in out
