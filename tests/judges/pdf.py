"""Judges PDFs: PDF/UA-1 by two validators, and by our own eye what a validator cannot see."""

import re
import subprocess
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf

from tests.judges.paper import read_aloud
from tests.judges.tools import HERE, jaxb_jars, need, vera_jar

A4 = (595.28, 841.89)
A3 = (841.89, 1190.55)
PLACEHOLDER = re.compile(
    r"(an? )?(image|img|picture|photo|figure|graphic|logo|chart|graph|untitled|document|none|n/?a|alt|alt text)"
    r"[\s\d]*|.*\.(png|jpe?g|svg|gif|webp|docx?|html?|typ|pdf)",
    re.IGNORECASE,
)


class Element(NamedTuple):
    """One element of the tree that a screen reader walks: its kind (`H1`, `Table`), and its dictionary."""

    kind: str
    node: Any


def judge_pdf(path: Path, expect_headings: Sequence[str] = ()) -> list[str]:
    """What is wrong with one PDF, by everything but veraPDF (see `judge_by_vera`, which takes many at once)."""
    return [*judge_by_rules(path), *judge_structure(path), *judge_reading_order(path, expect_headings)]


def judge_by_rules(path: Path) -> list[str]:
    """PDF/UA-1 (ISO 14289-1) by page-validation, which takes milliseconds."""
    import page

    result = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1)
    return sorted({f"PDF/UA-1 rule {failure.rule_id} fails" for failure in result.failures})


# --- What a person would see -----------------------------------------------------------------------------


def judge_structure(path: Path) -> list[str]:
    """Whether title, language, headings, tables, figures and paper would serve a person who reads it."""
    with pikepdf.open(path) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            return ["the document has no tags"]
        elements = list(elements_below(pdf.Root.StructTreeRoot))
        return [
            *title_problems(pdf),
            *heading_problems([element.kind for element in elements]),
            *(problem for element in elements for problem in element_problems(element)),
            *page_problems(pdf),
        ]


def elements_below(node: Any, depth: int = 0) -> Iterator[Element]:
    """Every structure element, in reading order."""
    if depth > 300 or not isinstance(node, pikepdf.Object):
        return
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements_below(child, depth + 1)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield Element(str(node.S).lstrip("/"), node)
        yield from elements_below(node.get("/K"), depth + 1)


def title_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_metadata() as metadata:
        title = str(metadata.get("dc:title") or "").strip()
    if not title or PLACEHOLDER.fullmatch(title):
        yield f"the title does not name the document: {title!r}"
    language = str(pdf.Root.get("/Lang", ""))
    if language.lower() not in ("en", "en-gb"):
        yield f"the language is {language!r}, not British English"


def heading_problems(kinds: list[str]) -> Iterator[str]:
    levels = [int(kind[1]) for kind in kinds if re.fullmatch("H[1-6]", kind)]
    if not levels:
        yield "there are no headings"
        return
    if levels[0] != 1 or levels.count(1) > 1:
        yield f"there should be one H1, and first: {levels}"
    for upper, lower in pairwise(levels):
        if lower > upper + 1:
            yield f"a heading jumps from H{upper} to H{lower}"


def element_problems(element: Element) -> Iterator[str]:
    if element.kind == "Figure":
        words = str(element.node.get("/Alt", "")).strip()
        if not words or PLACEHOLDER.fullmatch(words):
            yield f"a figure's alternative text says nothing: {words!r}"
    if element.kind == "Table":
        cells = list(elements_below(element.node.get("/K")))
        headers = [cell for cell in cells if cell.kind == "TH"]
        data = [cell for cell in cells if cell.kind == "TD"]
        if not headers:
            yield "a table has no header cells"
        elif not (all(has(cell, "/Scope") for cell in headers) or all(has(cell, "/Headers") for cell in data)):
            yield "a table does not say which cells its headers head"


def has(cell: Element, attribute: str) -> bool:
    """Whether a table cell carries an attribute such as Scope, in whichever form it is written."""
    given = cell.node.get("/A")
    sets = list(given) if isinstance(given, pikepdf.Array) else [given]
    return any(isinstance(one, pikepdf.Dictionary) and attribute in one for one in sets)


def figure_sizes(path: Path) -> list[tuple[float, float]]:
    """The width and height of every figure on its page, in points."""
    with pikepdf.open(path) as pdf:
        figures = [one.node for one in elements_below(pdf.Root.StructTreeRoot) if one.kind == "Figure"]
        sets = [list(one.A) if isinstance(one.A, pikepdf.Array) else [one.A] for one in figures]
        boxes = [[float(edge) for edge in one.BBox] for every in sets for one in every if "/BBox" in one]
    return [(box[2] - box[0], box[3] - box[1]) for box in boxes]


def page_problems(pdf: pikepdf.Pdf) -> Iterator[str]:
    for number, page in enumerate(pdf.pages, 1):
        left, bottom, right, top = (float(edge) for edge in page.mediabox)
        paper = sorted((right - left, top - bottom))
        if not any(_is(paper, sheet) for sheet in (A4, A3)):
            yield f"page {number} is neither A4 nor A3: {paper[0]:.0f} by {paper[1]:.0f} points"
    if len(pdf.pages) > 4 and "/Outlines" not in pdf.Root:
        yield f"{len(pdf.pages)} pages and no bookmarks"


def _is(paper: Sequence[float], sheet: Sequence[float]) -> bool:
    return all(abs(have - want) <= 1 for have, want in zip(paper, sheet, strict=True))


def judge_reading_order(path: Path, expect_headings: Sequence[str]) -> list[str]:
    """Whether a screen reader meets the headings that are expected, in the order that is expected."""
    if not expect_headings:
        return []
    squeeze = re.compile(r"[\s\u00ad\u200b]+")  # lines are broken where the page does
    text, place, problems = squeeze.sub("", read_aloud(path.read_bytes())), 0, []
    for heading in expect_headings:
        found = text.find(squeeze.sub("", heading), place)
        if found < 0:
            problems.append(f"{heading!r} is not met in reading order")
        else:
            place = found + 1
    return problems


# --- veraPDF ---------------------------------------------------------------------------------------------


def judge_by_vera(paths: Sequence[Path]) -> dict[Path, list[str]]:
    """PDF/UA-1 by veraPDF, the validator of the PDF Association: one Java process for all the files."""
    need("veraPDF")
    jars = [str(vera_jar()), *jaxb_jars()]
    command = ["java", "-cp", ":".join(jars), str(HERE / "VeraCheck.java"), *map(str, paths)]
    told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=900, check=False)
    problems: dict[Path, list[str]] = {}
    for line in told.stdout.splitlines():
        word, name, *rest = line.split("\t")
        if word == "judged" and int(rest[0]) > 0:
            problems.setdefault(Path(name), [])
        elif word == "broken":
            problems.setdefault(Path(name), []).append("veraPDF: " + " ".join(rest))
    unjudged = [path.name for path in paths if path not in problems]
    if unjudged:
        raise RuntimeError(f"veraPDF did not judge {unjudged}: {told.stderr[-2000:]}")
    return problems
