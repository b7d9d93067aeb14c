"""Words and shapes that no page for outsiders says by itself; what people typed is never judged."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
import yaml

from copkit.documents.catalogue import DOCUMENTS
from tests.documents.prose import blocks
from tests.hostile.test_delivering import OF_WHAT
from tests.shell import ROOT, copkit

BARRED = re.compile(
    r"\b(?:git|commit|commits|yaml|json|repository|slug|null|numerator|denominator|roll|rolls|HHI|E–I|openness|median"
    r"|threshold|thresholds|metric|metrics|coalescing|stewardship|showcase|surfaced|scaling|effective number"
    r"|that the notes know of|to be agreed|to be confirmed)\b|(?<!calendar )\bfiles?\b|\bfields?\b"
    r"|\bindex\b(?! of the)|\bn/a\b|\bhidden:",
    re.IGNORECASE,
)
SHAPES = re.compile(
    r"\b\d{4}-\d\d-\d\d\b|\b\w+\.ya?ml\b|#\w+"
    r"|(?<![@\w.-])[a-z]+\.[a-z]{3,}\b(?![.@]|example\b)(?<!\.example)|  |\.\.|[\"]|““|””|”“"
)
CODES = re.compile(r"(?<!^\d )(?<!^\d\d )\b[A-Z]\d{1,2}\b")
"""Codes of figures; after its small number in “Find any number” one may stand."""
OWED: dict[str, frozenset[str]] = {
    "tables": frozenset(("to be agreed",)),
    "notes": frozenset(("#discharge",)),
    "actions": frozenset(("2026-11-10",)),
    "welcome": frozenset(("surfaced",)),
    "blueprint": frozenset(("file", "files", "yaml", '"', "leadership.yaml")),
    "exemplar": frozenset(("surfaced", "scaling", "showcase")),
    "health": frozenset(("threshold", "health.rhythm")),
    "synthesis": frozenset(("file", "evidence.html", "public.html")),
}
"""What documents still say, and are to be rid of."""
LATER = {
    "evidence": "codes of figures, their definitions and places in the record are what it is for",
    "evaluation": "its annex has codes, definitions and places in the record, and is to become evidence apart",
    "portfolio": "“Find any number” has codes behind its words",
    "portfolio-evidence": "the same of all communities",
}
"""Documents that are not looked at, and why."""
FOOT = "files"
"""The foot of every page says from what it was made."""


@cache
def typed() -> tuple[str, ...]:
    """Whatever people typed in the demonstration, with what their ids stand for, the longest first."""
    found: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, dict):
            for one in (*value, *value.values()):
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)
        elif isinstance(value, str):
            parts = [part for line in value.splitlines() for part in (line, *re.split(r"\s\|\s|: |; |\. ", line))]
            found.update(" ".join(re.sub(r"(\s#[\w-]+)+$", "", part).split()).rstrip(".") for part in parts)

    for path in ROOT.glob("communities/**/*.yaml"):
        walk(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))
    said = (one for one in found if len(one) > 3 and (" " in one or not one.islower()))
    return tuple(sorted(said, key=len, reverse=True))


def generated(html: str) -> Iterator[str]:
    """The blocks of a page without what was typed."""
    for block in blocks(html):
        left = block.whole
        for one in typed():
            if one.casefold() in left.casefold():
                left = re.sub(rf"\b{re.escape(one)}" if one[0].isalnum() else re.escape(one), "¤", left, flags=re.I)
        yield left


def faults(name: str, audience: str) -> set[str]:
    """What a document of the demonstration says that it should not."""
    ran = copkit("print", name, *OF_WHAT[name], "--for", audience, "--format", "html", "--out", "-", root=ROOT)
    assert ran.code == 0, ran.err
    return {
        found[0].casefold()
        for text in generated(ran.out)
        if "://" not in text
        for pattern in (BARRED, SHAPES, CODES)
        if (found := pattern.search(text)) is not None
    }


PAGES = [(one.name, audience) for one in DOCUMENTS.values() for audience in one.audiences
         if audience != "team" and one.name not in LATER]  # fmt: skip


@pytest.mark.parametrize(("name", "audience"), PAGES)
def test_no_page_for_outsiders_says_how_it_is_made(name: str, audience: str) -> None:
    assert faults(name, audience) <= {FOOT, *OWED.get(name, ())}


def test_the_search_sees_what_it_should() -> None:
    for text in ("git cannot say", "the roll", "from files", "2026-11-10", "sam.reid came", "see W1", "#forms"):
        assert any(pattern.search(text) for pattern in (BARRED, SHAPES, CODES)), text
    for text in ("calendar file", "cop.team@anytown.example", "Index of the Exemplar Hub", "6 W1 Actions"):
        assert not any(pattern.search(text) for pattern in (BARRED, SHAPES, CODES)), text
