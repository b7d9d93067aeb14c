"""Minutes in the shapes that public bodies give them: what is found in them, and what is proposed wrongly.

The words are invented. A mark at the end of a line says what it holds; one with `?` may be found or not.
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from copkit.capture import read_lines
from copkit.findings import Position
from copkit.workspace.entries import of_entry
from copkit.workspace.near_misses import Proposal, near_misses
from tests.capture.test_sentences import DAY, NAMES, NEXT

FOLDER = Path(__file__).with_name("minutes")
BODIES = ("board", "parish", "ppg", "summary", "workshop")
HEAD = "From “Minutes.docx”, kept as it stands:"


class Body(NamedTuple):
    """The lines of some minutes by number, what each holds, and what is proposed for each."""

    lines: dict[int, str]
    holds: dict[int, str]
    proposed: tuple[Proposal, ...]

    def of(self, *kinds: str) -> set[int]:
        return {number for number, kind in self.holds.items() if kind in kinds}

    def found(self, *kinds: str) -> set[int]:
        return {one.line for one in self.proposed if one.kind in kinds}


def proposals(lines: list[str], taken: bool = True) -> tuple[Proposal, ...]:
    text = "\n".join([HEAD, *(f"  {line}" for line in lines)]) if taken else "\n".join(lines)
    said = [
        of_entry(one, DAY, NAMES, NEXT)._replace(position=Position("n", one.line + 1), last=one.line + one.lines)
        for one in read_lines(text)
    ]
    return near_misses(said, NAMES)


def body(name: str) -> Body:
    rows = [line.partition(" @@") for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()]
    lines = {number: text for number, (text, _, _) in enumerate(rows, 2)}
    holds = {number: kind for number, (_, _, kind) in enumerate(rows, 2) if kind}
    return Body(lines, holds, proposals(list(lines.values())))


def test_nine_of_ten_actions_are_found() -> None:
    every = [body(name) for name in BODIES]
    there = sum(len(one.of("action")) for one in every)
    missed = [one.lines[number] for one in every for number in one.of("action") - one.found("action")]
    assert there >= 20
    assert len(missed) * 10 <= there, missed


def test_few_actions_are_proposed_that_are_none() -> None:
    every = [body(name) for name in BODIES]
    wrong = [one.lines[number] for one in every for number in one.found("action") - one.of("action", "action?")]
    assert len(wrong) * 10 <= sum(len(one.found("action")) for one in every), wrong


@pytest.mark.parametrize("kind", ["decision", "question"])
def test_most_decisions_and_questions_are_found(kind: str) -> None:
    every = [body(name) for name in BODIES]
    there = sum(len(one.of(kind)) for one in every)
    assert sum(len(one.found(kind) & one.of(kind)) for one in every) * 10 >= there * 8
    wrong = [one.lines[number] for one in every for number in one.found(kind) - one.of(kind, f"{kind}?")]
    assert len(wrong) * 5 <= there, wrong


@pytest.mark.parametrize(
    ("name", "present", "apologies"),
    [
        ("board", {"joe.bell", "amina.khan", "sian.price", "lee.marsh", "priya.das"}, {"mary.holt"}),
        ("ppg", {"lee.marsh", "sian.price", "joe.bell", "bill.okoro", "mary.holt"}, {"priya.das", "amina.khan"}),
    ],
)
def test_who_came_and_who_sent_apologies(name: str, present: set[str], apologies: set[str]) -> None:
    found: dict[str, set[str]] = {"present": set(), "apologies": set()}
    for one in body(name).proposed:
        found.get(one.kind, set()).update(named.id for named in one.people)
    assert found == {"present": present, "apologies": apologies}


def test_a_promise_of_somebody_who_is_known_looks_like_an_action_and_a_remark_does_not() -> None:
    lines = ["Amina will ring the council by Friday", "Amina will be away", "The ward will close", "A long talk"]
    assert [(one.line, one.kind, one.new) for one in proposals(lines, taken=False)] == [
        (1, "action", "action: Amina will ring the council by Friday")
    ]


def test_what_is_there_is_not_proposed_again() -> None:
    lines = ["Amina will ring the council by Friday", "action: Amina | ring the council | Friday"]
    assert proposals(lines, taken=False) == ()


def test_the_day_does_not_matter_to_what_looks_like_an_action() -> None:
    assert DAY < NEXT < date(2028, 1, 1)
    assert [one.kind for one in proposals(["Joe to find two wards by 30/6"])] == ["action"]


def test_a_text_that_was_taken_as_it_stands_has_no_doubt_of_its_own() -> None:
    text = "From “minutes.docx”, kept as it stands:\n  Question: who pays?\nasked\n  Question: who pays?\n"
    first, second = read_lines(text)
    assert (first.kind, first.doubt) == ("note", "")
    assert "take the spaces away" in second.doubt
