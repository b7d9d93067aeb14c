"""The numbers in sentences, titles, tiles and alternative texts are read again, and are those of their figures."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from copkit import lexicon
from copkit.cli.annual import WantedYear, find_year
from copkit.documents.annual import Annual
from copkit.documents.front import lines, unknown
from copkit.documents.saying import Forms, Parts, of_share
from copkit.metrics import Figure
from copkit.metrics.value import Value, amount_of
from tests.audience.test_outputs import several
from tests.documents.claims import CLAIMS, PRINTED, number, stated
from tests.documents.evaluation.making import evaluation
from tests.documents.evaluation.making import in_format as evaluated
from tests.documents.portfolio.making import in_format as reported
from tests.documents.portfolio.making import portfolio_of
from tests.documents.prose import blocks
from tests.documents.synthesis.making import page
from tests.documents.uncounted import LISTED, UNCOUNTED
from tests.metrics.conftest import PERIOD, write
from tests.shell import ROOT, copkit

SEEDS = (3, 11)
TODAY = {0: "2026-11-27"}
OVER = "a sentence over a value"
"""What has its number from the value of a figure, and no slot for another."""


class Sentence(NamedTuple):
    """What was said: its place in data/languages, its words, and how it reads."""

    key: str
    slots: dict[str, Any]
    said: str


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Sentence]:
    """Every sentence that is made from here on."""
    found: list[Sentence] = []
    text, plural = lexicon.text, lexicon.plural

    def one(key: str, /, **slots: object) -> str:
        found.append(Sentence(key, slots, text(key, **slots)))
        return found[-1].said

    def many(key: str, number: float, /, **slots: object) -> str:
        found.append(Sentence(key, {"number": number, **slots}, plural(key, number, **slots)))
        return found[-1].said

    clause, parts = Forms.clause, Forms.parts

    def over(forms: Forms, value: Value, /, **slots: object) -> str:
        found.append(Sentence(OVER, {"value": value}, clause(forms, value, **slots)))
        return found[-1].said

    def over_parts(forms: Forms, value: Value, /, **slots: object) -> Parts:
        made = parts(forms, value, **slots)
        found.append(Sentence(OVER, {"value": value}, made.text))
        return made

    def share(key: str, value: Value, /, **slots: object) -> Parts:
        made = of_share(key, value, **slots)
        found.append(Sentence(f"{key}.", {}, made.text))
        found.append(Sentence(f"{key}.", {}, made.after))
        return made

    for module in (lines, unknown):
        monkeypatch.setattr(module, "of_share", share)
    monkeypatch.setattr(lexicon, "text", one)
    monkeypatch.setattr(lexicon, "plural", many)
    monkeypatch.setattr(Forms, "clause", over)
    monkeypatch.setattr(Forms, "parts", over_parts)
    return found


def by_key(figures: dict[str, tuple[Figure, ...]], names: dict[str, str]) -> dict[str, Figure]:
    """Figures by code and label, those of initiatives by their names as well."""
    every = [one for each in figures.values() for one in each]
    found = {f"{one.code} {one.label}".strip(): one for one in every}
    return found | {f"{one.code} {names[one.label]}": one for one in every if one.label in names}


def unsaid(heard: list[Sentence], figures: dict[str, Figure]) -> Iterator[str]:
    """Sentences whose numbers are not those of their figures, or that no table knows."""
    said = {one.said.casefold() for one in heard}
    for one in heard:
        if one.key == OVER:
            if one.slots["value"] not in [figure.amount for figure in figures.values()]:
                yield f"{one.said}: no figure is {one.slots['value']}"
        elif one.key in CLAIMS:
            for name, claim in CLAIMS[one.key].items():
                told, right = one.slots.get(name), stated(claim, figures, one.slots)
                if not agrees(told, right):
                    yield f"{one.said}: {name} is {told}, and its figure {right}"
        elif not any(one.key.startswith(known) for known in UNCOUNTED):
            loose = [slot for slot in one.slots.values() if is_number(slot) and str(slot).casefold() not in said]
            if loose:
                yield f"{one.key} is in no table: {one.said}"


def agrees(told: object, right: str | float) -> bool:
    """Whether a word says a figure; what was rounded for an audience says so itself."""
    text = str(told)
    if isinstance(right, str) or text.startswith("about"):
        return text == right or text.startswith("about")
    return number(text.split(" of ")[0] if " of " in text else text) == right


MONTHS = "|".join(word.capitalize() for words in lexicon.spellings("months").values() for word in words)
DATE = re.compile(
    rf"\d{{1,2}}(?:,? (?:and|to) \d{{1,2}})?\s(?:{MONTHS})(?: \d{{4}})?|(?:{MONTHS})\s\d{{4}}"
    r"|\d{4}-\d\d(?:-\d\d)?(?:/\d+)?|\d{1,2}(?:[.:]\d\d)?(?:am|pm)|\b[A-Z]\d\b"
)
"""Days, months, years with their labels, times of day, and codes of metrics."""


def is_number(slot: object) -> bool:
    """Whether a word of a sentence is a number, or holds one that is no date."""
    if isinstance(slot, str):
        return slot.casefold() in lexicon.lines("numbers.small") or bool(re.search(r"\d", DATE.sub("", slot)))
    return isinstance(slot, (int, float)) and not isinstance(slot, bool)


def typed_in(root: Path) -> list[str]:
    """Whatever somebody typed that has a digit in it, the longest first."""
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            for one in value:
                walk(one)
        elif isinstance(value, str):
            for line in [value, *value.splitlines()]:
                parts = (line, *re.split(r"\s\|\s|: ", line))
                clean = [" ".join(re.sub(r"(\s#[\w-]+)+$", "", part).split()) for part in parts]
                found.update((*clean, *(one[:1].upper() + one[1:] for one in clean)))

    for path in (*root.glob("communities/**/*.yaml"), *(Path(lexicon.__file__).parent / "data").glob("*.yaml")):
        walk(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))
    return sorted((one for one in found if re.search(r"[a-z]{3}.*\d|\d.*[a-z]{3}", one)), key=len, reverse=True)


def unfounded(html: str, heard: list[Sentence], typed: list[str], figures: dict[str, Figure]) -> Iterator[str]:
    """Numbers in prose that no sentence made, nobody typed, and no figure stands behind."""
    said = {one.said for one in heard} | {one.said[:1].upper() + one.said[1:] for one in heard}
    said |= {one.said for one in figures.values() if " of " in one.said} | set(tiles(figures))
    known = sorted((one for one in said if re.search(r"\d", one)), key=len, reverse=True)
    for block in blocks(html):
        if block.tag in ("td", "th", "alt") or block.id or not re.search(r"\d", block.text):
            continue
        left = block.text
        for pattern, claims in PRINTED.items():
            for found in re.finditer(pattern, left):
                if found.groups() != tuple(stated(claim, figures, {}) for claim in claims):
                    yield f"{block.text}: its figures say otherwise"
                left = left.replace(found[0], "")
        left = DATE.sub("", _without(_without(left, typed), known))
        for pattern in LISTED:
            left = re.sub(pattern, "", left)
        if re.search(r"\d", left):
            yield f"{block.tag}: {left[:200]}"


def tiles(figures: dict[str, Figure]) -> Iterator[str]:
    """The figures that a board looks at first, beside their words."""
    for code, words in lexicon.table("portfolio.strip").items():
        if code in figures:
            yield f"{figures[code].said} {words}"


OF_ALT = re.compile(r"0 in the other(?: \d+)? columns?|\d+ [a-z -]+ \((?=[^\d)]*[A-Z])")
"""Parts of an alternative text that no row has: columns with nothing in them, and how many names follow."""


def misread(html: str) -> Iterator[str]:
    """Numbers of an alternative text that the row of the same name has neither, nor the difference of two of it."""
    every = blocks(html)
    rows: dict[str, set[int]] = {}
    for one in every:
        if one.tag in ("td", "th"):
            rows.setdefault(one.row or one.text, set()).update(map(int, re.findall(r"\d+", one.whole)))
    parts = (part for one in every if one.tag == "alt" for part in re.split(r"; |\. |\.$", one.text))
    for name, _, said in (part.partition(": ") for part in parts):
        beside = rows.get(name, set())
        numbers = {int(one) for one in re.findall(r"\d+", OF_ALT.sub("", DATE.sub("", said)))}
        less = {one - other for one in beside for other in beside}
        if beside and not numbers <= beside | less:
            yield f"{name}: {said}, and its row has {sorted(beside)}"


def _without(text: str, known: list[str]) -> str:
    for one in known:
        if one in text:
            text = text.replace(one, "")
    return text


def names_of(annual: Annual) -> dict[str, str]:
    return {key: one.name for key, one in annual.community.initiatives.items() if one.name}


def place_of(seed: int, folder: Path) -> Path:
    """A workspace of three random communities; the demonstration is 0."""
    if not seed:
        return ROOT
    write(folder, several(seed))
    return folder


Make = Callable[[], str]


def hold(heard: list[Sentence], make: Make, figures: dict[str, Figure], typed: list[str]) -> None:
    """A document whose sentences say their figures, and whose every number has something behind it."""
    heard.clear()
    html = make()
    assert list(unsaid(heard, figures)) == []
    assert list(unfounded(html, heard, typed, figures)) == []
    assert list(misread(html)) == []


@pytest.mark.parametrize("seed", [0, *SEEDS])
def test_the_documents_of_a_year_say_their_figures(seed: int, tmp_path: Path, heard: list[Sentence]) -> None:
    root, today = place_of(seed, tmp_path), TODAY.get(seed, "2027-03-31")
    typed = typed_in(root)
    found = find_year(WantedYear(year="2026-27", audience="members", root=root, today=today))
    for annual in found.annuals[:3] if seed else found.annuals[:2] + found.annuals[4:5]:
        figures = by_key(dict(annual.seen), names_of(annual))
        hold(heard, lambda one=annual: page(one), figures, typed)  # type: ignore[misc]
    of = portfolio_of(root, today=today)
    whole = by_key(dict(of.whole), {})
    hold(heard, lambda: reported(of, "html").decode(), whole, typed)
    hold(heard, lambda: reported(of, "html", page=True).decode(), whole, typed)
    hold(heard, lambda: reported(of, "html", evidence=True).decode(), whole, typed)
    one = evaluation(root, (found.annuals[0].community.id,), "members", today=today)
    own = by_key(dict(one.first.seen), names_of(one.first)) | by_key(dict(one.portfolio.whole), {})
    hold(heard, lambda: evaluated(one, "html").decode(), own, typed)


@pytest.mark.parametrize("words", [("health",), ("blueprint", "systems"), ("exemplar", "discharge-lounge")])
def test_no_number_of_another_document_is_without_ground(words: tuple[str, ...], heard: list[Sentence]) -> None:
    html = copkit("print", *words, "--for", "members", "--out", "-", root=ROOT).out
    assert list(unfounded(html, heard, typed_in(ROOT), {})) == []


def test_in_public_as_well(heard: list[Sentence]) -> None:
    found = find_year(WantedYear(year="2026-27", audience="public", root=ROOT, today=TODAY[0]))
    annual = next(one for one in found.annuals if one.community.id == "systems-leadership")
    hold(heard, lambda: page(annual), by_key(dict(annual.seen), names_of(annual)), typed_in(ROOT))


def test_what_is_wrong_is_told() -> None:
    done = {"W1": Figure("W1", "", amount_of(3, 5), "actions", PERIOD, "share")}
    right, wrong = ({"number": number, "all": "five"} for number in ("three", "four"))
    key = "synthesis.talk.some_are_done"
    assert list(unsaid([Sentence(key, right, "")], done)) == []
    assert len(list(unsaid([Sentence(key, wrong, "")], done))) == 1
    assert len(list(unsaid([Sentence("synthesis.talk.new", {"number": 7}, "seven")], done))) == 1
    assert len(list(unfounded("<p>It was 7 on 4 May 2026</p><p>On 4 May 2026</p>", [], [], done))) == 1
    row = "<table><tr><th>Forms</th><td>13</td></tr></table>"
    for alt, told in (("Lines. Forms: 13; Data: 2.", 0), ("Lines. Forms: 14.", 1)):
        assert len(list(misread(f'<svg aria-label="{alt}"></svg>{row}'))) == told


def test_each_claim_is_of_a_word_that_its_sentence_has() -> None:
    for key, claims in CLAIMS.items():
        try:
            texts: tuple[str, ...] = (lexicon.text(key),)
        except KeyError:
            texts = lexicon.lines(key)
        slots = {name for text in texts for name in re.findall(r"{(\w+)}", text)}
        assert claims.keys() - {"number"} <= slots, key
